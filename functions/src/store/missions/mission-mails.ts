import type { Firestore } from 'firebase-admin/firestore';
import { type Day, dayOf } from '../../domain/calendar.ts';
import { awaitedSide, pendingParticipants } from '../../domain/missions/awaited.ts';
import { sideOfBehalf } from '../../domain/missions/behalf.ts';
import type { Facts } from '../../domain/missions/facts.ts';
import { activeParticipants, type Mission, type MissionEvent } from '../../domain/missions/mission.ts';
import type { Outcome } from '../../domain/missions/outcome.ts';
import { isWaiting } from '../../domain/missions/states.ts';
import { dueOf } from '../../domain/missions/timers.ts';
import { transitionOf } from '../../domain/missions/transitions.ts';
import type { MailFacts, OutboxItem, Reader, Reminded } from '../../domain/notifications/mails.ts';
import {
  type MissionAudience,
  type MissionSubscription,
  missionSubscriptions,
  readerOf,
} from '../../domain/notifications/mission-subscriptions.ts';
import { expertPath } from '../../domain/notifications/opening.ts';
import { roleOn } from '../../domain/people/people.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import type { Invoice } from '../../domain/subsidy/invoice.ts';
import { frenchList } from '../../domain/written-french.ts';
import { expertMembers, expertMembersOf } from '../collections/experts.ts';
import { members, membersOf } from '../collections/laureates.ts';
import { sha256 } from '../hash.ts';
import { teamRecipients } from '../notifications/team.ts';

/** What a mail tells, and the settings that its deadline comes from. */
interface Told extends Pick<Outcome, 'mission' | 'event' | 'invoice'> {
  readonly settings: ProgrammeSettings;
}

interface Recipient {
  readonly uid: string | null;
  readonly name: string;
  readonly email: string;
  readonly laureateName: string;
  /** The laureate it is told as a member of; absent of anybody else. */
  readonly laureateId?: string | undefined;
  readonly path: string;
}

/**
 * The mails an action queues, one a person, from the table of subscriptions. Read outside of the snapshot: who is a member changes slowly and
 * nothing is decided on it. Costs one query an organisation told.
 */
export async function missionMails(firestore: Firestore, facts: Facts, outcome: Outcome): Promise<OutboxItem[]> {
  const subscriptions: readonly MissionSubscription[] = missionSubscriptions[outcome.event.action];
  const lists = await Promise.all(
    subscriptions.map(async (row) => {
      const people = await recipients(firestore, facts, outcome, row);
      return people
        .filter(({ uid }) => uid === null || uid !== facts.actor.uid)
        .map((person) => item({ ...outcome, settings: facts.settings }, person, row, readerOf[row.to]));
    }),
  );
  const acted = await actedOnBehalf(firestore, facts, outcome);
  const told = new Set(acted.map(({ to }) => to.email));
  const others = lists.flat().filter(({ to }) => !told.has(to.email));
  return onceAPerson([...acted, ...others]);
}

/** Somebody of two laureates of the mission has one mail of an event; a reminder says of both that they are awaited. */
function onceAPerson(items: readonly OutboxItem[]): OutboxItem[] {
  return [...Map.groupBy(items, ({ id }) => id).values()].flatMap((same) => {
    const last = same.at(-1);
    if (last === undefined) return [];
    return last.reminds ? [{ ...last, reminds: same.flatMap(({ reminds }) => reminds ?? []) }] : [last];
  });
}

/**
 * Everybody in whose name staff acted because somebody asked hears of it, whatever the table tells of that act, and by a mail that says who asked.
 * What staff do about a laureate in their own right (a devis signed by hand, a payment) is told as the table says: nobody asked for it.
 */
async function actedOnBehalf(firestore: Firestore, facts: Facts, outcome: Outcome): Promise<OutboxItem[]> {
  const { event, mission } = outcome;
  if (event.onBehalfOf === null || event.askedBy === null) return [];
  const side = sideOfBehalf(transitionOf(event.action));
  const laureateIds = facts.laureateId === null ? [] : [facts.laureateId];
  const people =
    side === 'expert'
      ? await expertPeople(firestore, mission, namesOf(mission))
      : await laureatePeople(
          firestore,
          mission,
          { laureateIds, signatoriesOnly: false, named: namesOf(mission) },
          dayOf(facts.now),
        );
  const asked = `Demandé par ${event.askedBy}.`;
  const reason = [asked, event.reason ?? ''].join(' ').trim();
  const told = { mission, invoice: null, settings: facts.settings, event: { ...event, reason } };
  return people.map((person) => item(told, person, { mail: 'actedOnBehalf', when: 'now' }, side));
}

async function recipients(
  firestore: Firestore,
  facts: Facts,
  { mission, invoice }: Outcome,
  row: MissionSubscription,
): Promise<Recipient[]> {
  // An invoice is between an expert and one laureate of the mission: that one alone is named.
  const named = invoice?.laureateName ?? namesOf(mission);
  switch (row.to) {
    case 'mailbox':
    case 'team': {
      const found = await teamRecipients(firestore, facts.settings.contact, [row]);
      return found.map((person) => ({ ...person, laureateName: named, path: `/equipe?mission=${mission.id}` }));
    }
    case 'expert':
      return expertPeople(firestore, mission, named);
    case 'awaitedExpert':
      return awaitedSide(mission) === 'expert' ? expertPeople(firestore, mission, named) : [];
    case 'invoicedSignatories': {
      const asked = { laureateIds: invoice ? [invoice.laureateId] : [], signatoriesOnly: true, named };
      return laureatePeople(firestore, mission, asked, dayOf(facts.now));
    }
    default:
      return laureatePeople(firestore, mission, laureatesToTell(row.to, facts.laureateId, mission), dayOf(facts.now));
  }
}

