import type { Firestore } from 'firebase-admin/firestore';
import { type Day, endOfDay, formatDay, type Instant } from '../../domain/calendar.ts';
import type { Expert } from '../../domain/experts/profile.ts';
import type { Laureate } from '../../domain/laureates/laureate.ts';
import type { StaffNote } from '../../domain/notes/note.ts';
import { announcement } from '../../domain/retention/exchanges.ts';
import { frenchList } from '../../domain/written-french.ts';
import { get } from '../collection.ts';
import { accounts } from '../collections/accounts.ts';
import type { QueuedMail } from '../collections/outbox.ts';
import { sha256 } from '../hash.ts';
import type { OpenedTask } from './tasks.ts';

/** The tasks that several places open, each in one way. */

export function reviewTask(expert: Expert): OpenedTask {
  const about =
    expert.interests.length > 0 ? `${expert.company} : un lien avec une manufacture est possible` : expert.company;
  return { kind: 'expertToReview', subject: expert.id, at: expert.submittedAt, about, ...ofExpert(expert.id) };
}

/** Nobody of the company answered the reminders of the year: its telephone is on its page. */
export function cardTask({ id, company }: Expert, at: Instant): OpenedTask {
  return { kind: 'cardToConfirm', subject: id, at, about: company, ...ofExpert(id) };
}

/** While the settings ask that a note be accepted before any mission. */
export function noteTask({ id, name }: Pick<Laureate, 'id' | 'name'>, version: number, at: Instant): OpenedTask {
  const about = version === 1 ? name : `${name}, version ${version}`;
  return { kind: 'noteToAccept', subject: id, at, about, laureateId: id, missionId: null, expertId: null };
}

/** Interests that were found between an expert and laureates. */
export function interestTask(expert: Expert, found: readonly string[], at: Instant): OpenedTask {
  const about = `${expert.company} : ${frenchList(found)}`;
  return { kind: 'interestFound', subject: expert.id, at, about, ...ofExpert(expert.id) };
}

/** One task an address, however many mails did not reach it (1 read of the account, to lead to its organisation). */
export async function deadMailTask(firestore: Firestore, item: QueuedMail, at: Instant): Promise<OpenedTask> {
  const account = item.to.uid === null ? null : await get(firestore, accounts, item.to.uid);
  return {
    kind: 'deadMail',
    subject: deadMailSubject(item.to.email),
    at,
    about: `${item.to.name}, ${item.to.email}`,
    laureateId: account?.laureateIds[0] ?? null,
    missionId: null,
    expertId: account?.expertId ?? null,
  };
}

/** The task of an address, without the address: ids are read in logs. */
export function deadMailSubject(email: string): string {
  return sha256(email).slice(0, 20);
}

/** Hidden until its day. Its words stay on the page of notes: a line of the list is read by observers too. */
export function followUpTask({ id, about, followUpOn }: StaffNote, name: string, at: Instant): OpenedTask | null {
  if (followUpOn === null) return null;
  const idOf = (kind: StaffNote['about']['kind']) => (about.kind === kind ? about.id : null);
  return {
    ...{ kind: 'noteToFollow', subject: id, at, about: name, snoozedUntil: followUpOn },
    ...{ laureateId: idOf('laureate'), missionId: idOf('mission'), expertId: idOf('expert') },
  };
}

/** Once a person: asking again after a refusal opens it again. */
export function erasureTask(uid: string, name: string, at: Instant): OpenedTask {
  return { kind: 'erasureAsked', subject: uid, at, about: name, ...ofNobody };
}

/** Its people were told that their sheet is about to be made anonymous. */
export function inactiveTask({ id, company }: Expert, at: Instant): OpenedTask {
  return { kind: 'expertInactive', subject: id, at, about: company, ...ofExpert(id) };
}

/** The ten years of the programme are over. */
export function programmeOverTask(closing: Day): OpenedTask {
  const about = `Clôture du programme : ${formatDay(closing)}`;
  return { kind: 'programmeOver', subject: closing, at: endOfDay(closing), about, ...ofNobody };
}

/** One at a time: its line says the day. */
export const EXCHANGES = 'programme';

/** Messages, working documents and notes of the programme are about to go. */
export function exchangesTask(closing: Day, at: Instant): OpenedTask {
  return { kind: 'exchangesToErase', subject: EXCHANGES, at, about: announcement(closing, at), ...ofNobody };
}

const ofNobody = { laureateId: null, missionId: null, expertId: null } as const;
const ofExpert = (expertId: string) => ({ laureateId: null, missionId: null, expertId });
