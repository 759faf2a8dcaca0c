import * as z from 'zod';
import type { MessageActionInput } from '../domain/api.ts';
import type { Channel } from '../domain/messages/channels.ts';

/** The shapes of what pages send about messages. */
const id = z.string().regex(/^[\w.-]{1,120}$/);

const channelInput: z.ZodType<Channel> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone'), laureateId: z.null() }),
  z.strictObject({ kind: z.literal('expert'), laureateId: z.null() }),
  z.strictObject({ kind: z.literal('laureate'), laureateId: id }),
]);

const call = { operationId: z.uuid(), missionId: id };

export const messageActionInput: z.ZodType<MessageActionInput> = z.discriminatedUnion('action', [
  z.strictObject({
    ...{ ...call, action: z.literal('send'), channel: channelInput, text: z.string().max(20_000) },
    fileIds: z.array(id).max(20),
  }),
  z.strictObject({ ...call, action: z.literal('withdraw'), messageId: id }),
  z.strictObject({ ...call, action: z.literal('read'), channel: channelInput, upTo: z.int().min(0) }),
]);
