import { DAY, dayOf, formatDay, type Instant } from '../calendar.ts';
import { activeParticipants, type Mission, type Participant } from '../missions/mission.ts';
import { isLive } from '../missions/states.ts';
import { peopleOf, whoAnswers } from '../notifications/asks.ts';
import { expectedOf } from '../notifications/expected.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { Invoice } from '../subsidy/invoice.ts';
import { awaitsConfirmation } from './confirming.ts';
import type { Expert } from './profile.ts';

/** One thing that waits for a person of a company, whichever laureate it comes from. */
export interface ExpertTask {
  /** A verb and its object. */
  readonly what: string;
  /** Of whom; empty for what is about the company itself. */
  readonly laureates: string;
  readonly need: string;
  readonly since: Instant;
  /** Since when it waits, or before when an answer is expected. */
  readonly delay: string;
  readonly missionId: string | null;
  /** The page on which it is done, not one on which it is looked for. */
  readonly path: string;
}

/** What the list is made from: the company's own records. */
export interface ExpertRecords {
  readonly expert: Expert;
  readonly missions: readonly Mission[];
  readonly invoices: readonly Invoice[];
  /** Mission → how many messages this person has not read. */
  readonly unread: Readonly<Record<string, number>>;
  readonly settings: ProgrammeSettings;
  readonly now: Instant;
}

/** For how long a mission that is over is said to have no invoice: later, it was paid some other way, or never will be. */
const INVOICED_WITHIN = 180 * DAY;

/** All that waits for one person, the longest waiting first: what missions ask, the invoice of those that are over, messages, the card. */
export function tasksOfExpert(uid: string, records: ExpertRecords): ExpertTask[] {
  const own = records.missions.filter((mission) => whoAnswers(mission, uid));
  return [
    ...askedByMissions(uid, records),
    ...own.flatMap((mission) => invoiceOf(mission, records)),
    ...own.flatMap((mission) => messagesOf(mission, records)),
    ...cardOfCompany(records),
  ].toSorted((one, other) => one.since - other.since);
}

/** As the mails and the digest say it, from the same table. */
function askedByMissions(uid: string, { expert, missions, settings, now }: ExpertRecords): ExpertTask[] {
  const person = { kind: 'expert', uid, expertId: expert.id } as const;
  const returned = expert.state === 'returned' ? [{ expertId: expert.id, since: returnedAt(expert) }] : [];
  const waiting = { today: dayOf(now), settings, missions, notesToRevise: [], sheetsToComplete: returned, tasks: [] };
  return expectedOf(person, waiting).map(({ what, laureateName, since, delay, missionId, path }) => ({
    ...{ what, laureates: laureateName, since, delay, missionId },
    need: missions.find(({ id }) => id === missionId)?.need ?? '',
    path: missionId === null ? `${path}?inscription` : `${path}&etape=attendue`,
  }));
}

function returnedAt({ review, submittedAt }: Expert): Instant {
  return review?.at ?? submittedAt;
}

function invoiceOf(mission: Mission, { invoices, now }: ExpertRecords): ExpertTask[] {
  const { state, since, report } = mission;
  const done = state === 'closed' && report !== null && now - since < INVOICED_WITHIN;
  if (!done || !activeParticipants(mission).some((participant) => isToInvoice(participant, mission, invoices)))
    return [];
  return [
    { ...ofMission(mission), what: 'Déposez votre facture', path: `/expert?mission=${mission.id}&etape=facture` },
  ];
}

/** Each laureate that confirmed has an invoice of its own; one recorded as not paid is to be made again. */
function isToInvoice({ laureateId, confirmed }: Participant, { id }: Mission, invoices: readonly Invoice[]): boolean {
  const invoiced = invoices.some(
    (invoice) => invoice.missionId === id && invoice.laureateId === laureateId && invoice.status !== 'unpaid',
  );
  return confirmed && !invoiced;
}

function messagesOf(mission: Mission, { unread, now }: ExpertRecords): ExpertTask[] {
  const count = isLive(mission.state) ? (unread[mission.id] ?? 0) : 0;
  if (count === 0) return [];
  const what = count === 1 ? 'Lisez un nouveau message' : `Lisez ${count} nouveaux messages`;
  return [{ ...ofMission(mission), what, since: now, delay: '', path: `/expert?mission=${mission.id}` }];
}

function cardOfCompany({ expert, now }: ExpertRecords): ExpertTask[] {
  if (!awaitsConfirmation(expert, dayOf(now))) return [];
  const since = expert.confirmation?.at ?? expert.submittedAt;
  const delay = `dernière confirmation le ${formatDay(dayOf(since))}`;
  const about = { laureates: '', need: '', missionId: null, path: '/expert?inscription' };
  return [{ ...about, what: 'Dites si votre fiche est à jour', since, delay }];
}

function ofMission(mission: Mission): Omit<ExpertTask, 'what' | 'path'> {
  const { id, need, since } = mission;
  const delay = `depuis le ${formatDay(dayOf(since))}`;
  return { laureates: peopleOf(mission).laureates, need, since, delay, missionId: id };
}
