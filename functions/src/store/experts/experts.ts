import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../domain/actor.ts';
import { HOUR } from '../../domain/calendar.ts';
import { cardOf } from '../../domain/experts/card.ts';
import { whyNotDecided } from '../../domain/experts/decide.ts';
import type { Expert } from '../../domain/experts/profile.ts';
import {
  type Answered,
  newProfile,
  type Registration,
  type RegistrationUpdate,
  retiredAdded,
  updatedProfile,
} from '../../domain/experts/registration.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import type { Theme } from '../../domain/programme/theme-list.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { accounts } from '../collections/accounts.ts';
import { directory, EVENTS, expertEvents, expertMembers, experts } from '../collections/experts.ts';
import { indexCard } from '../directory/index-document.ts';
import { failedAs } from '../failures.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { accountByEmail, newAccount, normalEmail, openAccount, renamed } from '../people/accounts.ts';
import { findInvitation, inviterOf, useInvitation } from '../people/expert-invitations.ts';
import { withinLimit } from '../rate-limits.ts';
import { type Caller, mailingRefusal, queueSignIn } from '../sign-in/sign-in.ts';
import { reviewTask } from '../staff/task-makers.ts';
import { closeTask, openTask } from '../staff/tasks.ts';
import type { Warn } from '../warn.ts';
import { tellOfExpert } from './expert-mails.ts';
import { activeMembers, changedMeanwhile, findExpert, record, unknownExpert } from './expert-record.ts';
import { interestsOf } from './interests.ts';
import { forgetRegistrationsOf } from './kept-registrations.ts';

interface Ids {
  readonly expertId: string;
  readonly uid: string;
  readonly eventId: string;
}

/**
 * Registers a company and the person who speaks for it, in one commit: profile, account, membership, and the mails that confirm it to both
 * sides. An address that already has an account gets a sign-in link instead, and the page the same answer; so does the second of two
 * registrations of one address at the same moment.
 */
export async function registerExpert(
  firestore: Firestore,
  asked: { registration: Answered<Registration>; ids: Ids; from: Caller; now: number },
): Promise<{ expertId: string } | Refusal> {
  const { registration, ids, now } = asked;
  const email = normalEmail(registration.email);
  const refusal = await mailingRefusal(firestore, 'registration', { email, from: asked.from, now });
  if (refusal) return refusal;
  const done = await optimistically<{ expertId: string }>(firestore, async (batch) => {
    const known = await accountByEmail(firestore, email);
    if (known === null) {
      await openCompany(firestore, batch, asked, email);
      return { answer: { expertId: ids.expertId }, batch };
    }
    if (known.active) await queueSignIn(firestore, known, { id: ids.eventId, next: '/expert', now });
    return { answer: { expertId: ids.expertId }, batch: null };
  });
  if (done === null) return changedMeanwhile;
  // Nothing is kept once it is sent, on whichever device it was begun.
  await forgetRegistrationsOf(firestore, email);
  return done.answer;
}

async function openCompany(
  firestore: Firestore,
  batch: WriteBatch,
  { registration, ids, now }: { registration: Answered<Registration>; ids: Ids; now: number },
  email: string,
): Promise<void> {
  const person = { uid: ids.uid, name: registration.name.trim(), email };
  const [interests, invitation] = await Promise.all([
    interestsOf(firestore, { emails: [email], siret: registration.siret, names: [person.name] }),
    findInvitation(firestore, registration.invitation ?? null, now),
  ]);
  const own = invitation?.value.email === email ? invitation : null;
  const profile = newProfile(registration, { ...ids, email, interests, now });
  const expert: Expert = own === null ? profile : { ...profile, invitedBy: inviterOf(own.value) };
  if (own !== null) useInvitation(batch, own, ids.expertId);
  batch.create(firestore.doc(experts.path(ids.expertId)), experts.write(expert));
  openAccount(firestore, batch, newAccount({ ...person, kind: 'expert', expertId: ids.expertId }));
  batch.create(
    firestore.doc(expertMembers.path(ids.expertId, person.uid)),
    expertMembers.write({ ...person, expertId: ids.expertId, active: true, role: 'contact' }),
  );
  record(firestore, batch, expert, { ...ids, by: person.name, what: 'registered', message: '', now });
  await tellOfExpert(firestore, batch, expert, {
    ...{ rows: serviceSubscriptions.expertRegistered, eventId: ids.eventId, byName: person.name, reason: '' },
    ...{ people: [person], now },
  });
  await openTask(firestore, batch, reviewTask(expert));
}

const notItsPerson = refuse('not-yours', 'Seule une personne de la structure inscrite peut renvoyer son inscription.');
/** Each one mails the team. */
const updates = { name: 'expert-update', most: 20, windowMs: HOUR } as const;
const tooManyUpdates = refuse(
  'too-many-updates',
  'Votre fiche a changé de nombreuses fois en une heure. Rien n’a été enregistré : réessayez dans une heure.',
);

/**
 * The company's own registration, sent again by one of its people. Interests are looked for anew under every name and address the company
 * goes by here, so that a contact rewritten in the form hides nobody. The card follows by trigger, from the event written here.
 */
