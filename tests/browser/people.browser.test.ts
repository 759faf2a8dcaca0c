import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { addDays, dayOf } from '../../functions/src/domain/calendar.ts';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { expectCall } from '../calls.ts';
import { type ExpertOfTests, publishedExpert } from '../experts.ts';
import { type StaffPerson, staffPerson } from '../people.ts';
import { type LaureateOfTests, laureateWith, submittedMission } from '../programme.ts';
import { inbox } from '../suite.ts';
import { expectAccessible } from './accessible.ts';
import { openJourney } from './journey.ts';
import { followMail, type Visitor } from './visitor.ts';

/** A signatory brings a colleague in and lends its signature, on a phone; the team cuts an access, and its reader is told why it is closed. */
const tag = newId().slice(0, 6);
const colleague = `louis.${tag}@exemple.fr`.toLowerCase();

const journey = openJourney('people');
let signatory: Visitor;
let contributor: Visitor;
let team: Visitor;
let reader: Visitor;
let laureate: LaureateOfTests;
let expert: ExpertOfTests;
let staff: StaffPerson;
let missionId: string;

beforeAll(async () => {
  [laureate, expert, staff] = await Promise.all([laureateWith(10_000_00), publishedExpert(), staffPerson(newId())]);
  ({ missionId } = await submittedMission(laureate, expert, 3_000_00));
  [signatory, contributor, team, reader] = await Promise.all([
    journey.comes('signatory', 360, laureate.signatory),
    journey.comes('contributor', 360),
    journey.comes('team', 1280, staff),
    journey.comes('reader', 1280, expert.person),
  ]);
});

it('a signatory invites a contributor, who enters by the mail and may invite nobody', async () => {
  const { page } = signatory;
  await page.goto('/laureat');
  await page.getByRole('link', { name: 'Les personnes' }).click();
  await page.getByRole('button', { name: 'Inviter une personne' }).click();
  await page.getByLabel('Prénom et nom').fill('Louis Martin');
  await page.getByLabel('Adresse de courriel').fill(colleague);
  await page.getByLabel('Personne contributrice').check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await page.getByText(`L’invitation est partie à ${colleague}`).waitFor();
  await page.getByText('première connexion attendue').waitFor();
  const mail = await inbox.awaitMessage(colleague, 'Votre espace est ouvert');
  await followMail(contributor.page, mail.text);
  await contributor.page.getByRole('link', { name: 'Les personnes' }).click();
  await contributor.page.getByText('Louis Martin', { exact: true }).last().waitFor();
  expect(await contributor.page.getByRole('button', { name: 'Inviter une personne' }).count()).toBe(0);
});

it('once there, the contributor may be lent the signature for some days, and the journal says by whom', async () => {
  const { page } = signatory;
  await page.reload();
  const louis = page.getByRole('listitem').filter({ hasText: colleague });
  await louis.getByText('Accès ouvert').waitFor();
  await louis.getByText('Gérer').click();
  await louis.getByRole('button', { name: 'Déléguer la signature' }).click();
  const today = dayOf(Date.now());
  await page.getByLabel('Premier jour').fill(today);
  await page.getByLabel('Dernier jour').fill(addDays(today, 10));
  await page.getByRole('dialog').getByRole('button', { name: 'Déléguer la signature' }).click();
  await louis.getByText('Signe par délégation d’Anne Le Goff').waitFor();
  await page.getByText('Anne Le Goff a délégué sa signature à Louis Martin.').waitFor();
  await expectAccessible(page);
});

it('staff cut an access with a reason, the laureate sees it, and the reader is told so instead of the dossier', async () => {
  await team.page.goto(`/equipe?laureat=${laureate.laureateId}&partie=acces`);
  await team.page.getByText('Peut lire le dossier').waitFor();
  await expectAccessible(team.page);
  await team.page.getByRole('button', { name: 'Couper l’accès' }).click();
  await team.page.getByLabel('Pourquoi').fill('À la demande de la manufacture.');
  await team.page.getByRole('dialog').getByRole('button', { name: 'Couper l’accès' }).click();
  await team.page.getByText('Accès coupé par l’équipe').waitFor();
  await signatory.page.goto('/laureat?acces=oui');
  await signatory.page.getByText('Accès coupé par l’équipe').waitFor();
  await reader.page.goto(`/expert?mission=${missionId}`);
  await reader.page.getByText('a coupé votre accès à ce dossier').waitFor();
  await expectAccessible(reader.page);
});

