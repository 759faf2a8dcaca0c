import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import { can } from '../../domain/access/policy.ts';
import { roleIn, type SignedInActor } from '../../domain/actor.ts';
import type { MessageActionInput } from '../../domain/api.ts';
import { HOUR } from '../../domain/calendar.ts';
import { type Channel, channelKey, conversationOf } from '../../domain/messages/channels.ts';
import { checkedText, type Message, MOST_ATTACHMENTS, withdrawRefusal } from '../../domain/messages/message.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Bucket } from '../bucket.ts';
import { get } from '../collection.ts';
import { files } from '../collections/files.ts';
import { messages, messagesOf, type Reading, readings } from '../collections/messages.ts';
import { missions } from '../collections/missions.ts';
import { settingsInForce } from '../collections/settings.ts';
import { stripFile } from '../files/download-tokens.ts';
import { ticketsOnFiles } from '../files/file-tickets.ts';
import { once } from '../operations.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { withinLimit } from '../rate-limits.ts';
import { queueMessageMails } from './message-mails.ts';

interface AskedOfMessages<Action extends MessageActionInput['action'] = MessageActionInput['action']> {
  readonly actor: SignedInActor;
  readonly input: Extract<MessageActionInput, { readonly action: Action }>;
  /** Fresh: of the message to be. */
  readonly messageId: string;
  readonly now: number;
}

const answer = z.object({ done: z.string() });
type Answer = z.infer<typeof answer>;

const unknownMission = refuse('mission-unknown', 'Cette mission n’existe pas, ou ne vous est pas ouverte.');
const unknownMessage = refuse('message-unknown', 'Ce message n’existe pas, ou ne vous est pas ouvert.');
const MESSAGES_AN_HOUR = 60;
const tooMany = refuse(
  'too-many-messages',
  'Vous avez écrit beaucoup de messages en une heure. Votre texte est gardé ici : envoyez-le un peu plus tard.',
);
const wrongFile = refuse(
  'file-unknown',
  'Un des documents joints n’a pas été déposé pour cet échange. Votre texte est gardé : joignez-le à nouveau.',
);

/** Writes a message, takes one back, or remembers what was read. */
export function actOnMessages(
  firestore: Firestore,
  bucket: Bucket,
  { input, ...asked }: AskedOfMessages,
): Promise<Answer | Refusal> {
  switch (input.action) {
    case 'send':
      return send(firestore, { ...asked, input });
    case 'withdraw':
      return withdraw(firestore, bucket, { ...asked, input });
    case 'read':
      return markRead(firestore, { ...asked, input });
    default:
      return input satisfies never;
  }
}

/**
 * One commit: the message, what its author has now read, and a mail to each of the others (about 6 reads and a query an organisation told). It
 * rests on the mission as it was read; a part that ends at that very moment may still have its last word.
 */
async function send(firestore: Firestore, asked: AskedOfMessages<'send'>): Promise<Answer | Refusal> {
  const { actor, input, now } = asked;
  const text = checkedText(input.text, input.fileIds.length);
  if (isRefusal(text)) return text;
  const { operationId, ...body } = input;
  return once(firestore, { actorUid: actor.uid, operationId, asked: body, now, answer }, async (batch) => {
    const mission = await get(firestore, missions, input.missionId);
    const refusal = mission === null ? unknownMission : await sendRefusal(firestore, asked, mission);
    if (mission === null || refusal) return { answer: refusal ?? unknownMission, batch: null };
    const message = messageOf(asked, mission, text.text);
    const key = channelKey(message.channel);
    batch.create(firestore.doc(messages.path(mission.id, message.id)), messages.write({ ...message, channelKey: key }));
    await remember(firestore, batch, asked, key, now);
    await queueMessageMails(firestore, batch, mission, message);
    return { answer: { done: 'Message envoyé.' }, batch };
  });
}

async function sendRefusal(
  firestore: Firestore,
  { actor, input, now }: AskedOfMessages<'send'>,
  mission: Mission,
): Promise<Refusal | null> {
  const settings = await settingsInForce(firestore);
  const { channel } = input;
  return (
    can(actor, { action: 'writeMessage', conversation: conversationOf(mission), channel, settings, now }) ??
    (await filesRefusal(firestore, actor, input)) ??
    ((await withinLimit(firestore, { name: 'message', most: MESSAGES_AN_HOUR, windowMs: HOUR }, actor.uid, now))
      ? null
      : tooMany)
  );
}

/** What is joined was deposited by the author for this channel, so that it opens to the channel's readers and to nobody else. */
async function filesRefusal(
  firestore: Firestore,
  actor: SignedInActor,
  { fileIds, missionId, channel }: AskedOfMessages<'send'>['input'],
): Promise<Refusal | null> {
  if (fileIds.length > MOST_ATTACHMENTS)
    return refuse('too-many', `Joignez ${MOST_ATTACHMENTS} documents au plus à un message.`);
  const found = await Promise.all(fileIds.map((fileId) => get(firestore, files, fileId)));
  const fits = found.every(
    (file) =>
      file?.piece === 'attachment' &&
      file.missionId === missionId &&
      file.ownerUid === actor.uid &&
      file.channel === channel.kind &&
      file.laureateId === channel.laureateId &&
      file.withdrawnAt === null,
  );
  return fits ? null : wrongFile;
}

