import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { type ExpertOfTests, publishedExpert } from '../experts.ts';
import { staffPerson } from '../people.ts';
import { type LaureateOfTests, laureateWith, openedMission } from '../programme.ts';
import { expectAccessible } from './accessible.ts';
import { openJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** The team finds missions among all those of the programme, on a screen by the keyboard and on a phone, and takes them away. */
const MISSIONS = 27;

const journey = openJourney('lists');
let desk: Visitor;
let phone: Visitor;
let laureate: LaureateOfTests;
let expert: ExpertOfTests;

beforeAll(async () => {
  [laureate, expert] = await Promise.all([laureateWith(10_000_00, `Forge ${newId().slice(0, 8)}`), publishedExpert()]);
  for (let number = 0; number < MISSIONS; number += 1) await openedMission(laureate, expert);
  desk = await journey.comes('desk', 1280, await staffPerson(newId()));
  phone = await journey.comes('phone', 360, await staffPerson(newId()));
});

const found = (page: Page, count: number) => page.getByRole('status').getByText(new RegExp(`^${count}\\smissions?$`));
const lines = (page: Page) => page.locator('tbody tr');

it('staff find missions by words, order them by the keyboard, and send what they see as an address', async () => {
  const { page } = desk;
  await page.goto('/equipe?vue=missions');
  await page.getByLabel('Manufacture, expert ou besoin').fill(laureate.name.toLowerCase());
  await found(page, MISSIONS).waitFor();
  expect(await lines(page).count()).toBe(25);
  await page.getByText('Lignes 1 à 25 sur 27').waitFor();
  const since = page.getByRole('columnheader', { name: 'Depuis le' });
  expect(await since.getAttribute('aria-sort')).toBe('descending');
  await since.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/tri=depuis/);
  expect(await since.getAttribute('aria-sort')).toBe('ascending');
  expect(await page.locator(':focus').textContent()).toContain('Depuis le');
  await expectAccessible(page);
  const shared = page.url();
  await page.getByRole('link', { name: 'Page suivante' }).press('Enter');
  await page.getByText('Lignes 26 à 27 sur 27').waitFor();
  expect(await lines(page).count()).toBe(2);
  await page.goBack();
  await page.getByText('Lignes 1 à 25 sur 27').waitFor();
  await phone.page.goto(shared);
  await found(phone.page, MISSIONS).waitFor();
});

it('on a phone each mission is a card, and a line that is ticked stays so on the next page', async () => {
  const { page } = phone;
  await page
    .getByRole('checkbox', { name: /^Sélectionner Forge/ })
    .first()
    .check();
  await page.getByRole('link', { name: 'Page suivante' }).click();
  await page.getByText('Lignes 26 à 27 sur 27').waitFor();
  await page.getByText(/1\smission choisie/).waitFor();
  await page.getByRole('checkbox', { name: 'Choisir toutes les lignes de cette page' }).check();
  await page.getByText(/3\smissions choisies/).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ne rien choisir' }).click();
  await page.getByText(/missions choisies/).waitFor({ state: 'detached' });
});

it('staff see by state the missions that wait for somebody, the first of each, and all of a state as a list', async () => {
  const { page } = desk;
  await page.goto(`/equipe?vue=etats&mots=${encodeURIComponent(laureate.name)}`);
  const column = page.getByRole('region', { name: /^En attente de la réponse|^En attente du diagnostic/ }).filter({
    has: page.getByRole('link', { name: laureate.name }),
  });
  await column.getByText(/27\smissions/).waitFor();
  expect(await column.getByRole('link', { name: laureate.name }).count()).toBe(6);
  await expectAccessible(page);
  await column.getByRole('link', { name: /^Voir les 21 autres/ }).press('Enter');
  await page.waitForURL(/vue=missions&mots=.*&etat=.*&tri=echeance/);
  await found(page, MISSIONS).waitFor();
});

it('a view of the list is kept under a name, shown as changed since, taken away and put back', async () => {
  const { page } = desk;
  const name = `Forge ${newId().slice(0, 8)}`;
  const address = `/equipe?vue=missions&mots=${encodeURIComponent(laureate.name)}&sans=devis`;
  await page.goto(address);
  await found(page, MISSIONS).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Devis' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Garder cette vue' }).press('Enter');
  await page.getByLabel('Son nom').fill(name);
  await page.getByRole('radio', { name: 'Pour toute l’équipe' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Garder cette vue' }).click();
  await page.getByText(`La liste montre « ${name} », vue de l’équipe faite par`).waitFor();
  expect(await page.locator(':focus').textContent()).toBe('Vues gardées');
  await page.getByRole('checkbox', { name: /^En retard/ }).check();
  await page.getByText(`La liste a changé depuis « ${name} »`).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Revenir à cette vue' }).click();
  await page.getByText(`La liste montre « ${name} »`).waitFor();
  await found(page, MISSIONS).waitFor();
  // Whoever else is of the team has it as a link.
  await phone.page.goto('/equipe?vue=missions&etat=nulle-part');
  await phone.page.getByText('« etat : nulle-part »').waitFor();
  await phone.page.getByRole('link', { name }).click();
  await found(phone.page, MISSIONS).waitFor();
  await expectAccessible(phone.page);
  // It is the team's: whoever presses by mistake is asked, and takes nothing away from anybody.
  await page.getByRole('button', { name: 'Retirer' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('link', { name }).waitFor();
  await page.getByRole('button', { name: 'Retirer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer la vue' }).click();
  await page.getByText('La vue est retirée.').waitFor();
  await page.getByRole('link', { name }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `Remettre « ${name} »` }).click();
  await page.getByRole('link', { name }).waitFor();
});

it('staff take away the missions that they found, with the columns that they chose', async () => {
  const { page } = desk;
  await page.goto(`/equipe?vue=missions&mots=${encodeURIComponent(laureate.name)}`);
  await found(page, MISSIONS).waitFor();
  await page.getByRole('link', { name: 'Exporter ces lignes' }).click();
  await page.getByText('Seules les lignes que la liste montrait sont exportées').waitFor();
  await page.getByRole('checkbox', { name: 'Régions' }).check();
  await page.getByRole('radio', { name: 'CSV' }).check();
  const csv = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Préparer le fichier' }).click();
  const saved = await csv;
  expect(saved.suggestedFilename()).toMatch(/^missions-\d{4}-\d{2}-\d{2}\.csv$/);
  const rows = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
  expect(rows).toHaveLength(MISSIONS + 1);
  expect(rows[0]).toContain('Manufacture;Expert;État');
  expect(rows[0]).toContain(';Régions');
  expect(rows[1]).toContain(laureate.name);
  await page.getByRole('radio', { name: 'Excel (XLSX)' }).check();
  const xlsx = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Préparer le fichier' }).click();
  const bytes = await readFile(await (await xlsx).path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  await page.getByText('Fichier enregistré').waitFor();
  await expectAccessible(page);
});

it('staff find an expert whatever became of it, and what was written to a laureate', async () => {
  const { page } = desk;
  await page.goto('/equipe?vue=experts');
  await page.getByRole('columnheader', { name: 'Structure' }).waitFor();
  await expectAccessible(page);
  await page.goto(`/equipe?laureat=${laureate.laureateId}&partie=courriels`);
  await page.getByRole('heading', { name: 'Les courriels' }).waitFor();
  await page.getByRole('link', { name: 'Voir ses missions' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Voir ses missions' }).click();
  await page.getByText(`Manufacture : ${laureate.name}`).waitFor();
  await found(page, MISSIONS).waitFor();
});
