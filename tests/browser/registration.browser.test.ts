import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { get } from '../../functions/src/store/collection.ts';
import { laureates } from '../../functions/src/store/collections/laureates.ts';
import { call, expectCall } from '../calls.ts';
import { registration } from '../experts.ts';
import { type StaffPerson, staffPerson } from '../people.ts';
import { laureateWith } from '../programme.ts';
import { newSiret } from '../sirets.ts';
import { firestore, inbox } from '../suite.ts';
import { expectAccessible } from './accessible.ts';
import { answer } from './filling-in.ts';
import { openJourney } from './journey.ts';
import { signInByMail, type Visitor } from './visitor.ts';

/** An expert completes on a phone what the team sent back; the team then lifts the interest that was found. */
const tag = newId().slice(0, 6);
const company = `Atelier Complet ${tag}`;
const email = `ousmane.${tag}@exemple.fr`.toLowerCase();

const journey = openJourney('registration');
let expert: Visitor;
let team: Visitor;
let staff: StaffPerson;
let expertId: string;
let laureateName: string;

beforeAll(async () => {
  staff = await staffPerson(newId());
  const laureate = await laureateWith(10_000_00);
  laureateName = laureate.name;
  const siret = (await get(firestore, laureates, laureate.laureateId))?.legalEntities[0]?.siret ?? '';
  const asked = { ...registration, company, email, siret, name: `Ousmane ${tag}` };
  ({ expertId } = await expectCall('registerExpert', asked, null));
  const remarks = { references: 'Deux missions, avec l’année.' };
  const sentBack = { decision: 'return', message: 'Précisez vos références.', interview: null, remarks } as const;
  await call('expertAction', { ...sentBack, expertId, operationId: crypto.randomUUID() }, staff.token);
  expert = await journey.comes('expert', 360);
  team = await journey.comes('team', 1280, staff);
});

it('a returned registration is completed where it was left, its text kept on the device, and sent again', async () => {
  const { page } = expert;
  await signInByMail(expert, email);
  await page.goto('/expert');
  await page.getByText('Précisez vos références.').waitFor();
  await page.getByRole('link', { name: 'Compléter mon inscription' }).click();
  await page.getByText('Précisez vos références.').waitFor();
  await page.getByText('Deux missions, avec l’année.').waitFor();
  await page.getByRole('link', { name: 'Modifier « Vous et votre structure »' }).click();
  await page.getByText('C’est celle de votre compte').waitFor();
  expect(await page.locator('#email').count()).toBe(0);
  expect(await page.locator('#company').inputValue()).toBe(company);
  await page.getByRole('button', { name: 'Revenir à la relecture' }).click();
  await page.getByRole('link', { name: 'Modifier « Votre expérience »' }).click();
  await page.locator('#references').fill('La Fabrique, 2022 ; Le Bocal, 2023.');
  await page.reload();
  await page.getByText('Votre texte est repris').waitFor();
  expect(await page.locator('#references').inputValue()).toBe('La Fabrique, 2022 ; Le Bocal, 2023.');
  await page.getByText('Toutes les étapes').click();
  await page.getByText('1 remarque de l’équipe').waitFor();
  await page.getByRole('button', { name: 'Revenir à la relecture' }).click();
  await page.getByText('La Fabrique, 2022 ; Le Bocal, 2023.').waitFor();
  const send = page.getByRole('button', { name: 'Envoyer mes changements' });
  await send.click();
  await page.getByRole('link', { name: 'Cochez la déclaration' }).waitFor();
  await page.locator('#declaresNoInterest').check();
  await send.click();
  await page.getByText('Votre fiche est maintenant « À examiner »').waitFor();
  await page.getByRole('link', { name: 'Revenir à votre espace' }).click();
  await page.getByText('Votre inscription est à l’examen').waitFor();
});

