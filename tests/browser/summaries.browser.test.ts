import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { publishedExpert } from '../experts.ts';
import { staffPerson } from '../people.ts';
import { laureateWith, openProgramme, play, submittedMission } from '../programme.ts';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './launch.ts';
import { signInByMail, type Visitor, visitor } from './visitor.ts';

/** The team reads where the programme stands, on a phone. */
let browser: Browser;
let team: Visitor;

beforeAll(async () => {
  await openProgramme();
  browser = await launchBrowser();
  team = await visitor(browser, 360);
  const [laureate, expert] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
  const { missionId, decision } = await submittedMission(laureate, expert, 3_000_00);
  await play(laureate.signatory, missionId, laureate.laureateId, { action: 'validate', input: decision });
  await submittedMission(laureate, expert, 2_000_00);
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await team.page.screenshot({ path: '.local/failures/summaries.png', fullPage: true });
});

afterAll(async () => {
  await browser?.close();
});

it('staff read the week that is going on, its bars named for who does not see them, and take a table away', async () => {
  const { page } = team;
  const { email } = await staffPerson(newId());
  await signInByMail(team, email);
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
  expect(team.complaints).toEqual([]);
});
