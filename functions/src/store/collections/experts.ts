import type { DocumentData } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { ExpertCard } from '../../domain/experts/card.ts';
import { decisionNames } from '../../domain/experts/decide.ts';
import type { Expert } from '../../domain/experts/profile.ts';
import { changedNow } from '../changed-at.ts';
import { collection } from '../collection.ts';
import { answers, day, id, instant, longText, shortText } from '../fields.ts';

const expertState = z.enum(['submitted', 'returned', 'published', 'notPublished', 'suspended', 'withdrawn']);
/** `unpublished` is what `notPublished` was called in profiles, mails and answers written before there were six states. */
export const storedExpertState = expertState.or(z.literal('unpublished').transform(() => 'notPublished' as const));

const availability = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['now', 'notNow']) }),
  z.object({ kind: z.literal('from'), day }),
]);
const remarks = z.record(z.string().max(60), z.string().max(2_000));

const schema: z.ZodType<Expert> = z.object({
  id,
  company: shortText,
  siret: z.string().length(14),
  state: storedExpertState,
  published: z.boolean(),
  mayBeCommissioned: z.boolean(),
  contact: z.object({ name: shortText, email: z.string().max(254), phone: z.string().max(30) }),
  publishes: z.object({ email: z.boolean(), phone: z.boolean(), references: z.boolean().optional() }),
  website: z.string().max(300),
  subthemes: z.array(id).min(1),
  regions: z.array(shortText).min(1),
  availability: availability.nullish(),
  answers,
  // Profiles written before forms had versions answer the first.
  formVersion: z.int().min(1).default(1),
  noInterestDeclaredAt: instant,
  interests: z.array(shortText),
  // Profiles written before staff could lift an interest have none lifted.
  interestsLifted: z
    .object({ by: shortText, at: instant, reason: z.string().max(2_000) })
    .nullable()
    .default(null),
  submittedAt: instant,
  // The laureate that invited it, so that staff know when they review.
  invitedBy: z.object({ laureateId: id, laureateName: shortText, byName: shortText }).nullish(),
  review: z
    .object({ by: shortText, at: instant, message: z.string().max(2_000), remarks: remarks.default({}) })
    .nullable(),
  confirmation: z.object({ at: instant, reminders: z.array(instant) }).nullish(),
  confirmBy: day.nullish(),
  suspendedFrom: z
    .object({ state: storedExpertState, published: z.boolean(), mayBeCommissioned: z.boolean() })
    .nullable()
    .default(null),
});

const cardSchema: z.ZodType<ExpertCard> = z.object({
  id,
  company: shortText,
  skills: longText,
  sectors: longText,
  references: longText.optional(),
  website: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  subthemes: z.array(id),
  regions: z.array(shortText),
  availability: availability.nullish(),
  confirmedOn: day.nullish(),
  published: z.literal(true),
});

const memberSchema = z.object({
  uid: id,
  expertId: id,
  name: shortText,
  email: z.string().max(254),
  active: z.boolean(),
  // Whoever registered a company before roles existed speaks for it.
  role: z.enum(['contact', 'consultant']).default('contact'),
});

const eventSchema = z.object({
  at: instant,
  by: shortText,
  what: z.enum(['registered', 'updated', 'reviewed', 'reminded']),
  // Lines written before decisions were a table name none.
  decision: z.enum(decisionNames).nullable().default(null),
  state: shortText,
  message: z.string(),
  remarks: remarks.default({}),
  // « un échange avec l’expert »: staff read it, nobody else; the company reads its profile, not this history.
  interview: z
    .object({ day, withWhom: shortText, byWhom: shortText, summary: z.string().max(5_000) })
    .nullable()
    .default(null),
  projected: z.boolean(),
});

/** `experts/{id}` is private; `directory/{id}` is the public copy, an allow-list of fields. */
const storedExperts = collection((expertId: string) => `experts/${expertId}`, schema);
export const experts = {
  ...storedExperts,
  write: (expert: Expert): DocumentData => ({ ...storedExperts.write(expert), ...changedNow() }),
};
export const EXPERTS = 'experts';
export const expertMembers = collection(
  (expertId: string, uid: string) => `experts/${expertId}/members/${uid}`,
  memberSchema,
);
export const expertMembersOf = (expertId: string) => `experts/${expertId}/members`;
export const expertEvents = collection(
  (expertId: string, eventId: string) => `experts/${expertId}/events/${eventId}`,
  eventSchema,
);
export type ExpertEvent = z.infer<typeof eventSchema>;
export const expertEventsOf = (expertId: string) => `experts/${expertId}/events`;
/** Of experts alone: those of missions have no `projected`. */
export const EVENTS = 'events';
export const directory = collection((expertId: string) => `directory/${expertId}`, cardSchema);
export const DIRECTORY = 'directory';
