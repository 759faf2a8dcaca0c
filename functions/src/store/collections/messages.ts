import * as z from 'zod';
import type { Channel } from '../../domain/messages/channels.ts';
import { LONGEST_MESSAGE, type Message, MOST_ATTACHMENTS } from '../../domain/messages/message.ts';
import { collection } from '../collection.ts';
import { id, instant, shortText } from '../fields.ts';

const channelSchema: z.ZodType<Channel> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone'), laureateId: z.null() }),
  z.object({ kind: z.literal('expert'), laureateId: z.null() }),
  z.object({ kind: z.literal('laureate'), laureateId: id }),
]);

/** `channelKey` repeats the channel in one word, for queries. */
type StoredMessage = Message & { readonly channelKey: string };
const schema: z.ZodType<StoredMessage> = z.object({
  id,
  missionId: id,
  channel: channelSchema,
  channelKey: id,
  at: instant,
  by: z.object({ uid: id, name: shortText, side: z.enum(['laureate', 'expert', 'staff']), organisation: shortText }),
  // In characters as a reader counts them; a pair of UTF-16 units may be one.
  text: z.string().max(2 * LONGEST_MESSAGE),
  fileIds: z.array(id).max(MOST_ATTACHMENTS),
  withdrawnAt: instant.nullable(),
});

/** `missions/{m}/messages/{id}`: written once; withdrawing one only marks it. */
export const messages = collection(
  (missionId: string, messageId: string) => `missions/${missionId}/messages/${messageId}`,
  schema,
);
/** Of every mission, as one group: so are the two below. */
export const MESSAGES = 'messages';
export const messagesOf = (missionId: string) => `missions/${missionId}/messages`;

/** Up to which instant one person has read each channel of a mission. */
const readingSchema = z.object({
  uid: id,
  side: z.enum(['laureate', 'expert', 'staff', 'observer']),
  channels: z.record(id, instant),
});
export type Reading = z.infer<typeof readingSchema>;
export const readings = collection(
  (missionId: string, uid: string) => `missions/${missionId}/readings/${uid}`,
  readingSchema,
);
export const READINGS = 'readings';
export const readingsOf = (missionId: string) => `missions/${missionId}/readings`;