it('whoever mails do not reach is told on each page, and says in one press that the address is right', async () => {
  const { page } = signatory;
  const organisation = { kind: 'laureate', laureateId: laureate.laureateId } as const;
  const { uid } = laureate.signatory;
  const reason = 'Un message de retour dit que la boîte est pleine.';
  await expectCall('personAction', { action: 'flagAddress', reason, organisation, uid }, staff.token);
  const banner = page.getByRole('region', { name: 'Votre adresse de courriel' });
  for (const address of ['/laureat', '/laureat?dossier=oui']) {
    await page.goto(address);
    await banner.getByText('Nos courriels ne vous parviennent pas').waitFor();
  }
  await expectAccessible(page);
  expect(await page.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true);
  await banner.getByRole('button', { name: 'Cette adresse est la bonne' }).press('Enter');
  await banner.getByRole('status').getByText(laureate.email).waitFor();
  expect(await banner.locator(':focus').count()).toBe(1);
  await inbox.awaitMessage(laureate.email, 'arrivent bien');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('main').getByText('Candidature').first().waitFor();
  expect(await banner.count()).toBe(0);
});

it('staff suspend a manufacture on its record, told what follows, and lift it', async () => {
  const { page } = team;
  await page.goto(`/equipe?laureat=${laureate.laureateId}&partie=fiche`);
  const decide = async (action: string, happened: string) => {
    await page.getByRole('button', { name: action }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Pourquoi').fill('Vérification de la liquidation annoncée.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: action }).click();
    await page.getByText(happened).first().waitFor();
  };
  await decide('Suspendre le lauréat', 'Lauréat suspendu');
  await decide('Lever la suspension', 'Suspension levée');
  await expectAccessible(page);
});

it('staff read what a setting becomes before saving it, and see what a colleague saved meanwhile beside what they typed', async () => {
  const { page } = team;
  await page.goto('/equipe?vue=reglages');
  await page.getByLabel('Échanges après la fin d’une mission').fill('45');
  await page.getByLabel('Dernier jour pour demander une mission').fill(addDays(dayOf(Date.now()), 100));
  await page.getByLabel('Pourquoi changez-vous').fill('Un été plus court.');
  await expectAccessible(page);
  const asked = { basedOn: 1, reason: 'Essai.', values: { messageDaysAfterEnd: 30 } };
  await expectCall('saveSettings', { ...asked, operationId: randomUUID() }, staff.token);
  const save = async () => {
    await page.getByRole('button', { name: 'Relire avant d’enregistrer' }).click();
    await page.getByRole('dialog').getByText('Ces dates laissent moins de temps').waitFor();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer les réglages' }).click();
  };
  await save();
  await page.getByText('30 jours désormais, 45 jours pour vous').waitFor();
  await page.getByText('En vigueur : 30 jours').waitFor();
  await save();
  await page.getByText('c’est leur version 3').waitFor();
  await page.getByText('30 jours → 45 jours').waitFor();
});

it('staff change a form by the keyboard alone, see it as its readers will, and publish it with what changes', async () => {
  const { page } = team;
  await page.goto('/equipe?vue=formulaires');
  await page.getByRole('link', { name: 'Rapport de mission' }).click();
  await page.getByRole('button', { name: 'Descendre la question 1.1' }).press('Enter');
  await page.getByText('Déplacée : question 2 sur 2 de la partie « Déroulement ».').waitFor({ state: 'attached' });
  // What moved keeps the focus: here the button that would move it further.
  expect(await page.locator('button:focus').textContent()).toBe('Descendre la question 1.2');
  await page.getByRole('button', { name: 'Ajouter une question à la partie 2' }).press('Enter');
  await page.locator('input:focus, textarea:focus').waitFor();
  await page.keyboard.type('Quels partenaires avez-vous associés ?');
  await page.locator('#remove-gaps').click();
  await page.getByRole('dialog').getByText('Ce qui a déjà été répondu n’est pas effacé').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer la question' }).click();
  await page.getByLabel('Pourquoi changez-vous').fill('Retour des experts.');
  await page.reload();
  await page.getByText('Votre travail est repris').waitFor();
  await page.getByText('Aperçu de la page').click();
  await page.locator('details').getByLabel('Quels partenaires avez-vous associés').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Relire avant de publier' }).click();
  await page.getByRole('dialog').getByText('Question retirée : « Écarts avec le diagnostic préalable ».').waitFor();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Publier le formulaire' }).click();
  await page.getByText('c’est sa version 2').waitFor();
  await page.getByRole('button', { name: 'Voir la version précédente' }).click();
  await page.getByText('Écarts avec le diagnostic préalable', { exact: true }).waitFor();
});

it('staff check the accounts of every laureate at once, and read how much was read', async () => {
  const { page } = team;
  await page.goto('/equipe?vue=laureats');
  await page.getByRole('button', { name: 'Vérifier les comptes de tous les lauréats' }).click();
  await page.getByText(/Lauréats relus, \d+\s; lignes relues, \d+/).waitFor({ timeout: 60_000 });
  await expectAccessible(page);
});

