import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../functions/src/domain/calendar.ts';
import { defaultSettings } from '../../functions/src/domain/programme/settings.ts';
import { get } from '../../functions/src/store/collection.ts';
import { LAUREATES } from '../../functions/src/store/collections/laureates.ts';
import { missions } from '../../functions/src/store/collections/missions.ts';
import { accountByEmail } from '../../functions/src/store/people/accounts.ts';
import { call } from '../calls.ts';
import { publishedExpert } from '../experts.ts';
import { signIn } from '../people.ts';
import { play } from '../programme.ts';
import { firestore, inbox } from '../suite.ts';
import { checkProof } from './checking-proofs.ts';
import { askForMission, importLaureates, newNames, registerExpert } from './commissioning.ts';
import { answer, choose, pdf } from './filling-in.ts';
import { openJourney } from './journey.ts';
import { followMail, readInPage, type Visitor } from './visitor.ts';

/** One whole mission in the browser: three people, three contexts, real files, real mails. The laureate holds a phone. */
const names = newNames();
const { laureateName, otherName, company, laureateEmail, expertEmail, need } = names;

const journey = openJourney('mission');
let staff: Visitor;
let laureate: Visitor;
let expert: Visitor;
/** Who holds a file, and has no account. */
let anyone: Visitor;

beforeAll(async () => {
  [staff, laureate, expert, anyone] = await Promise.all([
    journey.comes('staff', 1280),
    journey.comes('laureate', 360),
    journey.comes('expert', 1280),
    journey.comes('anyone', 360),
  ]);
});

async function uidOf(email: string): Promise<string> {
  const account = await accountByEmail(firestore, email);
  if (account === null) throw new Error(`${email} has no account`);
  return account.uid;
}

function missionOf(page: Page): string {
  return new URL(page.url()).searchParams.get('mission') ?? '';
}

