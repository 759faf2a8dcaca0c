import type { Day } from '../calendar.ts';
import type { WaitingState } from '../missions/states.ts';
import type { Cents } from '../money.ts';
import type { FourEyes } from '../subsidy/adjustment.ts';
import type { QuietPeriod } from '../working-days.ts';
import { builtInThemes } from './built-in-themes.ts';
import type { Theme } from './theme-list.ts';

/**
 * The programme's rules that are not law: versioned, edited by staff, and the version in force is recorded in each decision.
 * Defaults are the source's (guide de l'expert accompagnateur); where it is silent, the lenient choice.
 */
export interface ProgrammeSettings {
  readonly version: number;
  readonly programmeName: string;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  /** « de février 2023 à décembre 2024 inclus ». */
  readonly dates: {
    readonly opening: Day;
    readonly lastRequest: Day;
    readonly lastValidation: Day;
    readonly endOfServices: Day;
    readonly lastReport: Day;
    readonly lastSettlement: Day;
  };
  /** What the team says at the top of each one's home; empty, nothing. */
  readonly texts: { readonly laureates: string; readonly experts: string };
  /** What missions, notes and cards are about. */
  readonly themes: readonly Theme[];
  /** « selon les plafonds suivants : 10 000 €, 15 000 € ou 20 000 € ». */
  readonly ceilings: readonly Cents[];
  /** When a second person of the team must approve a correction of a subsidy. */
  readonly adjustFourEyes: FourEyes;
  /** The source asks for a note handed in, not accepted. */
  readonly noteMustBeAccepted: boolean;
  /** The laureate's dossier closes this many days after the last live mission between the two. */
  readonly dossierClosesAfterDays: number;
  /** How far ahead, in days, staff may extend somebody's access to a dossier. */
  readonly longestExtensionDays: number;
  /** Files that one person opens in an hour before staff are alerted; nothing is blocked. */
  readonly unusualOpeningsAnHour: number;
  /** Days that an invoice may wait for an answer before it is a task for staff. */
  readonly invoiceTaskDays: number;
  readonly contestHours: number;
  /** A decision that engages money asks for a sign-in younger than this. */
  readonly freshSignInMinutes: number;
  /** Working days that each waiting state may last; `missions/timers.ts` says from when, and what happens on the way. */
  readonly waitingDays: Readonly<Record<WaitingState, number>>;
  /** Working days from the beginning of a waiting to each reminder; those that would come at its deadline or later are left out. */
  readonly reminderDays: readonly number[];
  /** Working days between the task that a passed deadline gives to staff and the end, by the system, of a request that nobody answered. */
  readonly expiresAfterDays: number;
  /** Days of each year that are not worked; null when the programme never rests. */
  readonly quietPeriod: QuietPeriod | null;
  /** Other days, each by its date, that are not worked. */
  readonly closedDays: readonly Day[];
  /** How many days after its end a mission's messages may still be written; they are read for ever. */
  readonly messageDaysAfterEnd: number;
  /** Minutes that the mail of a change waits for the next one of the same mission; 0 sends it at once. */
  readonly mailsMergeMinutes: number;
  /** Mails of a week to one person of a laureate, outside of decisions; what is beyond waits for the weekly digest. */
  readonly mostMailsAWeek: number;
  /** Laureates that a group of answers to the feedback must have to be shown in the figures. */
  readonly feedbackLeast: number;
  /** Days that an archive stays to be downloaded, once made. */
  readonly archiveDays: number;
  /** Days that the address and the browser of a decision are kept. */
  readonly proofOriginDays: number;
  /** Largest files, in bytes. */
  readonly largestFile: number;
  readonly largestBindingFile: number;
  readonly filesPerMission: number;
  /** In bytes, missions included. */
  readonly bytesPerLaureate: number;
  /** Deposits that one person may announce in an hour; staff put whole folders in place. */
  readonly uploadsPerHour: number;
  readonly staffUploadsPerHour: number;
}

/** The lowest volume that may be called unusual: below it nothing is compared, which saves a read at each opening. */
export const LEAST_UNUSUAL = 10;

/** Below three, the one who is not oneself is known of two. */
export const LEAST_FEEDBACK = 3;

export const defaultSettings: ProgrammeSettings = {
  version: 1,
  programmeName: 'Manufactures de proximité · L’accompagnement sur mesure',
  contact: { name: 'L’équipe France Tiers-Lieux', email: 'surmesure@tierslieux.example', phone: '01 23 45 67 89' },
  dates: {
    opening: '2023-02-01',
    lastRequest: '2024-12-31',
    lastValidation: '2024-12-31',
    endOfServices: '2024-12-31',
    lastReport: '2024-12-31',
    lastSettlement: '2024-12-31',
  },
  texts: { laureates: '', experts: '' },
  themes: builtInThemes,
  ceilings: [10_000_00, 15_000_00, 20_000_00],
  adjustFourEyes: { mode: 'above', cents: 500_00 },
  noteMustBeAccepted: false,
  dossierClosesAfterDays: 30,
  longestExtensionDays: 365,
  unusualOpeningsAnHour: 60,
  invoiceTaskDays: 30,
  contestHours: 48,
  freshSignInMinutes: 30,
  waitingDays: {
    awaiting_expert: 10,
    awaiting_diagnostic: 20,
    awaiting_validation: 15,
    awaiting_correction: 10,
    awaiting_report: 15,
    awaiting_confirmation: 15,
  },
  reminderDays: [3, 10],
  expiresAfterDays: 10,
  quietPeriod: null,
  closedDays: [],
  messageDaysAfterEnd: 60,
  mailsMergeMinutes: 3,
  mostMailsAWeek: 2,
  feedbackLeast: 5,
  archiveDays: 7,
  proofOriginDays: 365,
  largestFile: 20_000_000,
  largestBindingFile: 10_000_000,
  filesPerMission: 60,
  bytesPerLaureate: 500_000_000,
  uploadsPerHour: 20,
  staffUploadsPerHour: 600,
};
