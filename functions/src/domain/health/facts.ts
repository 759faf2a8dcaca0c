import { DAY, HOUR, type Instant, MINUTE } from '../calendar.ts';
import { isLate, type ScheduleName, type ScheduleRun, scheduleNames, schedules } from './schedules.ts';

/** What was read of the service, at one moment: numbers and instants, nothing of anybody. */
export interface HealthReading {
  readonly now: Instant;
  readonly runs: readonly ScheduleRun[];
  /** Since when the oldest mail that should have left waits; null when none does. */
  readonly oldestMailDueAt: Instant | null;
  /** Mails that nobody tries any more, from more than three days ago. */
  readonly unreached: number;
  readonly openLetters: number;
  readonly brokenLedgers: number;
  /** Ledgers that were checked once, and not since yesterday: the check of the night stops at them, or does not run. */
  readonly uncheckedLedgers: number;
  /** Ledgers that no check met yet: those of the day, that the night will meet. */
  readonly newLedgers: number;
  readonly oldestDocumentAskedAt: Instant | null;
  /** Deposits that were sent, and are neither kept nor refused, after half an hour. */
  readonly stuckDeposits: number;
  /** Files that no antivirus has judged; null where the deployment has none. */
  readonly unscanned: number | null;
  /** The end of the oldest day whose proofs wait for their stamp; null when none does, or nobody stamps. */
  readonly oldestUnstamped: Instant | null;
  /** What has waited for the team for more than two weeks. */
  readonly oldTasks: number;
}

export const UNREACHED_AFTER = 3 * DAY;
export const STUCK_AFTER = 30 * MINUTE;
export const OLD_TASK_AFTER = 14 * DAY;
/** Checked each night, with the time that a night may take. */
export const UNCHECKED_AFTER = DAY + 2 * HOUR;

interface HealthFact {
  readonly label: string;
  /** What is measured, in milliseconds for an age; null where there is nothing to measure. */
  readonly measure: (reading: HealthReading) => number | null;
  /** From more than this on, somebody must look. */
  readonly limit: number;
  readonly unit: 'age' | 'count';
  readonly well: (reading: HealthReading) => string;
  /** `amount`: « 3 heures », or a number. */
  readonly short: (amount: string, reading: HealthReading) => string;
  readonly todo: string;
  /** Page of ours where it is mended; null for what only whoever runs the service can mend. */
  readonly path: string | null;
  /** Whether staff are written to, at most once a day. What a page of theirs shows already needs no mail. */
  readonly alerts: boolean;
}

const words = (text: string) => () => text;
const since = (instant: Instant | null, now: Instant) => (instant === null ? 0 : now - instant);
const incidents = '/equipe?vue=incidents';
const technical = 'Prévenez la personne qui maintient le service : elle lance « npm run doctor » et lit les journaux.';