describe('a mission in the browser', () => {
  it('imports the laureates, after a dry run', () => importLaureates(staff, names));

  it('registers an expert, whom the team publishes', () => registerExpert({ expert, staff }, names));

  it('takes the scoping note and the request of the laureate', () => askForMission(laureate, names));

  it('opens the dossier to the expert who declares no interest, and no other dossier', async () => {
    const { page } = expert;
    const mail = await inbox.awaitMessage(expertEmail, 'Mission demandée');
    await followMail(page, mail.text);
    await page.locator('#action-declareNoInterest').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Déclarer' }).click();
    await page.getByText('Ouvert tant que la mission dure').waitFor();
    const [opened] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('/api/openFile')),
      page.getByRole('button', { name: /Ouvrir Candidature/ }).click(),
    ]);
    expect(opened.status()).toBe(200);
    await page.getByRole('button', { name: 'Fermer' }).click();
    const other = await firestore.collection('laureates').where('name', '==', otherName).get();
    const token = await signIn(await uidOf(expertEmail));
    const refused = await call('view', { name: 'dossier', laureateId: other.docs[0]?.id ?? '' }, token);
    expect(refused).toMatchObject({ code: 'no-grant' });
    await page.locator('#action-accept').click();
    await page.getByText('Mission acceptée').first().waitFor();
  });

  it('sends the diagnostic and the devis; the team and the laureate are told', async () => {
    const { page } = expert;
    await page.getByRole('link', { name: 'Envoyer le diagnostic et le devis' }).click();
    await answer(page, {
      context: 'Un atelier de tissage.',
      findings: 'Peu de marge.',
      goals: 'Équilibre.',
      method: 'Trois ateliers.',
      deliverables: 'Un tableur.',
    });
    await page.locator('#need').fill('Des tarifs.');
    await page.locator('#devis-file-choice').setInputFiles(pdf('devis.pdf'));
    await page.getByText('est envoyé').waitFor();
    await page.locator('#devis-vat').selectOption('2000');
    const today = dayOf(Date.now());
    await answer(page, {
      'devis-number': 'D-2025-1',
      'devis-valid': addDays(today, 30),
      'devis-excluding': '2 500',
      'planned-start': today,
      'planned-end': addDays(today, 60),
    });
    await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer le diagnostic et le devis' }).click();
    await page.getByText('Diagnostic et devis envoyés').first().waitFor();
    await inbox.awaitMessage(defaultSettings.contact.email, 'Diagnostic et devis reçus');
  });

  it('stands beside another request for the same need', async () => {
    const missionId = missionOf(expert.page);
    const [asked, other] = await Promise.all([get(firestore, missions, missionId), publishedExpert()]);
    const [laureateId = ''] = asked?.laureateIds ?? [];
    const [uid, signedInAt] = [await uidOf(laureateEmail), Date.now()];
    const memberships = [{ laureateId, role: 'signatory' }] as const;
    await play({ kind: 'laureate', uid, name: 'Anne Le Goff', signedInAt, memberships }, null, laureateId, {
      action: 'request',
      input: { expertId: other.expertId, subthemes: ['4.2'], need, needId: missionId, shareWith: [] },
    });
    const { page } = laureate;
    await page.goto('/laureat');
    await page.getByRole('heading', { name: need }).waitFor();
    expect(await page.locator('.need-experts > li').count()).toBe(2);
  });

  it('is validated from the mail’s link, and shows at once what remains', async () => {
    const { page } = laureate;
    const mail = await inbox.awaitMessage(laureateEmail, 'Diagnostic et devis à valider');
    await followMail(page, mail.text);
    await page.waitForURL('**/decision**');
    await page.getByText('Peu de marge.').waitFor();
    await page.getByRole('link', { name: /Décider/i }).click();
    await page.getByRole('link', { name: 'Valider', exact: true }).click();
    await page.locator('#consent').check();
    await page.getByRole('button', { name: /Valider le devis de 3.000,00/ }).click();
    await page.getByText('Le diagnostic et le devis sont validés').first().waitFor();
    await page
      .getByText(/7.000,00/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Voir la mission' }).click();
    await page.getByRole('button', { name: 'Annuler cette demande' }).click();
    await page.getByRole('dialog').getByLabel('Pourquoi ?').fill('Un autre devis est validé.');
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler la mission' }).click();
    await page.getByText('Mission annulée (').first().waitFor();
    await page.getByRole('button', { name: 'Annuler cette demande' }).waitFor({ state: 'detached' });
    expect(missionOf(page)).toBe(missionOf(expert.page));
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.getByRole('heading', { name: 'Documents' }).waitFor();
          return page.getByText('Attestation de validation').count();
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
  });

  it('leaves a proof that its laureate exports, and files that anyone checks without sending them', () =>
    checkProof(laureate, anyone));

  it('ends with the report, the confirmed service and the feedback', async () => {
    const { page } = expert;
    await page.reload();
    await page.getByRole('link', { name: 'Envoyer le rapport de mission' }).click();
    await answer(page, {
      course: 'Comme prévu.',
      results: 'Des tarifs.',
      deliverables: 'Un tableur.',
      recommendations: 'Suivre les tarifs.',
    });
    await page.getByLabel(/Montant final pour/).fill('2 800');
    await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer le rapport de mission' }).click();
    await page.getByText('Rapport de mission envoyé').first().waitFor();

    const phone = laureate.page;
    const mail = await inbox.awaitMessage(laureateEmail, 'Rapport à lire');
    await followMail(phone, mail.text);
    await phone.locator('#action-sendBackReport').click();
    await phone.getByRole('dialog').getByLabel('Pourquoi ?').fill('Ajoutez les tarifs retenus.');
    await phone.getByRole('dialog').getByRole('button', { name: 'Renvoyer le rapport' }).click();
    await phone.getByText('Rapport renvoyé').first().waitFor();

    // The mail's button leads to the form itself: nothing is looked for, and the report is as it was sent.
    const back = await inbox.awaitMessage(expertEmail, 'Rapport à reprendre');
    await followMail(page, back.text);
    await page.getByRole('heading', { level: 1, name: 'Envoyer le rapport de mission' }).waitFor();
    await page.getByText('Ajoutez les tarifs retenus.').waitFor();
    expect(await page.locator('#course').inputValue()).toBe('Comme prévu.');
    await page.locator('#results').fill('Des tarifs : 12 euros l’heure.');
    await page.getByLabel(/Montant final pour/).fill('2 800');
    await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer le rapport de mission' }).click();
    await page.getByText('Rapport de mission envoyé').first().waitFor();

    // Greyed while the report is being printed, and the page says to load it again.
    const confirm = phone.locator('#action-confirmService');
    const isPrinted = async () => {
      await phone.reload();
      await confirm.waitFor();
      return confirm.getAttribute('aria-disabled');
    };
    await expect.poll(isPrinted, { timeout: 60_000 }).toBeNull();
    await confirm.click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Confirmer le service' }).click();
    await phone
      .getByText(/7.200,00/)
      .first()
      .waitFor();
    await phone.locator('#action-giveFeedback').click();
    for (const group of ['overall', 'listening', 'usefulness'])
      await phone.locator(`#${group}-Satisfaisant, [name="${group}"][value="Satisfaisant"]`).first().check();
    await phone.getByRole('button', { name: 'Envoyer votre avis' }).click();
    await phone.getByText('Bilan de satisfaction remis').first().waitFor();
    await phone.getByText('Terminée').first().waitFor();
  });

  it('keeps the expert’s own devis open, and closes the dossier once the delay has passed', async () => {
    const { page } = expert;
    await page.reload();
    await page.getByText('Ouvert jusqu’au').waitFor();
    // The delay is thirty days: its end is brought to now, as the day would.
    const grants = await firestore
      .collectionGroup('grants')
      .where('uid', '==', await uidOf(expertEmail))
      .get();
    for (const { ref } of grants.docs)
      await ref.update({ untilMs: Date.now(), missions: { [missionOf(page)]: Date.now() } });
    await page.reload();
    await page.getByText('Votre accès à ce dossier a pris fin').waitFor();
    // The ticket is a promise; the bytes are what the expert keeps.
    const [read] = await Promise.all([
      page.waitForResponse(
        (response) => response.url().includes('/o/stored%2F') && response.request().method() === 'GET',
      ),
      readInPage(page, /Ouvrir Devis/),
    ]);
    expect(read.status()).toBe(200);
    expect((await read.body()).subarray(0, 4).toString()).toBe('%PDF');
  });

  it('is asked for by the team, for a laureate that called', async () => {
    const { page } = staff;
    const found = await firestore.collection(LAUREATES).where('name', '==', laureateName).get();
    await page.goto(`/equipe?laureat=${found.docs[0]?.id}&partie=demande`);
    await choose(page, 'Stratégie économique', 'Stratégie de développement de ressources');
    await page.getByLabel('Le besoin, dans les mots de la manufacture').fill('Trouver un deuxième atelier.');
    await page.locator('#expert-search').fill(company);
    await page.getByLabel(company).check();
    const ask = page.getByRole('button', { name: /^Demander la mission/ });
    await ask.click();
    await page.getByText('Écrivez le nom de la personne qui vous l’a demandé.').first().waitFor();
    await page.getByLabel('À la demande de').fill('Anne Le Goff');
    await ask.click();
    await page.getByText('La demande est partie').first().waitFor();
    const mail = await inbox.awaitMessage(laureateEmail, 'En votre nom');
    expect(mail.text).toContain('Anne Le Goff, par téléphone');
  });
});