it('the team opens missions in spite of an interest with a reason only, and reads later who did and why', async () => {
  const { page } = team;
  await page.goto(`/equipe?expert=${expertId}`);
  await page.getByText('Lien possible avec une manufacture').waitFor();
  await page.getByText('La Fabrique, 2022 ; Le Bocal, 2023.').waitFor();
  await page.getByLabel('Publier la fiche').check();
  const reason = page.getByLabel(`Pourquoi le lien trouvé avec ${laureateName}`);
  await reason.waitFor();
  const publish = page.getByRole('button', { name: 'Publier la fiche' });
  await publish.click();
  await page.getByRole('link', { name: `Écrivez pourquoi le lien trouvé avec ${laureateName}` }).waitFor();
  await reason.fill('Portage salarial seulement.');
  await publish.click();
  await page.getByText('Lien levé').waitFor();
  await page.getByText('Levé par Camille Roux').waitFor();
});

it('a registration is written a subject a page, taken up from a link on another device, and its card seen before it is sent', async () => {
  const [phone, desk] = await Promise.all([journey.comes('phone', 360), journey.comes('desk', 1280)]);
  const { page } = phone;
  const address = `noemie.${tag}@exemple.fr`.toLowerCase();
  await page.goto('/inscription');
  await page.getByText('Étape 1').waitFor();
  const next = page.getByRole('button', { name: 'Continuer' });
  await next.click();
  // Only what this page asks.
  await page.getByRole('link', { name: 'Écrivez votre nom.' }).waitFor();
  expect(await page.getByText('Choisissez au moins une région.').count()).toBe(0);
  await expectAccessible(page);
  const identity = { name: 'Noémie Roy', email: address, phone: '06 12 34 56 78', company: `Forge ${tag}` };
  await answer(page, { ...identity, siret: newSiret() });
  await next.click();
  await page.getByText('Étape 2 sur 6').waitFor();
  await page.locator('#skills').fill('Tarifs et marges.');
  await page.goBack();
  expect(await page.locator('#company').inputValue()).toBe(identity.company);
  await page.goForward();
  expect(await page.locator('#skills').inputValue()).toBe('Tarifs et marges.');
  await page.getByText('Continuer plus tard, ou sur un autre appareil').click();
  await page.getByRole('button', { name: `Recevoir le lien à ${address}` }).click();
  await page.getByText('Le lien est parti').waitFor();
  const mail = await inbox.awaitMessage(address, 'Reprendre votre inscription');
  const [link = ''] = /https?:\S+#reprise=[\w-]+/.exec(mail.text) ?? [];

  await desk.page.goto(link);
  expect(desk.page.url()).not.toContain('reprise');
  await desk.page.getByRole('link', { name: /Continuer à/ }).click();
  await desk.page.getByText('Étape 2 sur 6').waitFor();
  expect(await desk.page.locator('#skills').inputValue()).toBe('Tarifs et marges.');
  await desk.page.getByText('Toutes les étapes').click();
  await desk.page.getByRole('link', { name: 'Votre fiche', exact: true }).click();
  const card = desk.page.getByRole('region', { name: 'Votre fiche, telle que l’annuaire la montrera' });
  await card.getByText('Tarifs et marges.').waitFor();
  await card.getByText(address).waitFor();
  await desk.page.getByLabel('Mon adresse électronique').uncheck();
  expect(await card.getByText(address).count()).toBe(0);
  await desk.page.getByText(/Enregistré le/).waitFor();
  await expectAccessible(desk.page);
  // Somebody else at the same desk: the page is emptied, and the text stays behind its link.
  await desk.page.goto('/inscription');
  const afresh = 'Repartir d’une page vide';
  await desk.page.getByRole('button', { name: afresh }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: afresh }).click();
  await expect.poll(() => desk.page.locator('#company').inputValue()).toBe('');
  await desk.page.goto('/');
  await desk.page.goto(link);
  await desk.page.getByText('Votre texte est repris').waitFor();
  expect(await desk.page.locator('#company').inputValue()).toBe(identity.company);
  await page.goto('/inscription?etape=relecture');
  await page.getByRole('button', { name: 'Envoyer mon inscription' }).click();
  await page.getByRole('link', { name: 'Cochez la déclaration' }).waitFor();
  await expectAccessible(page);
});
