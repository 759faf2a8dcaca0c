import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { outbox } from '../../functions/src/store/collections/outbox.ts';
import { mailTo } from '../mails.ts';
import { type LaureateOfTests, laureateWith } from '../programme.ts';
import { firestore, inbox } from '../suite.ts';
import { expectAccessible } from './accessible.ts';
import { openJourney } from './journey.ts';
import { signInByMail, type Visitor } from './visitor.ts';

/** Somebody who finds that there are too many mails, on a phone. */
const journey = openJourney('preferences');
let phone: Visitor;
let laureate: LaureateOfTests;

beforeAll(async () => {
  phone = await journey.comes('phone', 360);
  laureate = await laureateWith(10_000_00);
});

/** Where the end of a mail leads. */
async function mailedLink(): Promise<string> {
  const { email, signatory } = laureate;
  const item = { ...mailTo(email), to: { email, name: signatory.name, uid: signatory.uid } };
  await firestore.doc(outbox.path(item.id)).create(outbox.write(item));
  const links = async () =>
    (await inbox.messages(email)).flatMap(({ text }) => /https?:\/\/\S+\/preferences#jeton=\S+/.exec(text) ?? []);
  await expect.poll(links, { timeout: 20_000 }).not.toEqual([]);
  return (await links()).at(-1) ?? '';
}

const saved = (page: Page) => page.locator('.mail-saved').getByText('C’est enregistré.');
const reminders = (page: Page) => page.getByLabel('Rappels', { exact: true });

it('the end of a mail leads to its choices, each kept as it is made by keyboard, and taken back', async () => {
  const { page } = phone;
  await page.goto(await mailedLink());
  await page.getByRole('heading', { name: 'Mes courriels' }).waitFor();
  await page.getByText('•••@exemple.fr').waitFor();
  expect(await page.getByText(laureate.email).count()).toBe(0);
  await reminders(page).focus();
  await page.keyboard.press('End');
  await saved(page).waitFor();
  await page.reload();
  await expect.poll(() => reminders(page).inputValue()).toBe('never');

  await reminders(page).focus();
  await page.keyboard.press('ArrowUp');
  await saved(page).waitFor();
  expect(await reminders(page).inputValue()).toBe('weekly');
  await page.keyboard.press('Tab');
  expect(await page.locator('button:focus').textContent()).toBe('Annuler');
  await page.keyboard.press('Enter');
  await page.locator('.mail-saved').getByText('Le choix précédent est remis.').waitFor();
  expect(await reminders(page).inputValue()).toBe('never');
  expect(await page.locator('select:focus').getAttribute('id')).toBe('mail-reminder');
});

it('one press gathers all in a mail a week, another comes back, and what is imposed is said with its reason', async () => {
  const { page } = phone;
  const decided = page.getByLabel('Mission acceptée par l’expert');
  await page.getByRole('button', { name: 'Tout en un seul courriel par semaine' }).click();
  await saved(page).waitFor();
  // Turned down stays turned down.
  expect([await decided.inputValue(), await reminders(page).inputValue()]).toEqual(['weekly', 'never']);
  await page.getByRole('button', { name: 'Revenir aux choix du programme' }).click();
  await expect.poll(() => reminders(page).inputValue()).toBe('programme');
  const imposed = page.getByRole('region', { name: 'Ce que le programme impose' });
  await imposed.getByText('Validation enregistrée').waitFor();
  expect(await imposed.getByRole('combobox').count()).toBe(0);
  await expectAccessible(page);
});

it('a link that opens nothing says what to do, and signing in leads to the same page', async () => {
  const { page } = phone;
  await page.goto('about:blank');
  await page.goto('/preferences#jeton=coupe');
  await page.getByText('Ce lien n’est plus valable').waitFor();
  await page.getByRole('link', { name: 'Me connecter' }).click();
  await page.waitForURL('**/connexion?suite=%2Fpreferences');
  await signInByMail(phone, laureate.email);
  await page.locator('.page-person').click();
  await page.getByRole('link', { name: 'Courriels' }).click();
  await page.getByRole('heading', { name: 'Mes courriels' }).waitFor();
  await page.getByRole('link', { name: 'Mon espace' }).waitFor();
  expect(await reminders(page).inputValue()).toBe('programme');
});