/** What tells whether the service does its work: one line a fact. The page, the mails and « npm run doctor » read this table, and nothing else. */
export const healthFacts = {
  schedules: {
    label: 'Tâches automatiques',
    measure: ({ runs, now }) => runs.filter((run) => isLate(run, now)).length,
    ...{ limit: 0, unit: 'count', alerts: true, path: null, todo: technical },
    well: words('Aucune n’est en retard.'),
    short: (_amount, reading) => `En retard, ou en échec pour une partie : ${lateLabels(reading).join(', ')}.`,
  },
  mails: {
    label: 'Courriels à partir',
    measure: ({ oldestMailDueAt, now }) => since(oldestMailDueAt, now),
    ...{ limit: 30 * MINUTE, unit: 'age', alerts: true, path: incidents },
    well: words('Aucun n’attend plus qu’il ne doit.'),
    short: (amount) => `Le plus ancien aurait dû partir il y a ${amount}.`,
    todo: 'Si d’autres sont à partir aussi, le serveur de courriel ne répond pas : prévenez la personne qui maintient le service.',
  },
  unreached: {
    label: 'Courriels non remis',
    measure: ({ unreached }) => unreached,
    ...{ limit: 0, unit: 'count', alerts: false, path: incidents },
    well: words('Personne n’est sans nouvelles depuis plus de trois jours.'),
    short: (amount) => `${amount} depuis plus de trois jours.`,
    todo: 'Appelez les personnes, puis corrigez leur adresse.',
  },
  letters: {
    label: 'Opérations arrêtées',
    measure: ({ openLetters }) => openLetters,
    ...{ limit: 0, unit: 'count', alerts: true, path: incidents },
    well: words('Aucune.'),
    short: (amount) => `${amount} à refaire ou à écarter.`,
    todo: 'Refaites-les depuis « Incidents » ; si elles échouent encore, transmettez leur code à la personne qui maintient le service.',
  },
  ledgers: {
    label: 'Registres des subventions',
    measure: ({ brokenLedgers, uncheckedLedgers }) => brokenLedgers + uncheckedLedgers,
    ...{ limit: 0, unit: 'count', alerts: true, path: '/equipe' },
    well: ({ newLedgers }) =>
      newLedgers === 0
        ? 'Tous concordent à la dernière vérification.'
        : `Ceux qui ont été vérifiés concordent ; la nuit prochaine vérifie aussi les nouveaux (${newLedgers}).`,
    short: (_amount, { brokenLedgers, uncheckedLedgers }) =>
      `${brokenLedgers} à réparer, ${uncheckedLedgers} sans vérification depuis plus d’un jour.`,
    todo: 'À réparer : aucune décision qui engage ces subventions n’est prise ; faites suivre « docs/ledger-repair.md ». Sans vérification : prévenez la personne qui maintient le service, qui lit les journaux de « reconcileLedgers ».',
  },
  documents: {
    label: 'Documents à fabriquer',
    measure: ({ oldestDocumentAskedAt, now }) => since(oldestDocumentAskedAt, now),
    ...{ limit: HOUR, unit: 'age', alerts: true, path: incidents },
    well: words('Aucun n’attend.'),
    short: (amount) => `Le plus ancien est demandé depuis ${amount}.`,
    todo: technical,
  },
  deposits: {
    label: 'Dépôts à vérifier',
    measure: ({ stuckDeposits }) => stuckDeposits,
    ...{ limit: 0, unit: 'count', alerts: true, path: incidents },
    well: words('Chaque document déposé a été vérifié.'),
    short: (amount) => `${amount} sans réponse depuis plus d’une demi-heure.`,
    todo: 'Si un antivirus est en place, il ne répond pas : prévenez la personne qui maintient le service.',
  },
  antivirus: {
    label: 'Antivirus',
    measure: ({ unscanned }) => unscanned,
    ...{ limit: 0, unit: 'count', alerts: false, path: null },
    well: words('Tous les documents ont été examinés.'),
    short: (amount) => `${amount} à examiner : personne ne peut les ouvrir d’ici là.`,
    todo: 'Ils sont repris toutes les dix minutes. S’ils restent, prévenez la personne qui maintient le service.',
  },
  stamps: {
    label: 'Horodatage des preuves',
    measure: ({ oldestUnstamped, now }) => since(oldestUnstamped, now),
    ...{ limit: 2 * DAY, unit: 'age', alerts: true, path: incidents },
    well: words('Les preuves des jours passés sont horodatées, ou personne n’horodate.'),
    short: (amount) => `Les plus anciennes attendent depuis ${amount}.`,
    todo: 'Lisez ce que répond l’autorité, et transmettez-le à la personne qui maintient le service.',
  },
  tasks: {
    label: 'Ce qui attend l’équipe',
    measure: ({ oldTasks }) => oldTasks,
    ...{ limit: 0, unit: 'count', alerts: false, path: '/equipe' },
    well: words('Rien n’attend depuis plus de deux semaines.'),
    short: (amount) => `${amount} en attente depuis plus de deux semaines.`,
    todo: 'Traitez-les, ou remettez-les à un jour précis.',
  },
} as const satisfies Record<string, HealthFact>;
export type HealthFactName = keyof typeof healthFacts;
const names = Object.keys(healthFacts).filter((name): name is HealthFactName => Object.hasOwn(healthFacts, name));

/** A fact, as it was judged. */
export interface JudgedFact {
  readonly name: HealthFactName;
  readonly label: string;
  readonly isShort: boolean;
  readonly found: string;
  /** What to do; null when all is well. */
  readonly todo: string | null;
  readonly path: string | null;
  readonly alerts: boolean;
}

/** Every fact, in the order of the table. Those that the deployment has nothing of are left out. */
export function judgeHealth(reading: HealthReading): JudgedFact[] {
  return names.flatMap((name): JudgedFact[] => {
    const row: HealthFact = healthFacts[name];
    const measured = row.measure(reading);
    if (measured === null) return [];
    const isShort = measured > row.limit;
    const { label, alerts } = row;
    if (!isShort) return [{ name, label, isShort, found: row.well(reading), todo: null, path: null, alerts }];
    const amount = row.unit === 'count' ? `${measured}` : ageInWords(measured);
    return [{ name, label, isShort, found: row.short(amount, reading), todo: row.todo, path: row.path, alerts }];
  });
}

function lateLabels({ runs, now }: HealthReading): string[] {
  return runs.filter((run) => isLate(run, now)).map(({ schedule }) => lowered(schedules[schedule].label));
}

const lowered = (label: string) => label.slice(0, 1).toLowerCase() + label.slice(1);

const units = [
  [DAY, 'jour'],
  [HOUR, 'heure'],
  [MINUTE, 'minute'],
] as const;

/** « 2 jours », « 1 heure »: the largest unit that holds, rounded down. */
export function ageInWords(age: number): string {
  const [length, word] = units.find(([one]) => age >= one) ?? [MINUTE, 'minute'];
  const count = Math.floor(age / length);
  return `${count} ${word}${count > 1 ? 's' : ''}`;
}

/** What the page shows. */
export interface HealthView {
  readonly readAt: Instant;
  readonly facts: readonly JudgedFact[];
  readonly runs: readonly {
    readonly schedule: ScheduleName;
    readonly label: string;
    /** When it last ended well; null while it never did. */
    readonly at: Instant | null;
    readonly isLate: boolean;
  }[];
}

/** The runs as the page lists them: every schedule of the table, those that were never followed included. */
export function runsOf({ runs, now }: Pick<HealthReading, 'runs' | 'now'>): HealthView['runs'] {
  const known = new Map(runs.map((run) => [run.schedule, run]));
  return scheduleNames.map((schedule) => {
    const run = known.get(schedule);
    return { schedule, label: schedules[schedule].label, at: run?.at ?? null, isLate: isLate(run, now) };
  });
}
