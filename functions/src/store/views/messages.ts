import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor, SignedInActor } from '../../domain/actor.ts';
import {
  type Channel,
  type Conversation,
  channelKey,
  channelReadUntil,
  channelsOf,
  conversationOf,
} from '../../domain/messages/channels.ts';
import { type Message, withdrawRefusal } from '../../domain/messages/message.ts';
import type { ChannelView, MessageRow } from '../../domain/messages/views.ts';
import { activeParticipants, type Mission } from '../../domain/missions/mission.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { files } from '../collections/files.ts';
import { messages, messagesOf, readings } from '../collections/messages.ts';
import { missions } from '../collections/missions.ts';
import { settingsInForce } from '../collections/settings.ts';
import { rowOfFile } from './file-rows.ts';

/** A channel of a mission has some tens of messages; the oldest of more than this are in its archive alone. */
const MOST_MESSAGES = 300;
const unknownMission = refuse('mission-unknown', 'Cette mission n’existe pas, ou ne vous est pas ouverte.');

/** The channels of a mission that this reader follows, with their messages, oldest first: a query a channel, a read a message and a joined file. */
export async function messagesView(
  firestore: Firestore,
  actor: SignedInActor,
  asked: { missionId: string; now: number; most?: number },
): Promise<Views['messages'] | Refusal> {
  const mission = await get(firestore, missions, asked.missionId);
  if (mission === null) return unknownMission;
  const conversation = conversationOf(mission);
  const followed = readChannels(actor, conversation);
  if (followed.length === 0) return unknownMission;
  const [settings, reading] = await Promise.all([
    settingsInForce(firestore),
    get(firestore, readings, mission.id, actor.uid),
  ]);
  const channels = await Promise.all(
    followed.map(async (channel): Promise<ChannelView> => {
      const { now, most = MOST_MESSAGES } = asked;
      const refusal = can(actor, { action: 'writeMessage', conversation, channel, settings, now });
      const key = channelKey(channel);
      return {
        ...{ channel, key, laureateName: nameOf(mission, channel), writeRefusal: refusal?.message ?? null },
        readAt: reading?.channels[key] ?? 0,
        messages: await rowsOf(firestore, actor, { mission, conversation, channel, now, most }),
      };
    }),
  );
  return {
    missionId: mission.id,
    reader: actor.kind === 'laureate' || actor.kind === 'expert' ? actor.kind : 'staff',
    expertName: mission.expert.name,
    laureateNames: activeParticipants(mission).map(({ name }) => name),
    largestFile: settings.largestFile,
    channels,
  };
}

/** How many messages of the others this reader has not read: 1 read, and a count a channel. */
export async function unreadMessages(firestore: Firestore, actor: SignedInActor, mission: Mission): Promise<number> {
  const conversation = conversationOf(mission);
  const reading = await get(firestore, readings, mission.id, actor.uid);
  const counts = await Promise.all(
    readChannels(actor, conversation).map(async (channel) => {
      // Who left reads what was there: nothing new comes.
      if (channelReadUntil(actor, conversation, channel) !== Number.POSITIVE_INFINITY) return 0;
      const key = channelKey(channel);
      const found = await firestore
        .collection(messagesOf(mission.id))
        .where('channelKey', '==', key)
        .where('at', '>', reading?.channels[key] ?? 0)
        .orderBy('at', 'desc')
        .count()
        .get();
      return found.data().count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function readChannels(actor: Actor, conversation: Conversation): Channel[] {
  return channelsOf(conversation).filter(
    (channel) => can(actor, { action: 'readMessages', conversation, channel }) === null,
  );
}

interface Followed {
  readonly mission: Mission;
  readonly conversation: Conversation;
  readonly channel: Channel;
  readonly now: number;
  readonly most: number;
}

async function rowsOf(firestore: Firestore, actor: SignedInActor, followed: Followed): Promise<MessageRow[]> {
  const { mission, conversation, channel, now, most } = followed;
  const found = await firestore
    .collection(messagesOf(mission.id))
    .where('channelKey', '==', channelKey(channel))
    .orderBy('at', 'desc')
    .limit(most)
    .get();
  const until = channelReadUntil(actor, conversation, channel);
  const shown = messages
    .list(found.docs)
    .filter(({ at }) => at <= until)
    .reverse();
  return Promise.all(shown.map((message) => rowOf(firestore, actor, message, now)));
}

/** Of a message taken back, nothing is said but who wrote it and when. */
async function rowOf(firestore: Firestore, actor: SignedInActor, message: Message, now: number): Promise<MessageRow> {
  const { id, at, by, withdrawnAt } = message;
  const joined =
    withdrawnAt === null ? await Promise.all(message.fileIds.map((one) => get(firestore, files, one))) : [];
  return {
    messageId: id,
    at,
    byName: by.name,
    organisation: by.organisation,
    own: by.uid === actor.uid,
    text: withdrawnAt === null ? message.text : '',
    files: joined.flatMap((file) => (file === null ? [] : rowOfFile(file, actor, null))),
    withdrawnAt,
    mayWithdraw: withdrawRefusal(actor.uid, message, now) === null,
  };
}

function nameOf(mission: Mission, { laureateId }: Channel): string | null {
  return laureateId === null ? null : (mission.participants[laureateId]?.name ?? null);
}
