import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { type ExpertOfTests, publishedExpert } from '../experts.ts';
import { invitedTo } from '../invitations.ts';
import { signIn } from '../people.ts';
import { type LaureateOfTests, laureateWith, openedMission, play } from '../programme.ts';
import { expectAccessible } from './accessible.ts';
import { openJourney } from './journey.ts';
import { comeBackTo, leftTab, type Visitor } from './visitor.ts';

/** Two consultants of one company on one diagnostic, one on a phone and one at a desk. */
const journey = openJourney('drafts');
let noe: Visitor;
let alix: Visitor;
let expert: ExpertOfTests;
let laureate: LaureateOfTests;
let missionId: string;

beforeAll(async () => {
  [expert, laureate] = await Promise.all([
    publishedExpert(`Atelier Duo ${newId().slice(0, 6)}`),
    laureateWith(10_000_00),
  ]);
  missionId = await openedMission(laureate, expert);
  await play(expert.person, missionId, null, { action: 'accept', input: {} });
  const company = { kind: 'expert', expertId: expert.expertId } as const;
  const uid = await invitedTo(company, 'consultant', await signIn(expert.person.uid), { name: 'Alix Roy' });
  noe = await journey.comes('noe', 360, expert.person);
  alix = await journey.comes('alix', 1280, { uid, name: 'Alix Roy' });
});

const context = (page: Page) => page.locator('#context');
const saved = (page: Page) => page.getByText(/^Enregistré le/).waitFor();

it('one list says what waits, and its first line opens the form itself', async () => {
  const { page } = noe;
  await page.goto('/expert');
  await page.getByRole('heading', { name: 'Ce qui vous attend' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Envoyez le diagnostic et le devis' }).click();
  await page.getByRole('heading', { level: 1, name: 'Envoyer le diagnostic et le devis' }).waitFor();
});

it('what one wrote is found by the other; two texts are never one over the other, and none is lost', async () => {
  await context(noe.page).fill('Un atelier de couture.');
  await saved(noe.page);

  await alix.page.goto(`/expert?mission=${missionId}&etape=diagnostic`);
  await alix.page.getByText('Quelqu’un d’autre écrit aussi').waitFor();
  expect(await context(alix.page).inputValue()).toBe('Un atelier de couture.');
  await context(alix.page).fill('Un atelier de couture, douze personnes.');
  await saved(alix.page);

  await context(noe.page).fill('Un atelier partagé.');
  await noe.page.getByText('Un autre texte a été enregistré entre-temps').waitFor();
  await noe.page.getByText('Ce que dit l’autre texte').click();
  await noe.page.getByText('Un atelier de couture, douze personnes.').first().waitFor();
  await expectAccessible(noe.page);
  await noe.page.getByRole('button', { name: 'Continuer avec l’autre texte' }).click();
  expect(await context(noe.page).inputValue()).toBe('Un atelier de couture, douze personnes.');
  await noe.page.getByText('Ce que vous aviez écrit, et laissé pour l’autre texte').click();
  await noe.page.getByRole('button', { name: 'Reprendre ce texte' }).click();
  expect(await context(noe.page).inputValue()).toBe('Un atelier partagé.');
  await saved(noe.page);

  await alix.page.reload();
  await alix.page.getByText(/^Le texte d’Alix Roy, remplacé/).waitFor();
  expect(await context(alix.page).inputValue()).toBe('Un atelier partagé.');
});

it('the diagnostic is seen as its PDF while it is written, with what is not written yet', async () => {
  const { page } = alix;
  await page.getByText('Il reste à écrire : le devis et les dates prévues.').waitFor();
  await page.getByRole('button', { name: 'Voir l’aperçu' }).click();
  await page.getByText('L’aperçu est à jour.').waitFor();
  await page.locator('canvas').first().waitFor();
  await context(page).fill('Un atelier partagé, quinze personnes.');
  await page.getByText('Vous avez écrit depuis cet aperçu.').waitFor();
});

it('availability is changed from one’s own home, and the card says it', async () => {
  const { page } = noe;
  await page.goto('/expert');
  await page.getByText('Changer ma disponibilité').click();
  await page.getByLabel('À partir d’une date').check();
  await page.getByRole('button', { name: 'Enregistrer ma disponibilité' }).click();
  await page.getByRole('link', { name: 'Choisissez le jour à partir duquel vous êtes disponible.' }).waitFor();
  await page.locator('#availability-day').fill('2099-04-01');
  await page.getByRole('button', { name: 'Enregistrer ma disponibilité' }).click();
  await page.getByText('Disponible à partir du mercredi 1er avril 2099').first().waitFor();
});

it('a mission asked for meanwhile appears when one comes back to the page, without loading it again', async () => {
  const page = await leftTab(noe, '/expert');
  const other = await laureateWith(10_000_00);
  await page.getByText('Changer ma disponibilité').waitFor();
  expect(await page.getByText(other.name).count()).toBe(0);
  await openedMission(other, expert);
  await comeBackTo(page);
  await page.getByText(other.name).first().waitFor({ timeout: 30_000 });
  await page.close();
});
