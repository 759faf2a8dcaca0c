import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { MINUTE } from '../../functions/src/domain/calendar.ts';
import { publishedExpert } from '../experts.ts';
import { signInSince } from '../people.ts';
import { type LaureateOfTests, laureateWith, submittedMission } from '../programme.ts';
import { inbox } from '../suite.ts';
import { openJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** One person with a computer, where the decision is taken, and a phone, where mails are read. */
const journey = openJourney('sign-in');
let computer: Visitor;
let phone: Visitor;
let laureate: LaureateOfTests;
let missionId: string;

beforeAll(async () => {
  [computer, phone] = await Promise.all([journey.comes('computer', 1280), journey.comes('phone', 360)]);
  laureate = await laureateWith(10_000_00);
  ({ missionId } = await submittedMission(laureate, await publishedExpert(), 3_000_00));
});

/** What the newest of `mails` mails named `subject` carries. */
async function mailed(subject: string, mails = 1): Promise<{ code: string; link: string }> {
  const arrived = async () =>
    (await inbox.messages(laureate.email)).filter((message) => message.subject.startsWith(subject));
  await expect.poll(arrived, { timeout: 20_000 }).toHaveLength(mails);
  const text = (await arrived()).at(-1)?.text ?? '';
  const [, code = ''] = /Votre code\s*:\s*(\d{6})/.exec(text) ?? [];
  const [link = ''] = /https?:\/\/\S+#jeton=[\w-]+/.exec(text) ?? [];
  return { code, link };
}

const inHalves = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;
const wrong = (code: string) => `${(Number(code) + 1) % 1_000_000}`.padStart(6, '0');
const field = (page: Page) => page.getByLabel('Code à six chiffres');

it('a link asked on the computer and read on the phone opens the computer by its code, also after a reload', async () => {
  const { page } = computer;
  await page.goto(`/decision?mission=${missionId}`);
  await page.locator('#email').fill(laureate.email);
  await page.getByRole('button', { name: 'Recevoir' }).click();
  const { code } = await mailed('Votre lien de connexion');
  await page.reload();
  await field(page).fill(wrong(code));
  await page.getByText('Ce code n’est pas le bon').first().waitFor();
  await field(page).fill(inHalves(code));
  await page.waitForURL('**/decision?mission=*');
});

it('the link of that mail is spent, and the phone gets a new mail, whose code opens it', async () => {
  const { page } = phone;
  await page.goto((await mailed('Votre lien de connexion')).link);
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await page.getByText('Ce lien ne sert plus').waitFor();
  await page.getByRole('button', { name: 'Recevoir un lien et un code' }).click();
  const { code } = await mailed('Votre lien de connexion', 2);
  await field(page).pressSequentially(code);
  await page.waitForURL('**/decision?mission=*');
});

it('a decision with an old sign-in is taken in the open page with a code, as one operation', async () => {
  const { page } = computer;
  const old = await signInSince(laureate.signatory.uid, Date.now() - 31 * MINUTE);
  const operations: unknown[] = [];
  await page.route('**/api/missionAction', async (route) => {
    const headers = route.request().headers();
    operations.push(route.request().postDataJSON());
    // The first time, as if the page had been open for half an hour.
    await route.continue(operations.length === 1 ? { headers: { ...headers, authorization: `Bearer ${old}` } } : {});
  });
  await page.goto(`/decision?mission=${missionId}&etape=valider`);
  await page.locator('#consent').check();
  await page.getByRole('button', { name: /Valider le devis de 3.000,00/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Un code vient de partir').waitFor();
  await dialog.getByLabel('Code à six chiffres').fill((await mailed('Votre code pour confirmer')).code);
  await page.getByText('Le diagnostic et le devis sont validés').first().waitFor();
  expect(operations).toEqual([operations[0], operations[0]]);
});
