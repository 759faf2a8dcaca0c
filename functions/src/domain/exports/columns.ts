import { expertStates } from '../experts/profile.ts';
import { laureateStatuses } from '../laureates/laureate.ts';
import type { ListedExpert } from '../lists/experts.ts';
import { type ListedLaureate, noteStandings } from '../lists/laureates.ts';
import type { ProgrammeLedgerLine } from '../lists/ledger.ts';
import type { MissionPageLine } from '../lists/missions.ts';
import { missionStates } from '../missions/states.ts';
import { territoryKinds } from '../programme/territories.ts';
import { subthemeLabel, type Theme, themeOf } from '../programme/theme-list.ts';
import { amount, day, dayAt, digits, type ExportColumns, yes } from './table.ts';

const joined = (words: readonly (string | number)[]) => words.join(', ');
/** The list in force when a cell is made, which is after the rows came. */
type ThemesNow = () => readonly Theme[];
const themesOf = (themes: ThemesNow, subthemes: readonly string[]) =>
  joined([...new Set(subthemes.flatMap((id) => themeOf(themes(), id)?.label ?? []))]);
const subthemesOf = (themes: ThemesNow, subthemes: readonly string[]) =>
  joined(subthemes.map((id) => subthemeLabel(themes(), id)));

/** What may be exported of each list. Nothing here is a private note, an answer to a form or a feedback: whoever observes exports it too. */
export const missionColumns = (themes: ThemesNow): ExportColumns<MissionPageLine> => ({
  laureates: { label: 'Manufacture', first: true, cell: ({ laureateNames }) => joined(laureateNames) },
  expert: { label: 'Expert', first: true, cell: ({ expertName }) => expertName },
  state: { label: 'État', first: true, cell: ({ state }) => missionStates[state].label },
  since: { label: 'Dans cet état depuis le', first: true, cell: ({ since }) => dayAt(since) },
  deadline: { label: 'Réponse attendue avant le', first: true, cell: ({ deadline }) => day(deadline) },
  late: { label: 'En retard', cell: ({ late }) => yes(late) },
  devis: { label: 'Devis', first: true, cell: ({ devisCents }) => amount(devisCents) },
  subsidy: { label: 'Subvention engagée ou réglée', first: true, cell: ({ subsidyCents }) => amount(subsidyCents) },
  need: { label: 'Besoin (début)', cell: ({ need }) => need },
  themes: { label: 'Thématiques', cell: ({ subthemes }) => themesOf(themes, subthemes) },
  subthemes: { label: 'Sous-thématiques', cell: ({ subthemes }) => subthemesOf(themes, subthemes) },
  regions: { label: 'Régions', cell: ({ regions }) => joined(regions) },
  promotions: { label: 'Promotions', cell: ({ promotions }) => joined(promotions) },
  createdAt: { label: 'Demandée le', cell: ({ createdAt }) => dayAt(createdAt) },
  validatedAt: { label: 'Validée le', cell: ({ validatedAt }) => dayAt(validatedAt) },
  plannedStart: { label: 'Début prévu', cell: ({ plannedStart }) => day(plannedStart) },
  plannedEnd: { label: 'Fin prévue', cell: ({ plannedEnd }) => day(plannedEnd) },
  lastReminder: { label: 'Dernier rappel le', cell: ({ lastReminderAt }) => dayAt(lastReminderAt) },
  id: { label: 'Identifiant de la mission', cell: ({ id }) => id },
});