interface LaureatesToTell {
  readonly laureateIds: readonly string[];
  readonly signatoriesOnly: boolean;
  /** Whose name the mail carries. */
  readonly named: string;
}

function laureatesToTell(
  audience: Exclude<MissionAudience, 'mailbox' | 'team' | 'expert' | 'awaitedExpert' | 'invoicedSignatories'>,
  actingId: string | null,
  mission: Mission,
): LaureatesToTell {
  const active = activeParticipants(mission).map(({ laureateId }) => laureateId);
  const everyone = { laureateIds: active, signatoriesOnly: false, named: namesOf(mission) };
  const acting = mission.participants[actingId ?? '']?.name ?? namesOf(mission);
  switch (audience) {
    case 'laureates':
      return everyone;
    case 'awaitedLaureates': {
      const pending = awaitedSide(mission) === 'laureate' ? pendingParticipants(mission) : [];
      return { ...everyone, laureateIds: pending.map(({ laureateId }) => laureateId) };
    }
    case 'actingLaureate':
      return { ...everyone, laureateIds: active.filter((laureateId) => laureateId === actingId), named: acting };
    case 'otherLaureates':
      return { ...everyone, laureateIds: active.filter((laureateId) => laureateId !== actingId), named: acting };
    case 'signatories':
      return { ...everyone, signatoriesOnly: true };
    case 'proposedLaureates': {
      const proposed = Object.values(mission.participants).filter(({ status }) => status === 'proposed');
      return { ...everyone, laureateIds: proposed.map(({ laureateId }) => laureateId), signatoriesOnly: true };
    }
    default:
      return audience satisfies never;
  }
}

async function expertPeople(firestore: Firestore, mission: Mission, laureateName: string): Promise<Recipient[]> {
  const found = await firestore.collection(expertMembersOf(mission.expert.expertId)).where('active', '==', true).get();
  return expertMembers.list(found.docs).map(({ uid, name, email }) => ({
    uid,
    name,
    email,
    laureateName,
    path: `/expert?mission=${mission.id}`,
  }));
}

async function laureatePeople(
  firestore: Firestore,
  mission: Mission,
  { laureateIds, signatoriesOnly, named }: LaureatesToTell,
  day: Day,
): Promise<Recipient[]> {
  // One page decides; the other is read. A signatory lands where the decision is taken.
  const page = mission.state === 'awaiting_validation' ? 'decision' : 'laureat';
  const lists = await Promise.all(
    laureateIds.map(async (laureateId) => {
      const found = await firestore.collection(membersOf(laureateId)).where('active', '==', true).get();
      return members
        .list(found.docs)
        .filter((member) => !signatoriesOnly || roleOn(member.role, member.delegation ?? null, day) === 'signatory')
        .map(({ uid, name, email }) => ({
          uid,
          name,
          email,
          laureateName: named,
          laureateId,
          path: `/${page}?mission=${mission.id}`,
        }));
    }),
  );
  return lists.flat();
}

function item(
  { mission, event, invoice, settings }: Told,
  person: Recipient,
  { mail, when }: Pick<MissionSubscription, 'mail' | 'when'>,
  reader: Reader,
): OutboxItem {
  const facts: MailFacts = {
    recipientName: person.name,
    reader,
    laureateName: person.laureateName,
    expertName: mission.expert.name,
    happened: transitionOf(event.action).done,
    byName: event.by.name,
    reason: event.reason ?? reasonOn(invoice),
    state: mission.state,
    need: mission.need,
    expectedBefore: dueOf(mission, settings)?.deadline ?? null,
  };
  const path = reader === 'expert' ? expertPath(mission, mail) : person.path;
  const id = `${mail}.${mission.id}.${event.number}.${sha256(person.email).slice(0, 16)}`;
  return {
    id,
    ...(mail === 'reminder' ? { reminds: remindedOf(mission, event, facts, { ...person, path }) } : {}),
    mail,
    to: { email: person.email, name: person.name, uid: person.uid },
    facts,
    path,
    when,
    mission: { id: mission.id, event: event.number },
    parts: [],
    createdAt: event.at,
  };
}

/** What a reminder keeps of its mission, to be gathered with others and read again before it leaves. */
function remindedOf(mission: Mission, event: MissionEvent, facts: MailFacts, person: Recipient): Reminded[] {
  if (!isWaiting(mission.state)) return [];
  const { laureateName, expertName, need, expectedBefore = null } = facts;
  return [
    {
      ...{ missionId: mission.id, event: event.number, state: mission.state, since: mission.since },
      ...{ laureateId: person.laureateId ?? null, laureateName, expertName, need, expectedBefore, path: person.path },
    },
  ];
}

/** What is written about an invoice is not in the journal of the mission, which the others read. */
function reasonOn(invoice: Invoice | null): string {
  const last = invoice?.records.at(-1);
  return last && 'reason' in last ? last.reason : '';
}

function namesOf(mission: Mission): string {
  return frenchList(activeParticipants(mission).map(({ name }) => name));
}
