import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf, formatDay } from '../../functions/src/domain/calendar.ts';
import { type ExpertOfTests, publishedExpert } from '../experts.ts';
import { type LaureateOfTests, laureateWith, openedMission, play, submittedMission } from '../programme.ts';
import { expectAccessible } from './accessible.ts';
import { openJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** Whoever is awaited says when to be reminded, by keyboard alone; the other side sees the same day. The laureate holds a phone. */
const journey = openJourney('reminders');
let laureate: Visitor;
let expert: Visitor;
let manufacture: LaureateOfTests;
let company: ExpertOfTests;

beforeAll(async () => {
  [manufacture, company] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
  laureate = await journey.comes('laureate', 360, manufacture.signatory);
  expert = await journey.comes('expert', 1280, company.person);
});

/** As pages write a day: the first of a month is « 1er ». */
const written = (day: string) => formatDay(day).replace(/ 1 /, ' 1er ');

async function openChoice(page: Page) {
  await page.locator('#action-snoozeReminders').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

const putOffTo = (page: Page, day: string) => page.getByText(`prochain rappel reporté au ${day}`).waitFor();

describe('reminders that are put off', () => {
  it('by the laureate who must validate come on the day that both sides read, before a deadline that stays', async () => {
    const { missionId } = await submittedMission(manufacture, company, 3_000_00);
    const { page } = laureate;
    await page.goto(`/laureat?mission=${missionId}`);
    const dialog = await openChoice(page);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Reporter les rappels' }).press('Enter');
    await dialog.getByText('Choisissez').first().waitFor();
    const choice = dialog.getByRole('radio').nth(1);
    const day = written((await choice.getAttribute('value')) ?? '');
    await choice.press('Space');
    await dialog.getByRole('button', { name: 'Reporter les rappels' }).press('Enter');
    await putOffTo(page, day);
    await expert.page.goto(`/expert?mission=${missionId}`);
    await putOffTo(expert.page, day);
  });

  it('by the expert, to a day of its own, are read by the laureate, and come back to their rhythm when it says so', async () => {
    const missionId = await openedMission(manufacture, company);
    await play(company.person, missionId, null, { action: 'accept', input: {} });
    const { page } = expert;
    await page.goto(`/expert?mission=${missionId}`);
    const dialog = await openChoice(page);
    const day = addDays(dayOf(Date.now()), 2);
    await dialog.getByRole('radio', { name: 'Un autre jour' }).press('Space');
    await dialog.getByLabel('Quel jour ?').fill(day);
    await dialog.getByRole('button', { name: 'Reporter les rappels' }).press('Enter');
    // A day off is told as the next one that is worked.
    const line = page.getByText(/prochain rappel reporté au /);
    await line.waitFor();
    const told = /reporté au (.*)\./.exec((await line.textContent()) ?? '')?.[1] ?? '';
    await laureate.page.goto(`/laureat?mission=${missionId}`);
    await putOffTo(laureate.page, told);
    const again = await openChoice(page);
    await again.getByRole('radio', { name: 'Reprendre les rappels habituels' }).press('Space');
    await again.getByRole('button', { name: 'Reporter les rappels' }).press('Enter');
    await page.getByText(/prochain rappel le /).waitFor();
    expect(await page.getByText('reporté au').count()).toBe(0);
  });
});
