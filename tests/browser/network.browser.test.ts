import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ledger, ledgerOf } from '../../functions/src/store/collections/ledger.ts';
import { messagesOf } from '../../functions/src/store/collections/messages.ts';
import { type ExpertOfTests, publishedExpert } from '../experts.ts';
import { type LaureateOfTests, laureateWith, openedMission, play, submittedMission } from '../programme.ts';
import { firestore } from '../suite.ts';
import { openJourney } from './journey.ts';
import { comeBackTo, leftTab, type Visitor } from './visitor.ts';

/** What a train, an impatient finger, a second tab and the back button do to what one sends. */
const journey = openJourney('network');
let laureate: Visitor;
let manufacture: LaureateOfTests;
let atelier: ExpertOfTests;
let missionId: string;

beforeAll(async () => {
  [manufacture, atelier] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
  ({ missionId } = await submittedMission(manufacture, atelier, 3_000_00));
  laureate = await journey.comes('laureate', 360, manufacture.signatory);
});

// Whatever a step met, the next one begins with a network.
afterEach(() => laureate.context.setOffline(false));

const validate = (page: Page) => page.getByRole('button', { name: /^Valider le devis de/ });

async function readyToValidate(page: Page): Promise<void> {
  await page.goto(`/decision?mission=${missionId}&etape=valider`);
  await page.locator('#consent').check();
}

async function debits(): Promise<number> {
  const lines = ledger.list((await firestore.collection(ledgerOf(manufacture.laureateId)).get()).docs);
  return lines.filter(({ entry }) => entry.type === 'commit').length;
}

describe('a decision', () => {
  let otherTab: Page;

  it('that waits for the network can be taken back, and is when one goes back to the choices: nothing leaves afterwards', async () => {
    const { page, context } = laureate;
    await readyToValidate(page);
    await context.setOffline(true);
    await validate(page).click();
    await page.getByText('En attente du réseau : rien n’est décidé').waitFor();
    await page.getByRole('button', { name: 'Annuler l’envoi' }).click();
    await page.getByText('Votre envoi est annulé').waitFor();
    await validate(page).click();
    await page.getByText('En attente du réseau : rien n’est décidé').waitFor();
    await page.getByRole('link', { name: 'Revenir aux trois choix' }).click();
    await page.getByText('Votre envoi est annulé').waitFor();
    await context.setOffline(false);
    await page.getByText('La connexion est revenue.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Décider' }).waitFor();
    expect(await debits()).toBe(0);
  });

  it('pressed twice without a network is said to wait, and leaves once, by itself, when the network is back', async () => {
    const { page, context } = laureate;
    otherTab = await context.newPage();
    await Promise.all([readyToValidate(page), readyToValidate(otherTab)]);
    await context.setOffline(true);
    await page.getByText('Pas de connexion.').waitFor();
    await validate(page).dblclick();
    expect(await validate(page).getAttribute('aria-busy')).toBe('true');
    expect(await debits()).toBe(0);
    await context.setOffline(false);
    await page.getByText('La connexion est revenue.').waitFor();
    await page.getByText('Le diagnostic et le devis sont validés').first().waitFor();
    expect(await debits()).toBe(1);
  });

  it('taken in another tab is told in this one, and nothing is debited again', async () => {
    await validate(otherTab).click();
    await otherTab.getByRole('alert').first().waitFor();
    expect(await debits()).toBe(1);
  });

  it('is not offered again by the back button', async () => {
    const { page } = laureate;
    await page.getByRole('link', { name: 'Voir la mission' }).click();
    await page.waitForURL('**/laureat?**');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Rien à décider pour le moment' }).waitFor();
    expect(await validate(page).count()).toBe(0);
  });
});

describe('a page', () => {
  it('shows by itself what somebody else did, when one comes back to it', async () => {
    const other = await openedMission(manufacture, await publishedExpert());
    const page = await leftTab(laureate, `/laureat?mission=${other}`);
    await page.getByText('En attente de la réponse de l’expert').first().waitFor();
    await play(manufacture.signatory, other, manufacture.laureateId, { action: 'cancel', input: { reason: 'Fini.' } });
    await comeBackTo(page);
    await page.getByText('Annulée').first().waitFor({ timeout: 30_000 });
    await page.close();
  });

  it('gives back what was typed, after the network, a reload and the back button', async () => {
    const { page, context } = laureate;
    await page.goto('/laureat?demande=oui');
    await page.locator('#need').waitFor();
    await context.setOffline(true);
    await page.locator('#need').fill('Un besoin écrit dans le train.');
    await context.setOffline(false);
    await page.reload();
    await page.locator('#need').waitFor();
    expect(await page.locator('#need').inputValue()).toBe('Un besoin écrit dans le train.');
    await page.getByRole('navigation').getByRole('link', { name: 'Accueil' }).click();
    await page.waitForURL((url) => !url.searchParams.has('demande'));
    await page.goBack();
    await page.locator('#need').waitFor();
    expect(await page.locator('#need').inputValue()).toBe('Un besoin écrit dans le train.');
  });

  it('whose message waits for the network offers to take it back, as a decision does: its words stay, and nothing leaves afterwards', async () => {
    const { page, context } = laureate;
    await page.goto(`/laureat?mission=${missionId}&messages=everyone`);
    const words = page.getByLabel('Votre message').first();
    await words.fill('Je vous rappelle demain.');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Envoyer le message' }).first().click();
    await page.getByText('En attente du réseau : rien n’est envoyé').waitFor();
    await page.getByRole('button', { name: 'Annuler l’envoi' }).click();
    await page.getByText('Votre envoi est annulé').waitFor();
    await context.setOffline(false);
    await page.getByText('La connexion est revenue.').waitFor();
    expect(await words.inputValue()).toBe('Je vous rappelle demain.');
    expect((await firestore.collection(messagesOf(missionId)).get()).size).toBe(0);
  });

  it('whose view could not be read without a network shows it when the network is back', async () => {
    const { page, context } = laureate;
    await page.goto('/laureat');
    const mission = page.locator(`a[href^="/laureat?mission=${missionId}"]`).first();
    await mission.waitFor();
    await context.setOffline(true);
    await mission.click();
    await page.getByText('La connexion a été coupée').waitFor();
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Documents' }).waitFor();
  });

  it('renews by itself a token that has run out, without signing anybody out', async () => {
    const { page } = laureate;
    await page.goto('/laureat');
    await page.evaluate(outdate);
    const renewal = page.waitForRequest(/securetoken\.googleapis\.com\/v1\/token/);
    await page.reload();
    await renewal;
    await page
      .getByRole('heading', { name: /mission|Il reste|subvention/i })
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/laureat');
  });
});

/** Runs in the page: the hour of the token is over. */
const outdate = `
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith('firebase:authUser:'))) {
    const user = JSON.parse(localStorage.getItem(key));
    user.stsTokenManager.expirationTime = 0;
    localStorage.setItem(key, JSON.stringify(user));
  }
`;
