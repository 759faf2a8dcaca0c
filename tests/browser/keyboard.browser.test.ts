import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../functions/src/domain/calendar.ts';
import { directory } from '../../functions/src/store/collections/experts.ts';
import { type ExpertOfTests, publishedExpert } from '../experts.ts';
import { type LaureateOfTests, laureateWith } from '../programme.ts';
import { firestore } from '../suite.ts';
import { pdf } from './filling-in.ts';
import { openJourney } from './journey.ts';
import { Keyboard } from './keyboard.ts';
import type { Visitor } from './visitor.ts';

/** The three journeys of a mission without a mouse: asking, handing in, deciding. Where the focus lands is said after each step. */
const journey = openJourney('keyboard');
let laureate: Visitor;
let expert: Visitor;
let manufacture: LaureateOfTests;
let atelier: ExpertOfTests;
const company = `Clavier ${crypto.randomUUID().slice(0, 8)}`;
/** Presses of Tab that each journey may cost, at most: what a change of a page takes from those who have nothing else. */
const mostTabs = { request: 60, submission: 110, decision: 50 } as const;

beforeAll(async () => {
  [manufacture, atelier] = await Promise.all([laureateWith(10_000_00), publishedExpert(company)]);
  laureate = await journey.comes('laureate', 360, manufacture.signatory);
  expert = await journey.comes('expert', 1280, atelier.person);
});

describe('by keyboard alone', () => {
  it('a laureate finds an expert and asks it for a mission', async () => {
    // The directory is made by a trigger: a page that was opened before it would show nobody.
    const isListed = async () => (await firestore.doc(directory.path(atelier.expertId)).get()).exists;
    await expect.poll(isListed, { timeout: 60_000 }).toBe(true);
    const { page } = laureate;
    const keys = new Keyboard(page);
    await page.goto('/laureat');
    const experts = page.getByRole('navigation').getByRole('link', { name: 'Experts', exact: true });
    await experts.waitFor();
    await keys.press('Tab');
    await keys.landsOn(page.getByRole('link', { name: 'Aller au contenu' }));
    await keys.enter(experts);
    await keys.landsOnContent();
    await keys.type(page.locator('#expert-search'), company);
    await page.getByText('1 expert,').waitFor();
    await keys.landsOn(page.locator('#expert-search'));
    await keys.tick(page.getByLabel(company));
    await keys.landsOn(page.getByLabel(company));
    await keys.enter(page.getByRole('link', { name: 'Demander une mission à 1' }));
    await page.getByRole('heading', { level: 1, name: 'Demander une mission' }).waitFor();
    await keys.landsOnContent();
    await keys.type(page.locator('#need'), 'Revoir nos tarifs avant l’été.');
    await keys.enter(page.getByRole('button', { name: `Demander la mission à ${company}` }));
    await page.getByText('Votre demande est partie').waitFor();
    await keys.landsOnContent();
    await keys.enter(page.getByRole('link', { name: 'Voir la mission' }));
    await page.getByText('En attente de la réponse de l’expert').first().waitFor();
    await keys.landsOnContent();
    expect(keys.unseen).toEqual([]);
    expect(keys.tabs).toBeLessThanOrEqual(mostTabs.request);
  });

  it('an expert declares no interest, accepts, and hands in its diagnostic and its devis', async () => {
    const { page } = expert;
    const keys = new Keyboard(page);
    await page.goto('/expert');
    await keys.enter(page.getByRole('main').getByRole('link', { name: new RegExp(manufacture.name) }));
    await keys.landsOnContent();
    const declaration = await keys.openTwice(page.locator('#action-declareNoInterest'));
    await keys.tick(declaration.getByRole('checkbox'));
    await keys.enter(declaration.getByRole('button', { name: 'Déclarer' }));
    await page.locator('#action-declareNoInterest').waitFor({ state: 'detached' });
    await keys.landsOnContent();
    await keys.enter(page.locator('#action-accept'));
    await page.getByText('Mission acceptée').first().waitFor();
    await keys.landsOnContent();
    await keys.enter(page.getByRole('link', { name: 'Envoyer le diagnostic et le devis' }));
    await page.getByRole('heading', { level: 1, name: 'Envoyer le diagnostic et le devis' }).waitFor();
    await keys.landsOnContent();
    for (const [id, text] of Object.entries(written)) await keys.type(page.locator(`#${id}`), text);
    await keys.file(page.locator('#devis-file-choice'), pdf('devis.pdf'));
    await page.getByText('est envoyé').waitFor();
    const today = dayOf(Date.now());
    await keys.type(page.locator('#devis-number'), 'D-2025-1');
    await keys.typeDate(page.locator('#devis-valid'), addDays(today, 30));
    await keys.choose(page.locator('#devis-vat'), '2000');
    await keys.type(page.locator('#devis-excluding'), '2 500');
    await keys.typeDate(page.locator('#planned-start'), today);
    await keys.typeDate(page.locator('#planned-end'), addDays(today, 60));
    const review = await keys.openTwice(page.getByRole('button', { name: 'Relire avant d’envoyer' }));
    await keys.enter(review.getByRole('button', { name: 'Envoyer le diagnostic et le devis' }));
    await page.getByText('Diagnostic et devis envoyés').first().waitFor();
    await keys.landsOnContent();
    expect(keys.unseen).toEqual([]);
    expect(keys.tabs).toBeLessThanOrEqual(mostTabs.submission);
  });

  it('the laureate reads, chooses and validates, a step a page', async () => {
    const { page } = laureate;
    const keys = new Keyboard(page);
    await page.goto('/laureat');
    await keys.enter(page.getByRole('link', { name: 'Lire et décider' }));
    await page.getByText('Étape 1 sur 3').waitFor();
    await keys.enter(page.getByRole('link', { name: 'Décider de ce devis' }));
    await page.getByText('Étape 2 sur 3').waitFor();
    await keys.landsOnContent();
    const toValidate = page.getByRole('link', { name: 'Valider', exact: true });
    // Greyed while the diagnostic is being printed, and the page says to load it again.
    const isPrinted = async () => {
      await page.reload();
      await page.getByText('Étape 2 sur 3').waitFor();
      return toValidate.count();
    };
    await expect.poll(isPrinted, { timeout: 60_000 }).toBe(1);
    await keys.enter(toValidate);
    await page.getByText('Étape 3 sur 3').waitFor();
    await keys.landsOnContent();
    const validate = page.getByRole('button', { name: /^Valider le devis de 3.000,00/ });
    await keys.enter(validate);
    // Nothing engages without the sentence: the focus goes to it.
    await keys.landsOn(page.locator('#consent'));
    await keys.tick(page.locator('#consent'));
    await keys.enter(validate);
    await page.getByText('Le diagnostic et le devis sont validés').first().waitFor();
    await keys.landsOnContent();
    expect(keys.unseen).toEqual([]);
    expect(keys.tabs).toBeLessThanOrEqual(mostTabs.decision);
  });
});

const written = {
  context: 'Un atelier de tissage.',
  need: 'Des tarifs.',
  findings: 'Peu de marge.',
  goals: 'Équilibre.',
  method: 'Trois ateliers.',
  deliverables: 'Un tableur.',
} as const;
