import type { ActionName } from '../../functions/src/domain/missions/actions.ts';
import type { MissionState } from '../../functions/src/domain/missions/states.ts';

/** An action, how many working days after the one before, and which of the laureates takes it (the first asked for the mission). */
export type Step = readonly [action: ActionName, after: number, laureate?: number];

/** How a mission of the demonstration came to where it is. */
export interface Road {
  readonly leadsTo: MissionState;
  readonly steps: readonly Step[];
  /** How many laureates it was proposed to, the one that asks included. */
  readonly laureates: number;
  /** How many missions take it. */
  readonly missions: number;
  /** Working days since the last step, at least and at most. */
  readonly ago: readonly [number, number];
}

const asked: readonly Step[] = [['request', 0]];
const declared: readonly Step[] = [...asked, ['declareNoInterest', 2]];
const accepted: readonly Step[] = [...declared, ['accept', 1]];
const submitted: readonly Step[] = [...accepted, ['submitDiagnostic', 8]];
const sentBack: readonly Step[] = [...submitted, ['sendBack', 2]];
const running: readonly Step[] = [...submitted, ['validate', 3]];
const corrected: readonly Step[] = [...sentBack, ['submitDiagnostic', 4], ['validate', 2]];
const reported: readonly Step[] = [...running, ['submitReport', 22]];
const confirmed: readonly Step[] = [...reported, ['confirmService', 4]];
const invoiced: readonly Step[] = [...confirmed, ['giveFeedback', 3], ['depositInvoice', 2]];

const together: readonly Step[] = [
  ...asked,
  ['join', 2, 1],
  ['declareNoInterest', 2],
  ['accept', 1],
  ['submitDiagnostic', 9],
];
const togetherRunning: readonly Step[] = [...together, ['validate', 2], ['validate', 1, 1]];
const togetherReported: readonly Step[] = [...togetherRunning, ['submitReport', 24]];

const recently = [1, 9] as const;
const longAgo = [12, 95] as const;

const road = (leadsTo: MissionState, steps: readonly Step[], missions: number, change: Partial<Road> = {}): Road => ({
  ...{ leadsTo, steps, missions, laureates: 1 },
  ago: recently,
  ...change,
});
const over = { ago: longAgo };
const shared = { laureates: 2 };

export const roads = {
  asked: road('awaiting_expert', asked, 3),
  declared: road('awaiting_expert', declared, 2),
  proposed: road('awaiting_expert', asked, 1, shared),
  accepted: road('awaiting_diagnostic', accepted, 4),
  reminded: road('awaiting_diagnostic', [...accepted, ['remind', 12]], 1),
  submitted: road('awaiting_validation', submitted, 5),
  halfValidated: road('awaiting_validation', [...together, ['validate', 2]], 1, shared),
  sentBack: road('awaiting_correction', sentBack, 2),
  running: road('awaiting_report', running, 6, { ago: [3, 18] }),
  corrected: road('awaiting_report', corrected, 1),
  amending: road('awaiting_report', [...running, ['proposeAmendment', 6]], 1),
  togetherRunning: road('awaiting_report', togetherRunning, 1, shared),
  reported: road('awaiting_confirmation', reported, 3),
  halfConfirmed: road('awaiting_confirmation', [...togetherReported, ['confirmService', 2]], 1, shared),
  contested: road('on_hold', [...running, ['contest', 0]], 1),
  held: road('on_hold', [...accepted, ['hold', 3]], 1),
  closed: road('closed', confirmed, 2, over),
  praised: road('closed', [...confirmed, ['giveFeedback', 3]], 3, over),
  invoiced: road('closed', invoiced, 2),
  paid: road('closed', [...invoiced, ['recordPayment', 12]], 2, over),
  amended: road(
    'closed',
    [...running, ['proposeAmendment', 8], ['validateAmendment', 2], ['submitReport', 15], ['confirmService', 3]],
    1,
    over,
  ),
  correctedClosed: road('closed', [...corrected, ['submitReport', 20], ['confirmService', 5]], 1, over),
  togetherClosed: road('closed', [...togetherReported, ['confirmService', 2], ['confirmService', 3, 1]], 1, {
    ...over,
    ...shared,
  }),
  reportSentBack: road(
    'closed',
    [...reported, ['sendBackReport', 2], ['submitReport', 6], ['confirmService', 2], ['giveFeedback', 4]],
    1,
    over,
  ),
  arbitrated: road('closed', [...reported, ['sendBackReport', 3], ['arbitrate', 8]], 1, over),
  closedWithout: road('closed', [...reported, ['closeWithout', 30]], 1, { ago: [5, 40] }),
  stopped: road('ended_early', [...running, ['endEarly', 10]], 1, over),
  withdrawn: road('ended_early', [...running, ['withdraw', 7]], 1, over),
  conflicting: road('ended_early', [...accepted, ['declareConflict', 2]], 1, over),
  declined: road('declined', [...asked, ['decline', 4]], 2, over),
  refused: road('refused', [...submitted, ['refuse', 3]], 2, over),
  cancelled: road('cancelled', [...accepted, ['cancel', 5]], 2, over),
  expired: road('expired', [...asked, ['passDeadline', 10], ['expire', 10]], 1, over),
  putOff: road('awaiting_validation', [...submitted, ['snoozeReminders', 1]], 1, { ago: [1, 3] }),
  // Last, so that the missions before it stay those they were.
  resubmitted: road('awaiting_validation', [...sentBack, ['submitDiagnostic', 3]], 2),
} as const satisfies Record<string, Road>;

export type RoadName = keyof typeof roads;
export const roadNames = Object.keys(roads).filter((name): name is RoadName => name in roads);