it('staff change the text of a document: what is wrong leads to its place, pages follow, and the version before comes back', async () => {
  const { page } = team;
  await page.goto('/equipe?vue=modeles');
  await page.getByRole('link', { name: 'Relevé de subvention' }).click();
  const text = page.getByLabel('Texte du modèle');
  const ours = await text.inputValue();
  await text.fill('# {{titre}}');
  await page.getByRole('link', { name: 'Ligne 1 : le champ « titre » n’existe pas ici' }).click({ timeout: 60_000 });
  await page.keyboard.type('x');
  expect(await text.inputValue()).toBe('# {{xtitre}}');
  await text.fill('');
  await page.getByLabel('Chercher un champ').fill('titre du relevé');
  await page.getByRole('button', { name: 'Titre du relevé' }).press('Enter');
  expect(await text.inputValue()).toBe('{{title}}');
  await page.getByText('À remettre avant de publier').waitFor();
  await expectAccessible(page);

  await text.fill(ours.replace('## Chaque ligne', '## Le détail du registre'));
  await page.getByText('L’aperçu est à jour').waitFor();
  await page.getByRole('button', { name: /^Publier la version/ }).click();
  const publishing = page.getByRole('dialog');
  await publishing.getByText('## Le détail du registre').waitFor();
  await publishing.getByLabel('Pourquoi changez-vous').fill('Un titre plus clair.');
  await expectAccessible(page);
  await publishing.getByRole('button', { name: /^Publier la version/ }).click();
  await page.getByText(/La version \d+ est en vigueur/).waitFor();
  await page.getByRole('button', { name: /^Revenir à la version précédente/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revenir à cette version' }).click();
  await page.getByText('De nouveau en vigueur').waitFor();
  // The page reads again what is in force.
  await expect.poll(() => text.inputValue(), { timeout: 30_000 }).toBe(ours);
});

it('a manufacture takes back its yes to sharing in one press and gives it again, then shares a need that many have', async () => {
  const { page } = signatory;
  const neighbour = await laureateWith(10_000_00);
  // More than a line of the home names.
  for (const _other of [1, 2, 3, 4]) await laureateWith(10_000_00);
  await page.goto('/laureat');
  await page.getByText(/Ouverte au partage depuis le .* par Anne Le Goff/).waitFor();
  await page.getByText(/manufactures? (a|ont) les mêmes besoins que vous/).waitFor();
  await page
    .getByText(/^Voir les \d+/)
    .first()
    .click();
  await page.getByRole('listitem').getByText(neighbour.name, { exact: true }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ne plus être proposée au partage' }).click();
  await page.getByText('Votre manufacture n’est pas proposée aux autres').waitFor();
  expect(await page.getByRole('link', { name: /^Partager une mission/ }).count()).toBe(0);
  await expectAccessible(page);

  await page.goto('/laureat?demande=oui');
  await page.getByText('Partager la mission avec d’autres manufactures').click();
  const accept = page.getByRole('button', { name: 'Accepter d’être proposée pour partager une mission' });
  await accept.waitFor();
  expect(await page.getByLabel('Chercher une manufacture').count()).toBe(0);
  await accept.press('Enter');
  await page.getByLabel('Chercher une manufacture').waitFor();
  expect(await page.locator('button:focus').textContent()).toBe('Ne plus être proposée au partage');

  await page.goto('/laureat');
  await page
    .getByRole('link', { name: /^Partager une mission/ })
    .first()
    .click();
  await page.getByLabel('Chercher une manufacture').fill(neighbour.name);
  const invited = page.getByRole('checkbox', { name: neighbour.name });
  await invited.check();
  expect(await page.locator('#subthemes input:checked').count()).toBe(1);
  await expectAccessible(page);
  await page.locator('#need').fill('Revoir nos tarifs à plusieurs.');
  await page.locator('#expert-search').fill(expert.company);
  await page.getByLabel(expert.company).check();
  await page.getByRole('button', { name: `Demander la mission à ${expert.company}` }).click();
  await page.getByText('Votre demande est partie').first().waitFor();
  await inbox.awaitMessage(neighbour.email, 'partager');
});

it('staff correct a name, told what follows, and its owner reads it at the top of its page', async () => {
  const { page } = team;
  await page.goto(`/equipe?laureat=${laureate.laureateId}&partie=personnes`);
  const louis = page.getByRole('listitem').filter({ hasText: colleague });
  await louis.getByText('Gérer').click();
  await louis.getByRole('button', { name: 'Corriger le nom' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Ce qui est déjà fait garde le nom d’avant').waitFor();
  await dialog.getByLabel('Prénom et nom').fill('Louis Martinet');
  await dialog.getByLabel('Pourquoi').fill('Son nom complet.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Corriger le nom' }).click();
  await page.getByText('Nom corrigé : Louis Martinet.').waitFor();
  await contributor.page.goto('/laureat');
  await contributor.page.getByRole('button', { name: 'Louis Martinet' }).waitFor();
});

it('who lost a phone ends every session from the name at the top of any page', async () => {
  const { page } = contributor;
  await page.getByRole('button', { name: 'Louis Martinet' }).click();
  await page.getByRole('link', { name: 'Se déconnecter partout' }).click();
  await page.getByRole('button', { name: 'Se déconnecter partout' }).click();
  await page.getByText('Toutes vos connexions sont fermées').waitFor();
  await page.goto('/laureat');
  await page.waitForURL('**/connexion?suite=**');
});
