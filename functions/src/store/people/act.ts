import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../domain/actor.ts';
import { DAY } from '../../domain/calendar.ts';
import { decidePersonAction, type PeopleChange } from '../../domain/people/decide.ts';
import type { PeopleCommand } from '../../domain/people/facts.ts';
import { happenings } from '../../domain/people/journal.ts';
import type { Organisation } from '../../domain/people/people.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { journalLine } from '../collections/journal.ts';
import { settingsInForce } from '../collections/settings.ts';
import { queueMails } from '../notifications/queue.ts';
import { type Attempt, optimistically } from '../optimistic.ts';
import { withinLimit } from '../rate-limits.ts';
import { deadMailSubject } from '../staff/task-makers.ts';
import { closeTask } from '../staff/tasks.ts';
import { accountByEmail } from './accounts.ts';
import { closeGrants, deleteTickets, moveAddress, moveContact, updateOtherSeats } from './endings.ts';
import { followName } from './following-name.ts';
import { peopleMails, tooManyInvitations } from './mails.ts';
import { knownPerson, type Roster, readRoster, unknownOrganisation } from './roster.ts';
import { holdHeads, seat } from './seating.ts';

export interface AskedOfPeople {
  readonly actor: SignedInActor;
  readonly organisation: Organisation;
  readonly command: PeopleCommand;
  /** Null for an invitation. */
  readonly uid: string | null;
  readonly now: number;
  readonly newId: () => string;
}

export interface Acted {
  readonly uid: string;
  readonly done: string;
  /** What Auth must do next: it is no part of the commit, and doing it twice is harmless. */
  readonly auth: AuthChange;
  readonly account: Account;
}
export type AuthChange = 'none' | 'signOut' | 'disable' | 'enable';

/** Mails that somebody's word sends to an address, a day. */
const mailings = {
  laureate: { name: 'invitations-laureate', most: 30, windowMs: DAY },
  expert: { name: 'invitations-expert', most: 30, windowMs: DAY },
  staff: { name: 'invitations-staff', most: 500, windowMs: DAY },
} as const;
const busy = refuse('busy', 'Beaucoup de changements arrivent en même temps ici. Rien n’a été changé : réessayez.');

/**
 * Decides and writes one action about people, in one commit: account, seats, grants, tickets, journal and mails. The commit holds only if the
 * people it rests on are as they were read, those who answer for the organisation included.
 */
export async function actOnPeople(firestore: Firestore, asked: AskedOfPeople): Promise<Acted | Refusal> {
  const mailing = asked.command.action === 'invite' || asked.command.action === 'inviteAgain';
  if (mailing && !(await mayMail(firestore, asked))) return tooManyInvitations;
  const done = await optimistically<Acted | Refusal>(firestore, (batch) => attempt(firestore, batch, asked));
  const answer = done === null ? busy : done.answer;
  if (!isRefusal(answer) && answer.auth === 'disable') await closeWhatSlippedIn(firestore, answer.uid, asked.now);
  return answer;
}

/** A call in flight read the account before it was switched off, and may have written a ticket or a grant after: they go too. */
async function closeWhatSlippedIn(firestore: Firestore, uid: string, now: number): Promise<void> {
  await optimistically(firestore, async (batch) => {
    await closeGrants(firestore, batch, { uid, how: 'cut', now });
    await deleteTickets(firestore, batch, uid);
    return { answer: null, batch };
  });
}

async function mayMail(firestore: Firestore, { actor, now }: AskedOfPeople): Promise<boolean> {
  if (actor.kind === 'system' || actor.kind === 'observer') return true;
  return withinLimit(firestore, mailings[actor.kind], actor.uid, now);
}

async function attempt(
  firestore: Firestore,
  batch: WriteBatch,
  asked: AskedOfPeople,
): Promise<Attempt<Acted | Refusal>> {
  const { actor, organisation, command, now } = asked;
  const [roster, known] = await Promise.all([
    readRoster(firestore, organisation, now),
    'email' in command ? accountByEmail(firestore, command.email) : null,
  ]);
  if (roster === null) return { answer: unknownOrganisation, batch: null };
  const facts = {
    ...{ now, actor, organisation, people: roster.people, newUid: asked.newId() },
    known: known === null ? null : knownPerson(known),
  };
  const outcome = decidePersonAction(facts, command, asked.uid);
  if (isRefusal(outcome)) return { answer: outcome, batch: null };
  const found = known === null ? null : await firestore.doc(accounts.path(known.uid)).get();
  const answer = await write(firestore, batch, { asked, roster, changes: outcome.changes, found });
  return { answer, batch };
}

