import { type Actor, roleIn } from '../actor.ts';
import { addDays, dayOf, formatDay, type Instant } from '../calendar.ts';
import type { Mission, Participant } from '../missions/mission.ts';
import { isLive } from '../missions/states.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Where a message of a mission is written: staff read and write everywhere, the others in the channels of their side. */
export type Channel =
  | { readonly kind: 'everyone'; readonly laureateId: null }
  | { readonly kind: 'expert'; readonly laureateId: null }
  /** One a laureate: in a shared mission, none reads another's. */
  | { readonly kind: 'laureate'; readonly laureateId: string };
export type ChannelKind = Channel['kind'];
export const channelKinds = ['everyone', 'expert', 'laureate'] as const satisfies readonly ChannelKind[];

/** What the verdict on a channel rests on; taken from the mission. */
export interface Conversation {
  readonly missionId: string;
  readonly expertId: string;
  readonly parts: readonly Pick<Participant, 'laureateId' | 'status' | 'leftAt'>[];
  /** When the mission ended; null while it lives. */
  readonly endedAt: Instant | null;
}

export function conversationOf(mission: Mission): Conversation {
  return {
    missionId: mission.id,
    expertId: mission.expert.expertId,
    parts: Object.values(mission.participants).map(({ laureateId, status, leftAt }) => ({
      laureateId,
      status,
      leftAt: status === 'left' ? (leftAt ?? mission.createdAt) : null,
    })),
    endedAt: isLive(mission.state) ? null : mission.since,
  };
}

/** The channel that a file was deposited for; null of one that is of none. */
export function channelOf(file: {
  readonly channel?: ChannelKind | null | undefined;
  readonly laureateId: string | null;
}): Channel | null {
  const { channel: kind, laureateId } = file;
  if (kind === 'laureate') return laureateId === null ? null : { kind, laureateId };
  return kind ? { kind, laureateId: null } : null;
}

/** As stored, and as addresses and drafts name it. */
export function channelKey({ kind, laureateId }: Channel): string {
  return laureateId === null ? kind : `${kind}.${laureateId}`;
}

/** Every channel of a mission. A laureate that declined to share never had one. */
export function channelsOf({ parts }: Conversation): Channel[] {
  const own = parts
    .filter(({ status }) => status !== 'declined')
    .map(({ laureateId }): Channel => ({ kind: 'laureate', laureateId }));
  return [{ kind: 'everyone', laureateId: null }, { kind: 'expert', laureateId: null }, ...own];
}

const notYours = refuse(
  'not-yours',
  'Cet échange ne vous est pas ouvert. Vos propres messages restent dans les vôtres.',
);

/** Why `actor` may not read this channel, or null. An observer reads as FTL does, and never writes. */
export function channelReadRefusal(actor: Actor, conversation: Conversation, channel: Channel): Refusal | null {
  if (!channelsOf(conversation).some((one) => channelKey(one) === channelKey(channel))) return notYours;
  if (actor.kind === 'staff' || actor.kind === 'observer') return null;
  return readers[channel.kind](actor, conversation, channel) ? null : notYours;
}

type Reads = (actor: Actor, conversation: Conversation, channel: Channel) => boolean;

/** Who reads a channel besides FTL. What is proposed to a laureate is not yet its mission: it reads the others once it has joined. */
const readers = {
  everyone: (actor, conversation) =>
    isOfCompany(actor, conversation) || ownParts(actor, conversation).some(({ status }) => status !== 'proposed'),
  expert: isOfCompany,
  laureate: (actor, _conversation, { laureateId }) => laureateId !== null && roleIn(actor, laureateId) !== null,
} as const satisfies Record<ChannelKind, Reads>;

function isOfCompany(actor: Actor, { expertId }: Conversation): boolean {
  return actor.kind === 'expert' && actor.expertId === expertId;
}

/** The parts of the laureates that this person is of, declined ones left out. */
function ownParts(actor: Actor, { parts }: Conversation) {
  return parts.filter(({ laureateId, status }) => status !== 'declined' && roleIn(actor, laureateId) !== null);
}

/** Until when a reader follows a channel: a laureate that left reads what everyone had written by then, and its own channel for ever. */
export function channelReadUntil(actor: Actor, conversation: Conversation, channel: Channel): Instant {
  if (actor.kind !== 'laureate' || channel.kind !== 'everyone') return Number.POSITIVE_INFINITY;
  return Math.max(0, ...ownParts(actor, conversation).map(({ leftAt }) => leftAt ?? Number.POSITIVE_INFINITY));
}

/** Why `actor` may not write in this channel now, or null. Reading lasts; writing ends some days after the mission, or one's part in it. */
export function channelWriteRefusal(
  actor: Actor,
  conversation: Conversation,
  channel: Channel,
  { settings, now }: { readonly settings: ProgrammeSettings; readonly now: Instant },
): Refusal | null {
  const unread = channelReadRefusal(actor, conversation, channel);
  if (unread) return unread;
  if (actor.kind === 'observer')
    return refuse('staff-only', 'Vous êtes ici en observation : vous lisez les échanges sans y écrire.');
  const left = channelReadUntil(actor, conversation, channel);
  if (left !== Number.POSITIVE_INFINITY)
    return refuse(
      'channel-closed',
      'Votre manufacture a quitté cette mission : écrivez à l’équipe France Tiers-Lieux, dans votre propre échange.',
    );
  const endedAt = partEndedAt(conversation, channel);
  if (endedAt === null) return null;
  const last = addDays(dayOf(endedAt), settings.messageDaysAfterEnd);
  return dayOf(now) <= last
    ? null
    : refuse(
        'channel-closed',
        `Cette mission est achevée : ses échanges se lisent toujours, et ne s’écrivent plus depuis le ${formatDay(last)}. Appelez l’équipe France Tiers-Lieux.`,
      );
}

function partEndedAt({ endedAt, parts }: Conversation, { laureateId }: Channel): Instant | null {
  const left = parts.find((part) => part.laureateId === laureateId)?.leftAt ?? null;
  return left ?? endedAt;
}
