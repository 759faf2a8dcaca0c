import { expect } from 'vitest';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { laureatesCsv } from '../laureate-files.ts';
import { staffPerson } from '../people.ts';
import { newSiret } from '../sirets.ts';
import { inbox } from '../suite.ts';
import { answer, choose, pdf } from './filling-in.ts';
import { followMail, signInByMail, type Visitor } from './visitor.ts';

/** Of one story in the browser, new each time. */
export interface Names {
  readonly tag: string;
  readonly laureateName: string;
  readonly otherName: string;
  readonly company: string;
  readonly laureateEmail: string;
  readonly expertEmail: string;
  readonly need: string;
}

export function newNames(): Names {
  const tag = newId().slice(0, 6);
  return {
    tag,
    laureateName: `La Filature ${tag}`,
    otherName: `Le Fournil ${tag}`,
    company: `Atelier Commun ${tag}`,
    laureateEmail: `anne.${tag}@exemple.fr`.toLowerCase(),
    expertEmail: `ousmane.${tag}@exemple.fr`.toLowerCase(),
    need: 'Revoir le modèle économique de l’atelier de tissage.',
  };
}

/** The team imports two laureates, after a dry run. */
export async function importLaureates(
  staff: Visitor,
  { tag, laureateName, laureateEmail, otherName }: Names,
): Promise<void> {
  const person = await staffPerson(`staff${tag}`);
  await signInByMail(staff, person.email);
  const { page } = staff;
  await page.goto('/equipe?vue=import');
  const rows = [
    `R1-${tag};${laureateName};${newSiret()};1;rural;Bretagne;Finistère;Anne Le Goff;${laureateEmail};10 000;10 000;D1-${tag};12/01/2023`,
    `R2-${tag};${otherName};${newSiret()};2;QPV;Bretagne;Finistère;Paul Riou;paul.${tag}@exemple.fr;15 000;15 000;D2-${tag};12/01/2023`,
  ];
  await page
    .locator('#laureates-choice')
    .setInputFiles({ name: 'laureats.csv', mimeType: 'text/csv', buffer: Buffer.from(laureatesCsv(...rows)) });
  await page.getByRole('button', { name: 'Importer 2' }).click();
  await page.getByText('Import terminé').waitFor();
}

/** An expert registers; the team publishes it; its mail signs it in. */
export async function registerExpert(
  { expert, staff }: { readonly expert: Visitor; readonly staff: Visitor },
  { company, expertEmail }: Names,
): Promise<void> {
  const { page } = expert;
  await page.goto('/inscription');
  await answer(page, {
    name: 'Ousmane Diarra',
    email: expertEmail,
    phone: '06 12 34 56 78',
    company,
    siret: newSiret(),
  });
  await answer(page, {
    skills: 'Modèles économiques.',
    thirdPlaces: 'Dix ans.',
    productivePlaces: 'Cinq ateliers.',
    sectors: 'Textile',
    references: 'La Fabrique, 2022.',
  });
  await choose(page, 'Stratégie économique', 'Stratégie de développement de ressources');
  await page.getByLabel('Bretagne').check();
  await page.getByRole('checkbox', { name: /intérêt/ }).check();
  await page.getByRole('button', { name: /Envoyer/ }).click();
  await page.getByRole('heading', { level: 1, name: /envoyée|reçue|merci/i }).waitFor();

  const desk = staff.page;
  await desk.goto(`/equipe?vue=experts&etat=submitted&mots=${encodeURIComponent(company)}`);
  await desk.getByRole('link', { name: company }).click();
  await desk.getByLabel('Publier la fiche').check();
  await desk.getByRole('button', { name: 'Publier la fiche' }).click();
  const mail = await inbox.awaitMessage(expertEmail, 'publiée');
  const listed = async () => {
    await page.goto(`/?mots=${encodeURIComponent(company)}`);
    return page.getByRole('link', { name: company }).count();
  };
  await expect.poll(listed, { timeout: 20_000 }).toBe(1);
  await followMail(page, mail.text);
  await page.waitForURL('**/expert**');
}

/** The laureate hands in its scoping note, deposits its application and asks the expert for a mission. */
export async function askForMission(laureate: Visitor, { laureateEmail, need, company }: Names): Promise<void> {
  await signInByMail(laureate, laureateEmail);
  const { page } = laureate;
  await page.goto('/laureat?note=oui');
  await choose(page, 'Stratégie économique', 'Stratégie de développement de ressources');
  await page.getByLabel('Votre besoin').fill('Des tarifs tenables.');
  await page.getByLabel('Priorité', { exact: true }).selectOption('1');
  await page.getByLabel('Le résultat que vous attendez').fill('Une grille de tarifs.');
  await answer(page, { project: 'Un atelier partagé.', goals: 'Atteindre l’équilibre.' });
  await page.getByRole('button', { name: 'Remettre la note de cadrage' }).click();
  await page
    .getByText(/remise/)
    .first()
    .waitFor();

  await page.goto('/laureat?dossier=oui');
  await page.locator('input[type=file]').first().setInputFiles(pdf('candidature.pdf'));
  await page.getByRole('button', { name: /Ouvrir Candidature/ }).waitFor();

  await page.goto('/laureat?demande=oui');
  await page.getByLabel('Stratégie de développement de ressources').first().check();
  await page.locator('#need').fill(need);
  await page.locator('#expert-search').fill(company);
  await page.getByLabel(company).check();
  await page.getByRole('button', { name: `Demander la mission à ${company}` }).click();
  await page.getByText('En attente de la réponse de l’expert').first().waitFor();
}
