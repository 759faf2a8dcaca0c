import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { directory } from '../../functions/src/store/collections/experts.ts';
import { files } from '../../functions/src/store/collections/files.ts';
import { ledger, ledgerOf } from '../../functions/src/store/collections/ledger.ts';
import { previewRequests } from '../../functions/src/store/collections/preview-requests.ts';
import { shares, sharesOf } from '../../functions/src/store/collections/shares.ts';
import { type ExpertOfTests, publishedExpert } from '../experts.ts';
import { staffPerson } from '../people.ts';
import { type LaureateOfTests, laureateWith, openedMission, submittedMission } from '../programme.ts';
import { firestore } from '../suite.ts';
import { handIn, sentBackMission } from '../two-versions.ts';
import { expectAccessible } from './accessible.ts';
import { openJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** What a laureate does on a phone with a thumb that presses twice, a second tab and a back button. */
const tag = `Tisse${newId().slice(0, 6)}`;

const journey = openJourney('laureate');
let person: Visitor;
let laureate: LaureateOfTests;
let expert: ExpertOfTests;
let sentBackId: string;

beforeAll(async () => {
  [laureate, expert] = await Promise.all([laureateWith(20_000_00), publishedExpert(`${tag} un`)]);
  await publishedExpert(`${tag} deux`);
  sentBackId = await sentBackMission(laureate, expert);
  person = await journey.comes('person', 360, laureate.signatory);
});

/** How many times the subsidy was engaged. */
async function commits(): Promise<number> {
  const { docs } = await firestore.collection(ledgerOf(laureate.laureateId)).get();
  return ledger.list(docs).filter(({ entry }) => entry.type === 'commit').length;
}

async function toConfirm(page: Page, missionId: string): Promise<void> {
  await page.goto(`/decision?mission=${missionId}&etape=valider`);
  await page.locator('#consent').check();
}

it('experts are found by need and place, and two are asked at once for one need, each once', async () => {
  const { page } = person;
  await expect
    .poll(
      async () =>
        (await firestore.collection('directory').get()).docs.filter((one) =>
          directory.read(one)?.company.startsWith(tag),
        ).length,
      { timeout: 30_000 },
    )
    .toBe(2);
  await page.goto('/laureat?experts=oui');
  await page.locator('#expert-search').fill(tag);
  await page.getByText('2 experts', { exact: false }).first().waitFor();
  await page
    .getByText(/^Couvre /)
    .first()
    .waitFor();
  await page
    .getByText(/^Intervient /)
    .first()
    .waitFor();
  await expectAccessible(page);
  await page.getByLabel(`${tag} un`).check();
  await page.getByLabel(`${tag} deux`).check();
  await page.getByRole('link', { name: /Demander une mission à 2/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Demander une mission' }).waitFor();
  // The words of the note are there: nothing is typed to ask.
  await expect.poll(() => page.locator('#need').inputValue()).toContain('Revoir nos tarifs.');
  await page.getByRole('button', { name: /Demander la mission à 2/ }).dblclick();
  await page.getByText('Vos 2 demandes sont parties').waitFor();
  await expectAccessible(page);
  const { docs } = await firestore.collection(sharesOf(laureate.laureateId)).get();
  const asked = shares.list(docs).filter(({ missionId }) => missionId !== sentBackId);
  expect([asked.length, new Set(asked.map(({ needId }) => needId)).size]).toEqual([2, 1]);
  // Asked for again from the menu, the form is there, not what was said of the requests that left.
  await page.getByRole('link', { name: 'Demander une mission', exact: true }).first().click();
  await page.locator('#need').waitFor();
  await page.goBack();
  await page.goForward();
  expect(await page.getByRole('checkbox', { name: tag, checked: true }).count()).toBe(0);
});

it('the team asks both for another need in its name, said who asked, and each once', async () => {
  const { page, context } = await journey.comes('team', 360, await staffPerson(newId()));
  await page.goto(`/equipe?laureat=${laureate.laureateId}&partie=demande`);
  await page.getByRole('heading', { name: 'Demander une mission en son nom' }).waitFor();
  await page.getByRole('button', { name: /^Demander la mission/ }).click();
  await page.getByText('Écrivez le nom de la personne qui vous l’a demandé.').first().waitFor();
  await page.locator('#asked-by').fill('Anne Le Goff');
  // Its note names two sub-themes: none is ticked for the team.
  const theme = page.locator('details.theme', { has: page.locator('input[value="4.2"]') });
  await theme.locator('summary').click();
  await theme.locator('input[value="4.2"]').check();
  await page.locator('#need').fill('Chiffrer un second atelier.');
  await page.locator('#expert-search').fill(tag);
  await page.getByText('2 experts', { exact: false }).first().waitFor();
  await page.getByLabel(`${tag} un`).check();
  await page.getByLabel(`${tag} deux`).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: /Demander la mission à 2/ }).dblclick();
  await page.getByText('Les 2 demandes sont parties').waitFor();
  await expectAccessible(page);
  const { docs } = await firestore.collection(sharesOf(laureate.laureateId)).get();
  const asked = shares.list(docs).filter(({ need }) => need === 'Chiffrer un second atelier.');
  expect([asked.length, new Set(asked.map(({ needId }) => needId)).size]).toEqual([2, 1]);
  await page.getByRole('button', { name: 'Demander une autre mission' }).click();
  expect(await page.getByRole('checkbox', { name: tag, checked: true }).count()).toBe(0);
  await context.close();
});

it('a page where an expert is awaited looks again by itself, and shows the new devis with what changed', async () => {
  const { context } = person;
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`/decision?mission=${sentBackId}`);
  await page.getByRole('heading', { level: 1, name: 'Rien à décider pour le moment' }).waitFor();
  await page.getByRole('link', { name: 'Voir la mission' }).waitFor();
  await handIn(
    { laureate, expert, missionId: sentBackId },
    { method: 'Trois ateliers.', totalCents: 3_000_00, number: 'D-2' },
  );
  await page.clock.fastForward(21_000);
  await page.getByRole('heading', { name: 'Ce qui a changé depuis la version 1' }).waitFor();
  const removed = page.locator('del', { hasText: 'Deux' });
  await removed.waitFor();
  expect(await removed.textContent()).toMatch(/^Retiré\s:/);
  expect(await page.locator('ins', { hasText: 'Trois' }).count()).toBe(1);
  await expectAccessible(page);
  await page.close();
});