function messageOf({ actor, input, messageId, now }: AskedOfMessages<'send'>, mission: Mission, text: string): Message {
  return {
    id: messageId,
    missionId: mission.id,
    channel: input.channel,
    at: now,
    by: { uid: actor.uid, name: actor.name, ...sideOn(actor, mission, input.channel) },
    text,
    fileIds: [...new Set(input.fileIds)],
    withdrawnAt: null,
  };
}

/** In whose name it is written. Staff's is the team's, also in a laureate's channel. */
function sideOn(
  actor: SignedInActor,
  mission: Mission,
  { laureateId }: Channel,
): Pick<Message['by'], 'side' | 'organisation'> {
  if (actor.kind === 'expert') return { side: 'expert', organisation: mission.expert.name };
  if (actor.kind !== 'laureate') return { side: 'staff', organisation: 'Équipe France Tiers-Lieux' };
  const own = Object.values(mission.participants).filter((part) => roleIn(actor, part.laureateId) !== null);
  const named = own.find((part) => part.laureateId === laureateId) ?? own.find(({ status }) => status !== 'proposed');
  return { side: 'laureate', organisation: named?.name ?? '' };
}

/** Closes its files to the others at once, as withdrawing a file does: marked, their tickets deleted, and what was minted with them taken back. */
async function withdraw(
  firestore: Firestore,
  bucket: Bucket,
  { actor, input, now }: AskedOfMessages<'withdraw'>,
): Promise<Answer | Refusal> {
  const { operationId, ...body } = input;
  let closed: readonly string[] = [];
  const done = await once(firestore, { actorUid: actor.uid, operationId, asked: body, now, answer }, async (batch) => {
    const read = await firestore.doc(messages.path(input.missionId, input.messageId)).get();
    const message = messages.read(read);
    const refusal = message === null ? unknownMessage : withdrawRefusal(actor.uid, message, now);
    if (message === null || refusal) return { answer: refusal ?? unknownMessage, batch: null };
    rewrite(batch, read, messages.write({ ...message, withdrawnAt: now }));
    closed = await heldByNoOther(firestore, message);
    for (const fileId of closed) batch.update(firestore.doc(files.path(fileId)), { withdrawnAt: now });
    if (closed.length > 0) for (const ticket of await ticketsOnFiles(firestore, closed)) batch.delete(ticket);
    return { answer: { done: 'Message retiré. Le courriel qui l’annonçait ne disait pas ce qu’il contient.' }, batch };
  });
  await Promise.all(closed.map((fileId) => stripFile(bucket, fileId)));
  return done;
}

/** A document joined to another message too stays open with that one, whose hour may be over. 1 query. */
async function heldByNoOther(firestore: Firestore, { id, missionId, fileIds }: Message): Promise<readonly string[]> {
  if (fileIds.length === 0) return [];
  const found = await firestore.collection(messagesOf(missionId)).where('fileIds', 'array-contains-any', fileIds).get();
  const others = messages.list(found.docs).filter((other) => other.id !== id && other.withdrawnAt === null);
  return fileIds.filter((fileId) => !others.some((other) => other.fileIds.includes(fileId)));
}

/** Never goes back, so that doing it twice, or in disorder, is harmless: no operation is kept for it. */
async function markRead(firestore: Firestore, asked: AskedOfMessages<'read'>): Promise<Answer | Refusal> {
  const { actor, input, now } = asked;
  const mission = await get(firestore, missions, input.missionId);
  if (mission === null) return unknownMission;
  const { channel } = input;
  const refusal = can(actor, { action: 'readMessages', conversation: conversationOf(mission), channel });
  if (refusal) return refusal;
  await optimistically(firestore, async (batch) => {
    await remember(firestore, batch, asked, channelKey(channel), Math.min(input.upTo, now));
    return { answer: null, batch };
  });
  return { done: 'Lu.' };
}

async function remember(
  firestore: Firestore,
  batch: WriteBatch,
  { actor, input }: { readonly actor: SignedInActor; readonly input: { readonly missionId: string } },
  key: string,
  upTo: number,
): Promise<void> {
  const read = await firestore.doc(readings.path(input.missionId, actor.uid)).get();
  const channels = readings.read(read)?.channels ?? {};
  const side: Reading['side'] = actor.kind === 'system' ? 'staff' : actor.kind;
  const next = { uid: actor.uid, side, channels: { ...channels, [key]: Math.max(channels[key] ?? 0, upTo) } };
  rewrite(batch, read, readings.write(next));
}