export const laureateColumns: ExportColumns<ListedLaureate> = {
  name: { label: 'Nom', first: true, cell: ({ name }) => name },
  reference: { label: 'Référence', cell: ({ reference }) => reference },
  siret: { label: 'SIRET', first: true, cell: ({ sirets }) => digits(sirets.at(-1) ?? null) },
  status: { label: 'Statut', first: true, cell: ({ status }) => laureateStatuses[status] },
  region: { label: 'Région', first: true, cell: ({ region }) => region },
  department: { label: 'Département', cell: ({ department }) => department },
  territory: { label: 'Territoire', cell: ({ territory }) => territoryKinds[territory] },
  promotion: { label: 'Promotion', first: true, cell: ({ promotion }) => ({ count: promotion }) },
  note: {
    label: 'Note de cadrage',
    cell: (row) => Object.values(noteStandings).find(({ isSo }) => isSo(row))?.label ?? null,
  },
  noteVersion: {
    label: 'Version de la note',
    cell: ({ noteVersion }) => (noteVersion === null ? null : { count: noteVersion }),
  },
  awarded: { label: 'Attribué', first: true, cell: ({ balance }) => amount(balance.awardedCents) },
  committed: { label: 'Engagé', first: true, cell: ({ balance }) => amount(balance.committedCents) },
  settled: { label: 'Réglé', first: true, cell: ({ balance }) => amount(balance.settledCents) },
  paid: { label: 'Payé', cell: ({ balance }) => amount(balance.paidCents) },
  remaining: { label: 'Reste', first: true, cell: ({ balance }) => amount(balance.remainingCents) },
  id: { label: 'Identifiant', cell: ({ id }) => id },
};

export const expertColumns = (themes: ThemesNow): ExportColumns<ListedExpert> => ({
  company: { label: 'Structure', first: true, cell: ({ company }) => company },
  siret: { label: 'SIRET', first: true, cell: ({ siret }) => digits(siret) },
  state: { label: 'État', first: true, cell: ({ state }) => expertStates[state] },
  published: { label: 'Dans l’annuaire', first: true, cell: ({ published }) => yes(published) },
  open: { label: 'Missions ouvertes', cell: ({ mayBeCommissioned, stopped }) => yes(mayBeCommissioned && !stopped) },
  contact: { label: 'Contact', first: true, cell: ({ contact }) => contact.name },
  email: { label: 'Adresse de courriel', first: true, cell: ({ contact }) => contact.email },
  phone: { label: 'Téléphone', cell: ({ contact }) => digits(contact.phone) },
  website: { label: 'Site', cell: ({ website }) => website },
  themes: { label: 'Thématiques', first: true, cell: ({ subthemes }) => themesOf(themes, subthemes) },
  subthemes: { label: 'Sous-thématiques', cell: ({ subthemes }) => subthemesOf(themes, subthemes) },
  regions: { label: 'Régions', cell: ({ regions }) => joined(regions) },
  submittedAt: { label: 'Inscrite le', first: true, cell: ({ submittedAt }) => dayAt(submittedAt) },
  reviewedAt: { label: 'Examinée le', cell: ({ reviewedAt }) => dayAt(reviewedAt) },
  confirmedAt: { label: 'Confirmée le', cell: ({ confirmedAt }) => dayAt(confirmedAt) },
  id: { label: 'Identifiant', cell: ({ id }) => id },
});

export const ledgerColumns: ExportColumns<ProgrammeLedgerLine> = {
  at: { label: 'Date', first: true, cell: ({ at }) => dayAt(at) },
  laureate: { label: 'Manufacture', first: true, cell: ({ laureateName }) => laureateName },
  what: { label: 'Nature', first: true, cell: ({ what }) => what },
  detail: { label: 'Détail', first: true, cell: ({ detail }) => detail },
  expert: { label: 'Expert', first: true, cell: ({ expertName }) => expertName },
  cents: { label: 'Effet sur ce qui reste', first: true, cell: ({ cents }) => amount(cents) },
  paid: { label: 'Payé', first: true, cell: ({ paidCents }) => amount(paidCents) },
  reason: { label: 'Motif', cell: ({ reason }) => reason },
  by: { label: 'Par', cell: ({ byName }) => byName },
  mission: { label: 'Identifiant de la mission', cell: ({ missionId }) => missionId },
  id: { label: 'Identifiant de la ligne', cell: ({ id }) => id },
};
