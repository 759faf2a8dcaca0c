import { DAY, HOUR, type Instant, MINUTE } from '../calendar.ts';

/** What a schedule must leave behind it, to be known to live. */
interface ScheduleRow {
  /** What it does, as the page of the service's health says it. */
  readonly label: string;
  /** An end is written only when the last one that was written is as old as this: a write each minute would cost more than it tells. */
  readonly keptEvery: number;
  /** After how long without a good end somebody must look. */
  readonly lateAfter: number;
}

const eachMinute = { keptEvery: 15 * MINUTE, lateAfter: 45 * MINUTE } as const;
const eachTenMinutes = { keptEvery: 20 * MINUTE, lateAfter: HOUR } as const;
const eachHalfHour = { keptEvery: 0, lateAfter: 2 * HOUR } as const;
const eachHour = { keptEvery: 0, lateAfter: 3 * HOUR } as const;
const eachDay = { keptEvery: 0, lateAfter: DAY + 2 * HOUR } as const;

/** Everything that runs by itself, by the name of its function. A new schedule fails the test of the manifest until it has its line here. */
export const schedules = {
  sweepMails: { label: 'Envoi des courriels', ...eachMinute },
  sweepProjections: { label: 'Documents, dépôts et soldes laissés de côté', ...eachTenMinutes },
  sweepArchives: { label: 'Archives en cours', ...eachTenMinutes },
  sweepPreviews: { label: 'Aperçus des documents', ...eachHalfHour },
  stampProofs: { label: 'Horodatage des preuves', ...eachHour },
  watchHealth: { label: 'Surveillance du service', ...eachHour },
  retainData: { label: 'Durées de conservation et effacements', ...eachDay },
  sweepInterests: { label: 'Liens entre experts et manufactures', ...eachDay },
  sweepTasks: { label: 'Ce qui attend l’équipe', ...eachDay },
  sweepLists: { label: 'Listes du programme', ...eachDay },
  reconcileLedgers: { label: 'Vérification des registres', ...eachDay },
  countFigures: { label: 'Statistiques', ...eachDay },
  sendSummaries: { label: 'Synthèses', ...eachDay },
  sweepDeadlines: { label: 'Échéances et rappels', ...eachDay },
  sweepCards: { label: 'Fiches de l’annuaire', ...eachDay },
  makeDigests: { label: 'Courriels groupés', ...eachDay },
} as const satisfies Record<string, ScheduleRow>;
export type ScheduleName = keyof typeof schedules;
export const scheduleNames = Object.keys(schedules).filter((name): name is ScheduleName =>
  Object.hasOwn(schedules, name),
);

/** What is known of a schedule. */
export interface ScheduleRun {
  readonly schedule: ScheduleName;
  /** Since when it is followed: a new one is not late before it had its time. */
  readonly since: Instant;
  /** When it last ended well, within `keptEvery`; null while it never did. */
  readonly at: Instant | null;
}

/** Whether it should have ended well since. One that nobody follows yet is not late. */
export function isLate(run: ScheduleRun | undefined, now: Instant): boolean {
  return run !== undefined && now - (run.at ?? run.since) > schedules[run.schedule].lateAfter;
}

/** Whether the end at `now` is to be written, after the one written at `kept`. */
export function isToKeep(schedule: ScheduleName, kept: Instant | undefined, now: Instant): boolean {
  return kept === undefined || now - kept >= schedules[schedule].keptEvery;
}