export async function updateExpert(
  firestore: Firestore,
  asked: SentUpdate,
): Promise<{ state: Expert['state'] } | Refusal> {
  const { actor, update, themes, now } = asked;
  if (actor.kind !== 'expert') return notItsPerson;
  const [found, people] = await Promise.all([
    findExpert(firestore, actor.expertId),
    activeMembers(firestore, actor.expertId),
  ]);
  if (found === null) return unknownExpert;
  const sender = people.find(({ uid }) => uid === actor.uid);
  if (!sender) return notItsPerson;
  const comesBack = found.expert.state === 'withdrawn';
  const facts = { expert: found.expert, role: sender.role, interviewsKept: 0, questions: [] };
  const { subthemes: had } = found.expert;
  const refusal = (comesBack ? whyNotDecided(facts, 'comeBack') : null) ?? retiredAdded(update, { had, themes });
  if (refusal) return refusal;
  if (!(await withinLimit(firestore, updates, actor.expertId, now))) return tooManyUpdates;
  const { contact } = found.expert;
  const interests = await interestsOf(firestore, {
    emails: [contact.email, ...people.map(({ email }) => email)],
    siret: update.siret,
    names: [update.name.trim(), ...people.map(({ name }) => name)],
  });
  const updated = updatedProfile(found.expert, update, { found: interests, now });
  const batch = firestore.batch();
  batch.update(found.reference, experts.write(updated), { lastUpdateTime: found.updateTime });
  // The form is also where the contact corrects its own name, which mails and declarations use.
  if (sender.email === contact.email) await rename(firestore, batch, sender, updated.contact.name);
  await tellOfUpdate(firestore, batch, updated, { ...asked, comesBack });
  return committed(batch, { state: updated.state });
}

interface SentUpdate {
  readonly actor: SignedInActor;
  readonly update: Answered<RegistrationUpdate>;
  readonly themes: readonly Theme[];
  readonly eventId: string;
  readonly now: number;
}

/** Its history, the mails of the team, and its tasks: of a card to confirm, which this does, and of a registration to review again. */
async function tellOfUpdate(
  firestore: Firestore,
  batch: WriteBatch,
  updated: Expert,
  { actor, eventId, now, comesBack }: SentUpdate & { readonly comesBack: boolean },
): Promise<void> {
  const decision = comesBack ? 'comeBack' : null;
  record(firestore, batch, updated, { eventId, by: actor.name, what: 'updated', decision, message: '', now });
  const told = { rows: serviceSubscriptions.expertUpdated, eventId, byName: actor.name, reason: '', people: [], now };
  await tellOfExpert(firestore, batch, updated, told);
  await closeTask(firestore, batch, taskId('cardToConfirm', updated.id), actor.name, now);
  if (updated.state === 'submitted') await openTask(firestore, batch, reviewTask(updated));
}

async function rename(
  firestore: Firestore,
  batch: WriteBatch,
  { uid, expertId, name: before }: { uid: string; expertId: string; name: string },
  name: string,
): Promise<void> {
  if (name === before) return;
  const [account, seat] = await firestore.getAll(
    firestore.doc(accounts.path(uid)),
    firestore.doc(expertMembers.path(expertId, uid)),
  );
  const known = account && accounts.read(account);
  if (account && known) rewrite(batch, account, accounts.write(renamed(known, name)));
  if (seat?.updateTime) batch.update(seat.ref, { name }, { lastUpdateTime: seat.updateTime });
}

/** Commits what rests on the profile as it was read; whoever comes second is told so. */
async function committed<Answer>(batch: WriteBatch, answer: Answer): Promise<Answer | Refusal> {
  try {
    await batch.commit();
    return answer;
  } catch (error) {
    if (failedAs(error, 'documentChanged')) return changedMeanwhile;
    throw error;
  }
}

/**
 * Makes the public card what the profile says now, then the index of the directory what the cards say, then marks the event as done: what stops in
 * between is done again. It re-reads the profile, so that events delivered twice, late or out of order end in the same card; read and written in one
 * transaction, so that two of them can't end in the older one.
 */
export async function projectCard(
  firestore: Firestore,
  { expertId, eventId }: { readonly expertId: string; readonly eventId: string },
  warn: Warn,
): Promise<void> {
  const reference = firestore.doc(directory.path(expertId));
  const profileReference = firestore.doc(experts.path(expertId));
  await firestore.runTransaction(async (transaction) => {
    const expert = experts.read(await transaction.get(profileReference));
    const card = expert ? cardOf(expert) : null;
    if (card) transaction.set(reference, directory.write(card));
    else transaction.delete(reference);
  });
  await indexCard(firestore, expertId, warn);
  const eventReference = firestore.doc(expertEvents.path(expertId, eventId));
  const event = expertEvents.read(await eventReference.get());
  if (event) await eventReference.update({ projected: true });
}

/** Events whose card was never made: the sweeper's work. */
export async function pendingCards(
  firestore: Firestore,
  before: number,
): Promise<{ expertId: string; eventId: string }[]> {
  const found = await firestore
    .collectionGroup(EVENTS)
    .where('projected', '==', false)
    .where('at', '<=', before)
    .orderBy('at')
    .limit(50)
    .get();
  return found.docs.flatMap(({ id, ref }) =>
    ref.parent.parent ? [{ expertId: ref.parent.parent.id, eventId: id }] : [],
  );
}
