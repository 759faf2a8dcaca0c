import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { get } from '../../functions/src/store/collection.ts';
import { laureates } from '../../functions/src/store/collections/laureates.ts';
import { call, expectCall } from '../calls.ts';
import { registration } from '../experts.ts';
import { type Person, staffPerson } from '../people.ts';
import { laureateWith, openProgramme } from '../programme.ts';
import { firestore } from '../suite.ts';
import { launchBrowser } from './launch.ts';
import { signInByMail, type Visitor, visitor } from './visitor.ts';

/** An expert completes on a phone what the team sent back; the team then lifts the interest that was found. */
const tag = newId().slice(0, 6);
const company = `Atelier Complet ${tag}`;
const email = `ousmane.${tag}@exemple.fr`.toLowerCase();

let browser: Browser;
let expert: Visitor;
let team: Visitor;
let staff: Person;
let expertId: string;
let laureateName: string;

beforeAll(async () => {
  await openProgramme();
  browser = await launchBrowser();
  [expert, team] = await Promise.all([visitor(browser, 360), visitor(browser, 1280)]);
  staff = await staffPerson(newId());
  const laureate = await laureateWith(10_000_00);
  laureateName = laureate.name;
  const siret = (await get(firestore, laureates, laureate.laureateId))?.legalEntities[0]?.siret ?? '';
  const asked = { ...registration, company, email, siret, name: `Ousmane ${tag}` };
  ({ expertId } = await expectCall('registerExpert', asked, null));
  const remarks = { references: 'Deux missions, avec l’année.' };
  const sentBack = { decision: 'return', message: 'Précisez vos références.', interview: null, remarks } as const;
  await call('expertAction', { ...sentBack, expertId, operationId: crypto.randomUUID() }, staff.token);
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [name, { page }] of Object.entries({ expert, team }))
    await page.screenshot({ path: `.local/failures/registration-${name}.png`, fullPage: true });
});

afterAll(async () => {
  await browser?.close();
});

it('a returned registration is completed where it was left, its text kept on the device, and sent again', async () => {
  const { page } = expert;
  await signInByMail(expert, email);
  await page.goto('/expert');
  await page.getByText('Précisez vos références.').waitFor();
  await page.getByRole('link', { name: 'Compléter mon inscription' }).click();
  await page.getByText('Précisez vos références.').waitFor();
  await page.getByText('C’est celle de votre compte').waitFor();
  expect(await page.locator('#email').count()).toBe(0);
  expect(await page.locator('#company').inputValue()).toBe(company);
  await page.locator('#references').fill('La Fabrique, 2022 ; Le Bocal, 2023.');
  await page.reload();
  await page.getByText('Votre texte est repris').waitFor();
  expect(await page.locator('#references').inputValue()).toBe('La Fabrique, 2022 ; Le Bocal, 2023.');
  const send = page.getByRole('button', { name: 'Envoyer mes changements' });
  await send.click();
  await page.getByRole('link', { name: 'Cochez la déclaration' }).waitFor();
  await page.locator('#declaresNoInterest').check();
  await send.click();
  await page.getByText('Votre fiche est maintenant « À examiner »').waitFor();
  await page.getByRole('link', { name: 'Revenir à votre espace' }).click();
  await page.getByText('Votre inscription est à l’examen').waitFor();
  expect(expert.complaints).toEqual([]);
});

it('the team opens missions in spite of an interest with a reason only, and reads later who did and why', async () => {
  const { page } = team;
  await signInByMail(team, staff.email);
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
  expect(team.complaints).toEqual([]);
});