it('a page never looks again under a hand that writes', async () => {
  const page = await person.context.newPage();
  await page.clock.install();
  const missionId = await openedMission(laureate, expert);
  await page.goto(`/laureat?mission=${missionId}&messages=everyone`);
  const message = page.getByLabel('Votre message').first();
  await message.fill('Bonjour, une question.');
  const looks = { count: 0 };
  page.on('request', (request) => {
    if (request.url().endsWith('/api/view')) looks.count += 1;
  });
  await page.clock.fastForward(60_000);
  expect(looks.count).toBe(0);
  expect(await message.inputValue()).toBe('Bonjour, une question.');
  await message.fill('');
  const [seen] = await Promise.all([page.waitForRequest(/\/api\/view$/), page.clock.fastForward(300_000)]);
  expect(seen.postData()).toContain(missionId);
  await page.close();
});

it('the first page of a document is seen beside its text, and a press opens it', async () => {
  const { page } = person;
  const { missionId, devis } = await submittedMission(laureate, expert, 1_000_00);
  const kept = firestore.doc(files.path(devis.id));
  await kept.update({ preview: 'pending' });
  await firestore.doc(previewRequests.path(devis.id)).create(previewRequests.write({ at: Date.now() }));
  await expect.poll(async () => files.read(await kept.get())?.preview, { timeout: 60_000 }).toBe('made');
  await page.goto(`/decision?mission=${missionId}`);
  await page.getByRole('heading', { name: 'Les documents' }).scrollIntoViewIfNeeded();
  await page.locator('.first-page img').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Première page de/ }).click();
  await page.locator('.reader').getByRole('button', { name: 'Fermer' }).click();
  await page.locator('.reader').waitFor({ state: 'detached' });
});

it('two presses are one validation, and the back button decides nothing again', async () => {
  const { page } = person;
  const before = await commits();
  await page.goto(`/decision?mission=${sentBackId}`);
  await page.getByRole('link', { name: 'Décider de ce devis' }).click();
  await page.getByRole('link', { name: 'Valider', exact: true }).click();
  await page.locator('#consent').check();
  await page.getByRole('button', { name: /^Valider le devis de 3.000,00/ }).dblclick();
  await page.getByText('Le diagnostic et le devis sont validés').first().waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Votre décision est enregistrée' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Rien à décider pour le moment' }).waitFor();
  expect(await commits()).toBe(before + 1);
});

it('a second tab that decides too is told that it is done, and shows what is', async () => {
  const { page, context } = person;
  const { missionId } = await submittedMission(laureate, expert, 2_000_00);
  const before = await commits();
  const other = await context.newPage();
  await toConfirm(page, missionId);
  await toConfirm(other, missionId);
  await page.getByRole('button', { name: /^Valider le devis/ }).click();
  await page.getByText('Le diagnostic et le devis sont validés').first().waitFor();
  await other.getByRole('button', { name: /^Valider le devis/ }).click();
  await other.getByRole('button', { name: 'Lire la version à jour' }).click();
  await other.getByRole('heading', { level: 1, name: 'Rien à décider pour le moment' }).waitFor();
  expect(await commits()).toBe(before + 1);
  await other.close();
});
