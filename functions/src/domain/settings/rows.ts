import { LEAST_UNUSUAL } from '../programme/settings.ts';
import { type KindFor, kindFault, kindWords, MEGABYTE, type SettingKind } from './kinds.ts';
import { programmeRows } from './programme-rows.ts';
import type { SettingSection, settingEffects } from './sections.ts';
import type { SettingKey, SettingValue, SettingValues } from './values.ts';

interface Described {
  readonly section: SettingSection;
  readonly label: string;
  /** What it changes. */
  readonly help: string;
  readonly effect: keyof typeof settingEffects;
}
export type SettingRow = Described & SettingKind;

const day = { section: 'dates', kind: 'day', effect: 'tonight' } as const;
const waiting = {
  section: 'delays',
  kind: 'count',
  unit: 'workingDays',
  least: 1,
  most: 250,
  effect: 'tonight',
} as const;
const inFiles = { section: 'files', effect: 'fromNow' } as const;
const inDossiers = { section: 'dossiers', kind: 'count' } as const;

/**
 * Everything that staff may set: the page shows it, the check of what is typed and the history's words come from here. A setting without its row,
 * or of another kind than its value, does not compile. Bounds are what the service stands; within them, the programme chooses.
 */
const settingRows = {
  'dates.opening': {
    ...day,
    label: 'Ouverture du programme',
    help: 'Avant ce jour, rien ne se demande, ne se valide ni ne se règle.',
  },
  'dates.lastRequest': {
    ...day,
    label: 'Dernier jour pour demander une mission',
    help: 'Ensuite, aucune mission nouvelle ; celles qui sont demandées continuent.',
  },
  'dates.lastValidation': {
    ...day,
    label: 'Dernier jour pour valider un devis',
    help: 'Ensuite, aucun devis ni avenant n’engage plus la subvention ; aucune échéance d’ici là ne va plus loin.',
  },
  'dates.endOfServices': {
    ...day,
    label: 'Fin des prestations',
    help: 'Un devis ne prévoit rien après ce jour, et aucun avenant n’est proposé ensuite.',
  },
  'dates.lastReport': {
    ...day,
    label: 'Dernier jour pour remettre un rapport',
    help: 'Ensuite, aucun rapport ne se remet ni ne se renvoie : l’équipe clôt ou arbitre.',
  },
  'dates.lastSettlement': {
    ...day,
    label: 'Dernier jour de règlement',
    help: 'Ensuite, aucun service ne se confirme : l’équipe arbitre, et le relevé de clôture peut se faire.',
  },
  'waitingDays.awaiting_expert': {
    ...waiting,
    label: 'Délai de réponse de l’expert',
    help: 'Du jour de la demande à l’échéance.',
  },
  'waitingDays.awaiting_diagnostic': {
    ...waiting,
    label: 'Délai pour le diagnostic et le devis',
    help: 'Du jour où l’expert accepte à l’échéance.',
  },
  'waitingDays.awaiting_validation': {
    ...waiting,
    label: 'Délai de validation par le lauréat',
    help: 'Du jour où le devis est remis à l’échéance.',
  },
  'waitingDays.awaiting_correction': {
    ...waiting,
    label: 'Délai de correction',
    help: 'Du jour où le lauréat renvoie le devis à l’échéance.',
  },
  'waitingDays.awaiting_report': {
    ...waiting,
    label: 'Délai de remise du rapport',
    help: 'De la fin prévue au devis à l’échéance.',
  },
  'waitingDays.awaiting_confirmation': {
    ...waiting,
    label: 'Délai de confirmation du service',
    help: 'Du jour où le rapport est remis à l’échéance.',
  },
  reminderDays: {
    ...{ section: 'delays', kind: 'steps', unit: 'workingDays', least: 1, most: 60 },
    label: 'Rappels',
    help: 'Du début d’une attente à chaque rappel ; aucun ne part à l’échéance ni ensuite. Les mêmes nombres comptent pour la fiche d’un expert à confirmer chaque année : le dernier donne la tâche à l’équipe.',
    effect: 'tonight',
  },
  expiresAfterDays: {
    ...waiting,
    label: 'Temps laissé à l’équipe avant la clôture sans réponse',
    help: 'De la tâche « Échéance dépassée » à la clôture d’une demande à laquelle personne n’a répondu.',
  },
  quietPeriod: {
    section: 'delays',
    kind: 'quietPeriod',
    label: 'Période de repos',
    help: 'Jours de chaque année qui ne comptent pas comme ouvrés : aucune relance, aucune échéance.',
    effect: 'tonight',
  },
  closedDays: {
    section: 'delays',
    kind: 'days',
    label: 'Autres jours non travaillés',
    help: 'Ponts, fermetures, jours fériés locaux, à ajouter chaque année : aucune relance, aucune échéance ces jours-là. Les jours fériés de France sont déjà comptés.',
    effect: 'tonight',
  },
  contestHours: {
    ...{ section: 'delays', kind: 'count', unit: 'hours', least: 0, most: 720 },
    label: 'Délai pour contester une validation',
    help: 'Pendant ce temps, un membre de la manufacture peut suspendre une mission qui vient d’être validée.',
    effect: 'atOnce',
  },
  ceilings: {
    section: 'money',
    kind: 'amounts',
    label: 'Plafonds de subvention',
    help: 'Les plafonds proposés pour une attribution, saisie ou importée. Les attributions déjà faites ne changent pas.',
    effect: 'fromNow',
  },
  adjustFourEyes: {
    section: 'money',
    kind: 'fourEyes',
    label: 'Seconde personne pour corriger une subvention',
    help: 'Quand une correction doit être approuvée par une autre personne de l’équipe. Celles qui attendent attendent toujours.',
    effect: 'fromNow',
  },
  invoiceTaskDays: {
    ...{ section: 'money', kind: 'count', unit: 'days', least: 0, most: 365 },
    label: 'Attente d’une facture avant qu’elle revienne à l’équipe',
    help: 'Passé ce temps sans paiement ni refus, la facture est dans la liste « À traiter ».',
    effect: 'fromNow',
  },
  freshSignInMinutes: {
    ...{ section: 'money', kind: 'count', unit: 'minutes', least: 1, most: 720 },
    label: 'Âge de la connexion pour engager de l’argent',
    help: 'Au-delà, un code envoyé par courriel est demandé avant de valider ou de confirmer.',
    effect: 'atOnce',
  },
  noteMustBeAccepted: {
    section: 'dossiers',
    kind: 'yesNo',
    label: 'La note de cadrage doit être acceptée',
    help: 'Si oui, aucune mission ne se demande avant que l’équipe ait accepté la note ; celles qui attendent arrivent dans « À traiter » dans la nuit.',
    effect: 'atOnce',
  },
  dossierClosesAfterDays: {
    ...inDossiers,
    ...{ unit: 'days', least: 0, most: 365 },
    label: 'Lecture du dossier après une mission',
    help: 'Le temps pendant lequel l’expert lit encore le dossier d’une manufacture, une fois leur dernière mission achevée.',
    effect: 'fromNow',
  },
  longestExtensionDays: {
    ...inDossiers,
    ...{ unit: 'days', least: 1, most: 365 },
    label: 'Plus longue prolongation d’un accès',
    help: 'Jusqu’où l’équipe peut prolonger l’accès d’une personne à un dossier.',
    effect: 'fromNow',
  },
  unusualOpeningsAnHour: {
    ...inDossiers,
    ...{ unit: 'files', least: LEAST_UNUSUAL, most: 10_000 },
    label: 'Volume de lecture inhabituel, par heure',
    help: 'Au-delà, l’équipe est prévenue ; personne n’est bloqué.',
    effect: 'atOnce',
  },
  messageDaysAfterEnd: {
    ...inDossiers,
    ...{ unit: 'days', least: 0, most: 730 },
    label: 'Échanges après la fin d’une mission',
    help: 'Le temps pendant lequel on peut encore écrire ; on les lit toujours.',
    effect: 'atOnce',
  },
  mailsMergeMinutes: {
    ...{ section: 'mails', kind: 'count', unit: 'minutes', least: 0, most: 60 },
    label: 'Attente avant le courriel d’un changement',
    help: 'Si la mission change encore pendant ce temps, un seul courriel dit tout. Avec 0, chaque courriel part aussitôt. Les codes, les demandes et les validations n’attendent jamais.',
    effect: 'atOnce',
  },
  mostMailsAWeek: {
    ...{ section: 'mails', kind: 'count', unit: 'mails', least: 1, most: 50 },
    label: 'Courriels par semaine, pour une personne d’un lauréat',
    help: 'Hors demandes, décisions et messages ; celui qui rassemble la semaine y est compté. Ce qui dépasse l’attend dans le courriel de la semaine, sauf ce qu’elle a choisi de recevoir tout de suite.',
    effect: 'atOnce',
  },
  archiveDays: {
    ...{ section: 'files', kind: 'count', unit: 'days', least: 1, most: 30 },
    label: 'Garde d’une archive préparée',
    help: 'Le temps pendant lequel une archive se télécharge ; elle est ensuite effacée, et peut être préparée de nouveau.',
    effect: 'fromNow',
  },
  proofOriginDays: {
    ...inDossiers,
    // As long as the table of retention tells people, and no longer (`retention/categories.ts`).
    ...{ unit: 'days', least: 30, most: 365 },
    label: 'Garde de l’adresse et du navigateur d’une décision',
    help: 'D’où une décision a été envoyée : gardé à part de sa preuve, lu par aucune page, puis effacé.',
    effect: 'fromNow',
  },
  largestFile: {
    ...inFiles,
    // What the rules of Storage let in, at most.
    ...{ kind: 'size', least: MEGABYTE, most: 20 * MEGABYTE },
    label: 'Taille d’un document',
    help: 'Le plus gros document que l’on peut déposer.',
  },
  largestBindingFile: {
    ...inFiles,
    ...{ kind: 'size', least: MEGABYTE, most: 20 * MEGABYTE },
    label: 'Taille d’un document qui engage',
    help: 'Le plus gros diagnostic, devis, rapport ou autre document qui engage.',
  },
  filesPerMission: {
    ...inFiles,
    ...{ kind: 'count', unit: 'files', least: 10, most: 1_000 },
    label: 'Fichiers d’une mission',
    help: 'Le plus qu’une mission peut en avoir. Ceux qui y sont restent.',
  },
  bytesPerLaureate: {
    ...inFiles,
    ...{ kind: 'size', least: 50 * MEGABYTE, most: 10_000 * MEGABYTE },
    label: 'Place d’une manufacture',
    help: 'Tous ses fichiers, missions comprises. Ceux qui y sont restent.',
  },
  uploadsPerHour: {
    ...inFiles,
    ...{ kind: 'count', unit: 'files', least: 5, most: 1_000 },
    label: 'Dépôts d’une personne, par heure',
    help: 'Au-delà, elle attend un peu avant de déposer encore.',
  },
  staffUploadsPerHour: {
    ...inFiles,
    ...{ kind: 'count', unit: 'files', least: 5, most: 5_000 },
    label: 'Dépôts d’une personne de l’équipe, par heure',
    help: 'L’équipe met en place des dossiers entiers.',
  },
  ...programmeRows,
} as const satisfies { readonly [Key in SettingKey]: Described & KindFor<SettingValues[Key]> };

export const settingKeys: readonly SettingKey[] = Object.keys(settingRows).filter(isSettingKey);

/** Whether a word names a setting. */
export function isSettingKey(name: unknown): name is SettingKey {
  return typeof name === 'string' && Object.hasOwn(settingRows, name);
}

/** The row of a setting, read as the general type. */
export function settingRow(key: SettingKey): SettingRow {
  return settingRows[key];
}

/** A value as people read it. */
export function valueWords(key: SettingKey, value: SettingValue): string {
  return kindWords(settingRow(key), value);
}

/** « Délai de correction : écrivez un nombre entier entre 1 et 250 jours ouvrés. » Null when the value may be kept. */
export function valueFault(key: SettingKey, value: SettingValue | undefined): string | null {
  const row = settingRow(key);
  const fault = kindFault(row, value);
  return fault === null ? null : `${row.label} : ${fault}.`;
}
