import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import * as z from 'zod';
import { type ListedExpert, listedExpert } from '../../domain/lists/experts.ts';
import { type ListedLaureate, listedLaureate } from '../../domain/lists/laureates.ts';
import { type ListedMission, listedMission } from '../../domain/lists/missions.ts';
import { allStates } from '../../domain/missions/states.ts';
import { regions } from '../../domain/programme/territories.ts';
import type { Collection } from '../collection.ts';
import { EXPERTS, experts, storedExpertState } from '../collections/experts.ts';
import { balanceSchema, LAUREATES, laureates } from '../collections/laureates.ts';
import { MISSIONS, missions } from '../collections/missions.ts';
import { day, id, instant, shortText } from '../fields.ts';
import type { List } from './list.ts';

/** How a document becomes a line; one that can't be read becomes none. Its two queries are written out in each list: the indexes are read from them. */
const lineOf =
  <Stored extends object, Ids extends string[], Row>(
    stored: Collection<Stored, Ids>,
    listed: (value: Stored) => Row,
  ): ((document: QueryDocumentSnapshot) => Row | null) =>
  (document) =>
    stored.readable([document]).values.map(listed)[0] ?? null;

const missionRow: z.ZodType<ListedMission> = z.object({
  ...{ id, needId: id, subthemes: z.array(id), state: z.enum(allStates), need: shortText },
  ...{ expertId: id, expertName: shortText, laureates: z.array(z.object({ id, name: shortText })) },
  ...{ since: instant, createdAt: instant, validatedAt: instant.nullable(), lastReminderAt: instant.nullable() },
  ...{ remindersFrom: day.nullable(), extendedUntil: day.nullable(), extendedAt: instant.nullable() },
  ...{ deadlinePassedAt: instant.nullable(), versions: z.int() },
  ...{ plannedStart: day.nullable(), plannedEnd: day.nullable() },
});

export const missionList: List<ListedMission> = {
  name: 'missions',
  row: missionRow,
  rowOf: lineOf(missions, listedMission),
  all: (firestore) => firestore.collection(MISSIONS),
  changedSince: (firestore, since) => firestore.collection(MISSIONS).where('changedAt', '>=', since),
};

const laureateRow: z.ZodType<ListedLaureate> = z.object({
  ...{ id, name: shortText, reference: shortText.nullable() },
  status: z.enum(['active', 'suspended', 'withdrawn', 'merged']),
  ...{ referentUid: id.nullable(), sirets: z.array(z.string().length(14)), region: z.enum(regions) },
  ...{ department: shortText, promotion: z.int(), territory: z.enum(['rural', 'town', 'qpv']) },
  ...{ noteVersion: z.int().nullable(), noteAnswer: z.enum(['accept', 'askForChanges']).nullable() },
  // Lines gathered before it are of another shape: whoever meets them gathers the list again.
  sharing: z.array(id).nullable(),
  balance: balanceSchema,
});

export const laureateList: List<ListedLaureate> = {
  name: 'laureates',
  row: laureateRow,
  rowOf: lineOf(laureates, listedLaureate),
  all: (firestore) => firestore.collection(LAUREATES),
  changedSince: (firestore, since) => firestore.collection(LAUREATES).where('changedAt', '>=', since),
};

const expertRow: z.ZodType<ListedExpert> = z.object({
  ...{ id, company: shortText, siret: z.string().length(14), state: storedExpertState },
  ...{ published: z.boolean(), mayBeCommissioned: z.boolean(), website: z.string(), stopped: z.boolean() },
  contact: z.object({ name: shortText, email: z.string(), phone: z.string() }),
  publishes: z.object({ email: z.boolean(), phone: z.boolean() }),
  ...{ subthemes: z.array(id), regions: z.array(shortText), submittedAt: instant },
  ...{ reviewedAt: instant.nullable(), confirmedAt: instant.nullable(), confirmBy: day.nullable() },
});

export const expertList: List<ListedExpert> = {
  name: 'experts',
  row: expertRow,
  rowOf: lineOf(experts, listedExpert),
  all: (firestore) => firestore.collection(EXPERTS),
  changedSince: (firestore, since) => firestore.collection(EXPERTS).where('changedAt', '>=', since),
};
