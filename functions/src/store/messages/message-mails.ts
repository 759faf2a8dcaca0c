import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { dayOf } from '../../domain/calendar.ts';
import { type Channel, channelKey } from '../../domain/messages/channels.ts';
import type { Message } from '../../domain/messages/message.ts';
import { activeParticipants, type Mission } from '../../domain/missions/mission.ts';
import type { Frequency } from '../../domain/notifications/frequencies.ts';
import type { OutboxItem, Reader } from '../../domain/notifications/mails.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import { frenchList } from '../../domain/written-french.ts';
import { expertMembers, expertMembersOf } from '../collections/experts.ts';
import { members, membersOf } from '../collections/laureates.ts';
import { type Reading, readings, readingsOf } from '../collections/messages.ts';
import { outbox } from '../collections/outbox.ts';
import { settingsInForce } from '../collections/settings.ts';
import { sha256 } from '../hash.ts';
import { queueMails } from '../notifications/queue.ts';
import { teamRecipients } from '../notifications/team.ts';

interface Recipient {
  /** Null for the team's own address. */
  readonly uid: string | null;
  readonly name: string;
  readonly email: string;
  readonly reader: Reader;
  readonly when: Frequency;
}

const [toChannel] = serviceSubscriptions.messagePosted;

/**
 * One mail to each of the others of the channel, and to FTL. Its id names what that person had read: several messages in a row make one mail a
 * day until it is read. The words of the message are not in it, so that withdrawing one within the hour means something.
 */
export async function queueMessageMails(
  firestore: Firestore,
  batch: WriteBatch,
  mission: Mission,
  message: Message,
): Promise<void> {
  const [people, positions] = await Promise.all([
    recipients(firestore, mission, message.channel),
    firestore.collection(readingsOf(mission.id)).get(),
  ]);
  const read = readings.list(positions.docs);
  // Somebody may be of two laureates of the mission: one mail, since two with one id would never be written.
  const items = [...new Map(people.map((person) => [person.email, person])).values()]
    .filter(({ uid }) => uid !== message.by.uid)
    .filter(({ reader }) => reader !== 'staff' || message.by.side !== 'staff')
    .map((person) => item(mission, message, person, lastRead(read, person, channelKey(message.channel))));
  if (items.length === 0) return;
  const known = await firestore.getAll(...items.map(({ id }) => firestore.doc(outbox.path(id))));
  const unknown = items.filter((_item, at) => known[at]?.exists === false);
  queueMails(firestore, batch, unknown);
}

function lastRead(read: readonly Reading[], { uid, reader }: Recipient, key: string): number {
  const own = read.filter((reading) => (uid === null ? reading.side === reader : reading.uid === uid));
  return Math.max(0, ...own.map(({ channels }) => channels[key] ?? 0));
}

async function recipients(firestore: Firestore, mission: Mission, { kind, laureateId }: Channel): Promise<Recipient[]> {
  const active = activeParticipants(mission).map((part) => part.laureateId);
  const laureateIds = kind === 'everyone' ? active : laureateId === null ? [] : [laureateId];
  const { contact } = await settingsInForce(firestore);
  const [team, experts, laureates] = await Promise.all([
    teamRecipients(firestore, contact, serviceSubscriptions.messagePosted),
    kind === 'laureate' ? [] : expertPeople(firestore, mission.expert.expertId),
    Promise.all(laureateIds.map((id) => laureatePeople(firestore, id))),
  ]);
  const staff = team.map((person): Recipient => ({ ...person, reader: 'staff', when: person.told.when }));
  return [...experts, ...laureates.flat(), ...staff];
}

async function expertPeople(firestore: Firestore, expertId: string): Promise<Recipient[]> {
  const found = await firestore.collection(expertMembersOf(expertId)).where('active', '==', true).get();
  return expertMembers
    .list(found.docs)
    .map(({ uid, name, email }) => ({ uid, name, email, reader: 'expert', when: toChannel.when }));
}

async function laureatePeople(firestore: Firestore, laureateId: string): Promise<Recipient[]> {
  const found = await firestore.collection(membersOf(laureateId)).where('active', '==', true).get();
  return members
    .list(found.docs)
    .map(({ uid, name, email }) => ({ uid, name, email, reader: 'laureate', when: toChannel.when }));
}

const pages = { laureate: 'laureat', expert: 'expert', staff: 'equipe' } as const satisfies Record<Reader, string>;
function item(mission: Mission, message: Message, person: Recipient, lastReadAt: number): OutboxItem {
  const key = channelKey(message.channel);
  const parameters = new URLSearchParams({ mission: mission.id, messages: key });
  const names = activeParticipants(mission).map(({ name }) => name);
  return {
    id: `messageReceived.${mission.id}.${key}.${lastReadAt}.${dayOf(message.at)}.${sha256(person.email).slice(0, 16)}`,
    mail: 'messageReceived',
    to: { email: person.email, name: person.name, uid: person.uid },
    facts: {
      recipientName: person.name,
      reader: person.reader,
      laureateName: frenchList(names),
      expertName: mission.expert.name,
      happened: '',
      byName: `${message.by.name} (${message.by.organisation})`,
      reason: '',
      state: mission.state,
      need: mission.need,
    },
    path: `/${pages[person.reader]}?${parameters}`,
    when: person.when,
    mission: { id: mission.id, event: mission.events },
    parts: [],
    createdAt: message.at,
  };
}
