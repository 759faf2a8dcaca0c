import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it, vi } from 'vitest';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { directory } from '../../functions/src/store/collections/experts.ts';
import { figures } from '../../functions/src/store/collections/figures.ts';
import { publishedExpert } from '../experts.ts';
import { staffPerson } from '../people.ts';
import { laureateWith, play, submittedMission } from '../programme.ts';
import { firestore } from '../suite.ts';
import { expectAccessible } from './accessible.ts';
import { openJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** The team reads what the programme is and where it stands, on a phone. */
const journey = openJourney('figures');
let team: Visitor;

beforeAll(async () => {
  team = await journey.comes('team', 360, await staffPerson(newId()));
  const [laureate, expert] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
  const { missionId, decision } = await submittedMission(laureate, expert, 3_000_00);
  await play(laureate.signatory, missionId, laureate.laureateId, { action: 'validate', input: decision });
  await submittedMission(laureate, expert, 2_000_00);
  const card = firestore.doc(directory.path(expert.expertId));
  await vi.waitFor(async () => expect((await card.get()).exists).toBe(true), 30_000);
  // Made by another test a moment ago, they would be taken for those of now.
  await firestore.doc(figures.path('current')).delete();
});

it('staff make the figures, read each part of them with its charts named, and take a table away', async () => {
  const { page } = team;
  await page.goto('/equipe?vue=missions');
  await page.getByRole('link', { name: 'Statistiques' }).click();
  await page.getByRole('button', { name: 'Calculer les chiffres' }).click();
  await page.getByText(/^Chiffres du /).waitFor();
  await page.getByRole('img', { name: 'Missions demandées, par mois' }).waitFor();
  await expectAccessible(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger ce tableau (CSV) : Mois par mois' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('statistiques-mois.csv');
  expect((await readFile(await file.path(), 'utf8')).split('\r\n')[0]).toBe(
    '\uFEFFMois;Demandes;Validations;Rapports remis',
  );
  const parts = [
    ['Les délais', 'Combien de temps prend chaque étape'],
    ['L’argent', 'Par région'],
    ['Les avis', 'Ce que disent les bilans de satisfaction'],
  ] as const;
  for (const [link, heading] of parts) {
    await page.getByRole('link', { name: link, exact: true }).click();
    await page.getByRole('heading', { name: heading }).waitFor();
    await expectAccessible(page);
  }
});

it('staff see which needs no expert answers, in words, and open those who answer in the directory', async () => {
  const { page } = team;
  await page.getByRole('link', { name: 'Couverture' }).click();
  const themes = page.getByRole('region', { name: 'Tableau, Thématique par thématique' });
  const economy = themes.getByRole('row', { name: /^Stratégie économique/ });
  await economy.getByText(/^(Un seul expert|Couvert)$/).waitFor();
  await themes
    .getByRole('row', { name: /^Stratégie foncière/ })
    .getByText('Pas demandé')
    .waitFor();
  await expectAccessible(page);
  await economy.getByRole('link', { name: /^Stratégie économique/ }).click();
  await page.waitForURL(/thematique=4/);
});

it('staff read the week that is going on, its bars named for who does not see them, and take a table away', async () => {
  const { page } = team;
  await page.goto('/equipe?vue=missions');
  await page.getByRole('link', { name: 'Synthèses' }).click();
  await page.getByText('Choisir une autre période').click();
  await page.getByRole('link', { name: /^Semaine du .* \(en cours\)$/ }).click();
  // What another test made of it may be there already.
  await page.getByRole('button', { name: /^(Faire la synthèse|Actualiser)$/ }).click();
  await page.getByText('Cette période est en cours').waitFor();
  await page.getByRole('img', { name: 'Réglé et engagé, par région' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: /attentes?/ }).press('Enter');
  expect(await page.locator(':focus').textContent()).toBe('Ce qui attend');
  // The last first: what unfolds pushes down what comes after it.
  for (const fold of (await page.locator('article details > summary').all()).reverse()) await fold.press('Enter');
  await page.getByText('En attente de la validation du lauréat').first().waitFor();
  await expectAccessible(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger ce tableau (CSV) : Par région' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^synthese-week\.\d{4}-W\d{2}-regions\.csv$/);
});
