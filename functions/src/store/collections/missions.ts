import type { DocumentData, Firestore, Query } from 'firebase-admin/firestore';
import * as z from 'zod';
import { departures, type JournalEntry, type Mission } from '../../domain/missions/mission.ts';
import { allStates, waitingStates } from '../../domain/missions/states.ts';
import { actionNames } from '../../domain/missions/transitions.ts';
import { changedNow } from '../changed-at.ts';
import { collection } from '../collection.ts';
import { answers, day, id, instant, longText, shortText } from '../fields.ts';

const handedDocument = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('form'), formVersion: z.int(), answers, fileId: id }),
  z.object({ kind: z.literal('file'), fileId: id }),
]);
const issuer = z.object({ name: shortText, siret: z.string().length(14) });
const devis = z.object({ fileId: id, number: shortText, validUntil: day, issuer: issuer.nullable().default(null) });
export const submissionSchema = z.object({
  version: z.int().min(1),
  at: instant,
  by: shortText,
  diagnostic: handedDocument,
  devis,
  plannedStart: day,
  plannedEnd: day,
});
const report = z.object({ number: z.int().min(1), at: instant, by: shortText, document: handedDocument });

const core = {
  id,
  needId: id,
  need: longText,
  subthemes: z.array(id),
  outsideNote: z.array(id),
  expert: z.object({
    expertId: id,
    name: shortText,
    declarations: z.array(
      z.object({
        uid: id,
        name: shortText,
        at: instant,
        laureateIds: z.array(id),
        endedAt: instant.nullable().default(null),
      }),
    ),
  }),
  participants: z.record(
    id,
    z.object({
      laureateId: id,
      name: shortText,
      status: z.enum(['requested', 'proposed', 'joined', 'declined', 'left']),
      noteVersion: z.int().nullable(),
      validated: z.boolean(),
      confirmed: z.boolean(),
      feedbackGiven: z.boolean(),
      leftAt: instant.nullable().default(null),
    }),
  ),
  laureateIds: z.array(id).min(1),
  since: instant,
  createdAt: instant,
  lastReminderAt: instant.nullable(),
  // Nobody put off the reminders of a mission written before they could.
  remindersFrom: day.nullable().default(null),
  extendedUntil: day.nullable(),
  // Missions written before there were timers have none of these; the nightly look at live ones gives them a day.
  extendedAt: instant.nullable().default(null),
  deadlinePassedAt: instant.nullable().default(null),
  dueOn: day.nullable().default(null),
  versions: z.int(),
  amendments: z.int(),
  openAmendment: z
    .object({ number: z.int(), at: instant, devis, reason: z.string(), validatedBy: z.array(id) })
    .nullable(),
  reopened: z.int(),
  validatedAt: instant.nullable(),
  closedFrom: z.enum(allStates).nullable(),
  successorId: id.nullable(),
  predecessorId: id.nullish(),
  events: z.int(),
};

/** The stages of `domain/missions/mission.ts`: a mission can't be stored in a state without what that state needs. */
const schema: z.ZodType<Mission> = z.discriminatedUnion('state', [
  z.object({
    ...core,
    state: z.enum(['awaiting_expert', 'awaiting_diagnostic', 'declined', 'expired']),
    submission: z.null(),
    report: z.null(),
    heldFrom: z.null(),
  }),
  z.object({
    ...core,
    state: z.enum(['awaiting_validation', 'awaiting_correction', 'refused']),
    submission: submissionSchema,
    report: z.null(),
    heldFrom: z.null(),
  }),
  z.object({
    ...core,
    state: z.literal('awaiting_report'),
    submission: submissionSchema,
    report: report.nullable(),
    heldFrom: z.null(),
  }),
  z.object({
    ...core,
    state: z.literal('awaiting_confirmation'),
    submission: submissionSchema,
    report,
    heldFrom: z.null(),
  }),
  z.object({
    ...core,
    state: z.literal('closed'),
    submission: submissionSchema,
    report: report.nullable(),
    heldFrom: z.null(),
  }),
  z.object({
    ...core,
    state: z.literal('on_hold'),
    submission: submissionSchema.nullable(),
    report: report.nullable(),
    heldFrom: z.enum(waitingStates),
  }),
  z.object({
    ...core,
    state: z.enum(['cancelled', 'ended_early']),
    submission: submissionSchema.nullable(),
    report: report.nullable(),
    heldFrom: z.null(),
  }),
]);

const storedMissions = collection((missionId: string) => `missions/${missionId}`, schema);

/** `presentIds` repeats who has not left, for the rules: who left reads the mission through the functions, which show it as it was then. */
export const missions = {
  ...storedMissions,
  write: (mission: Mission): DocumentData => {
    const gone = departures(mission);
    return {
      ...storedMissions.write(mission),
      ...changedNow(),
      presentIds: mission.laureateIds.filter((laureateId) => !(laureateId in gone)),
    };
  },
};
export const MISSIONS = 'missions';

/** The missions asked for one need, whoever asked: a few, and never more than is worth reading. */
export function ofNeed(firestore: Firestore, needId: string): Query {
  return firestore.collection(MISSIONS).where('needId', '==', needId).limit(50);
}

const eventFields = {
  number: z.int().min(1),
  at: instant,
  by: z.object({ uid: id, kind: z.enum(['laureate', 'expert', 'staff', 'system']), name: shortText }),
  onBehalfOf: id.nullable(),
  askedBy: shortText.nullish(),
  laureateId: id.nullable(),
  from: z.enum(allStates).nullable(),
  to: z.enum(allStates),
  version: z.int(),
  reason: z.string().nullable(),
  settingsVersion: z.int(),
  proofId: id.optional(),
};
const eventSchema: z.ZodType<JournalEntry> = z.discriminatedUnion('action', [
  z.object({ ...eventFields, action: z.enum(actionNames) }),
  z.object({ ...eventFields, action: z.literal('carriedOver'), fromName: shortText, intoName: shortText }),
]);

/** `missions/{m}/events/{n}`: the journal. Created with the state, never changed. */
export const missionEvents = collection(
  (missionId: string, number: string) => `missions/${missionId}/events/${number}`,
  eventSchema,
);
export const eventsOf = (missionId: string) => `missions/${missionId}/events`;

/** What is read of every journal at once: how missions moved, without who said what. */
export const moveFields = ['schema', 'number', 'action', 'at', 'from', 'to'] as const;
export const missionMoves = collection(
  (missionId: string, number: string) => `missions/${missionId}/events/${number}`,
  z.object({
    number: eventFields.number,
    action: z.enum([...actionNames, 'carriedOver']),
    at: eventFields.at,
    from: eventFields.from,
    to: eventFields.to,
  }),
);
