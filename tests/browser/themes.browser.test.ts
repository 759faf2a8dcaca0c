import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { staffPerson } from '../people.ts';
import { expectAccessible } from './accessible.ts';
import { openJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** The team changes what missions may be about, on a phone. */
const journey = openJourney('themes');
let team: Visitor;

beforeAll(async () => {
  team = await journey.comes('team', 360, await staffPerson(newId()));
});

it('staff rename, retire and add a sub-theme, read what changes and save it', async () => {
  const { page } = team;
  await page.goto('/equipe?vue=reglages');
  await page.getByRole('link', { name: 'Thématiques', exact: true }).click();
  await page.getByText(/^7\. Stratégie de communication externe/).click();
  await expectAccessible(page);
  await page.getByLabel('Nom de 7.1').fill('Identité et marque');
  await page.getByRole('button', { name: 'Retirer 7.3' }).click();
  await page.getByRole('button', { name: 'Ajouter une sous-thématique à la thématique 7' }).click();
  // Where one goes on typing.
  await expect.poll(() => page.locator('*:focus').getAttribute('id')).toBe('label-7.4');
  await page.keyboard.type('Salons et foires');
  await page.getByRole('button', { name: 'Relire avant d’enregistrer' }).click();
  await page.getByText('Dites pourquoi en une phrase').first().waitFor();
  await page.getByLabel('Pourquoi changez-vous les thématiques ?').fill('À la demande des lauréats.');
  await page.getByRole('button', { name: 'Relire avant d’enregistrer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('7.4 « Salons et foires »').waitFor();
  await dialog.getByText('7.1 « Identité et marque »').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Enregistrer les thématiques' }).click();
  await page.getByText(/^Les réglages sont enregistrés/).waitFor();
  await page.getByText(/version 2 des réglages/).waitFor();
});