interface Decided {
  readonly asked: AskedOfPeople;
  readonly roster: Roster;
  readonly changes: readonly PeopleChange[];
  /** The account whose address was typed, as read for this attempt. */
  readonly found: DocumentSnapshot | null;
}

async function write(firestore: Firestore, batch: WriteBatch, decided: Decided): Promise<Acted> {
  const { asked, roster, changes, found } = decided;
  const { actor, organisation, command, now } = asked;
  const [about] = changes;
  if (!about) throw new Error('every action about people is about somebody');
  const lineId = asked.newId();
  const seated = changes.map(({ person }) =>
    seat(firestore, batch, roster, { person, found, given: { byName: actor.name, at: now } }),
  );
  const account = seated[0];
  if (!account) throw new Error('whom an action is about has an account');
  holdHeads(
    batch,
    roster,
    changes.map(({ person }) => person.uid),
  );
  await writeEndings(firestore, batch, decided, { account, lineId });
  for (const [index, { done, person, reason }] of changes.entries()) {
    journalLine(firestore, batch, index === 0 ? lineId : `${lineId}.${index}`, {
      at: now,
      by: { uid: actor.uid, name: actor.name, kind: actor.kind },
      ...{ done, aboutUid: person.uid, aboutName: person.name, reason },
      laureateId: organisation.kind === 'laureate' ? organisation.laureateId : null,
      expertId: organisation.kind === 'expert' ? organisation.expertId : null,
      missionId: null,
    });
  }
  const { contact } = await settingsInForce(firestore);
  const mails = peopleMails(roster, { action: command.action, changes, by: actor, contact, lineId, now });
  queueMails(firestore, batch, mails);
  return {
    uid: about.person.uid,
    done: `${happenings[about.done]} : ${about.person.name}.`,
    auth: authChange(command, account),
    account,
  };
}

/** What goes with an access that ends, and with an address or a name that changes. */
async function writeEndings(
  firestore: Firestore,
  batch: WriteBatch,
  { asked, roster }: Decided,
  { account, lineId }: { account: Account; lineId: string },
): Promise<void> {
  const { actor, command, now } = asked;
  const { uid, name, email, expertId } = account;
  const happened = { eventId: lineId, by: actor.name, now };
  switch (command.action) {
    case 'close':
      if (account.kind === 'expert') await closeGrants(firestore, batch, { uid, how: 'end', now });
      await deleteTickets(firestore, batch, uid);
      await handOverContact(firestore, batch, { asked, roster }, { account, happened });
      return;
    case 'switchOff':
      await closeGrants(firestore, batch, { uid, how: 'cut', now });
      await deleteTickets(firestore, batch, uid);
      await updateOtherSeats(firestore, batch, { uid, name, email, active: false }, roster.seats);
      return;
    case 'changeEmail': {
      const from = roster.people.find((person) => person.uid === uid)?.email ?? email;
      await moveAddress(firestore, batch, { uid, from, to: email });
      await moveContact(firestore, batch, { expertId, from, to: { email } }, happened);
      await updateOtherSeats(firestore, batch, { uid, name, email, active: true }, roster.seats);
      // Mail did not reach the address that is left: nothing is to be checked there any more.
      await closeTask(firestore, batch, taskId('deadMail', deadMailSubject(from)), actor.name, now);
      return;
    }
    case 'correctName': {
      const from = roster.people.find((person) => person.uid === uid)?.name ?? name;
      await followName(firestore, batch, { account, from, except: roster.seats }, happened);
      return;
    }
    default:
      return;
  }
}

/** A card never keeps the address of somebody who left: whoever takes over is on it. */
async function handOverContact(
  firestore: Firestore,
  batch: WriteBatch,
  { asked: { command, organisation }, roster }: Pick<Decided, 'asked' | 'roster'>,
  { account, happened }: { account: Account; happened: { eventId: string; by: string; now: number } },
): Promise<void> {
  if (command.action !== 'close' || organisation.kind !== 'expert') return;
  const successor = roster.people.find((person) => person.uid === command.successorUid);
  if (successor === undefined) return;
  const { name, email } = successor;
  const to = { name, email, phone: '' };
  await moveContact(firestore, batch, { expertId: organisation.expertId, from: account.email, to }, happened);
}

function authChange({ action }: PeopleCommand, account: Account): AuthChange {
  if (action === 'switchOff') return 'disable';
  if (action === 'reopen' || action === 'invite') return 'enable';
  return action === 'changeEmail' || !account.active ? 'signOut' : 'none';
}
