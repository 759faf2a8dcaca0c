import type { Firestore } from 'firebase-admin/firestore';
import type { SignedInActor } from '../domain/actor.ts';
import type { Registration } from '../domain/api.ts';
import { cardOf } from '../domain/experts/card.ts';
import { type Expert, expertStates, type ReviewDecision, reviewDecisions } from '../domain/experts/profile.ts';
import type { OutboxItem } from '../domain/notifications/subscriptions.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { get } from './collection.ts';
import { accounts } from './collections/accounts.ts';
import { directory, expertEvents, expertMembers, experts } from './collections/experts.ts';
import { outbox, queued } from './collections/outbox.ts';
import { settingsInForce } from './collections/settings.ts';
import { interestsOf } from './interests.ts';
import { accountByEmail, normalEmail } from './people.ts';
import { requestSignIn } from './sign-in.ts';

interface Ids {
  readonly expertId: string;
  readonly uid: string;
  readonly eventId: string;
}

/**
 * Registers a company and the person who speaks for it, in one commit: profile, account, membership, and the mails that confirm it to both
 * sides. An address that already has an account gets a sign-in link instead, and the page the same answer.
 */
export async function registerExpert(
  firestore: Firestore,
  asked: { registration: Registration; ids: Ids; ip: string; now: number },
): Promise<{ expertId: string } | Refusal> {
  const { registration, ids, now } = asked;
  const email = normalEmail(registration.email);
  if (await accountByEmail(firestore, email)) {
    const sent = await requestSignIn(firestore, { email, next: '/expert', ip: asked.ip, id: ids.eventId, now });
    return 'refused' in sent ? sent : { expertId: ids.expertId };
  }
  const interests = await interestsOf(firestore, {
    emails: [email],
    siret: registration.siret,
    names: [registration.name],
  });
  const expert = profileOf(registration, { ...ids, email, interests, now });
  const person = { uid: ids.uid, name: registration.name.trim(), email };
  const batch = firestore.batch();
  batch.create(firestore.doc(experts.path(ids.expertId)), experts.write(expert));
  batch.create(
    firestore.doc(accounts.path(ids.uid)),
    accounts.write({
      ...person,
      kind: 'expert',
      active: true,
      verifiedEmail: false,
      validAfterSec: 0,
      memberships: [],
      laureateIds: [],
      expertId: ids.expertId,
      until: null,
    }),
  );
  batch.create(
    firestore.doc(expertMembers.path(ids.expertId, ids.uid)),
    expertMembers.write({ ...person, expertId: ids.expertId, active: true }),
  );
  batch.create(
    firestore.doc(expertEvents.path(ids.expertId, ids.eventId)),
    expertEvents.write({
      at: now,
      by: person.name,
      what: 'registered',
      state: expertStates.submitted,
      message: '',
      projected: false,
    }),
  );
  const { contact } = await settingsInForce(firestore);
  const told = [
    expertMail(expert, { mail: 'expertRegistered', to: { ...person }, path: '/expert', eventId: ids.eventId, now }),
    expertMail(expert, {
      mail: 'expertRegistered',
      to: { uid: null, ...contact },
      path: `/equipe?expert=${expert.id}`,
      eventId: `${ids.eventId}s`,
      now,
    }),
  ];
  for (const item of told) batch.create(firestore.doc(outbox.path(item.id)), outbox.write(queued(item)));
  await batch.commit();
  return { expertId: ids.expertId };
}

function profileOf(
  registration: Registration,
  known: { expertId: string; email: string; interests: string[]; now: number },
): Expert {
  return {
    id: known.expertId,
    company: registration.company.trim(),
    siret: registration.siret,
    state: 'submitted',
    published: false,
    mayBeCommissioned: false,
    contact: { name: registration.name.trim(), email: known.email, phone: registration.phone.trim() },
    publishes: registration.publishes,
    website: registration.website.trim(),
    subthemes: registration.subthemes,
    regions: registration.regions,
    answers: registration.answers,
    noInterestDeclaredAt: known.now,
    interests: known.interests,
    submittedAt: known.now,
    review: null,
  };
}

const unknownExpert = refuse('expert-unknown', 'Cette fiche n’existe pas.');
const messageMissing = refuse(
  'message-missing',
  'Écrivez à l’expert ce qui manque ou pourquoi sa fiche n’est pas publiée.',
);
const changedMeanwhile = refuse(
  'changed-meanwhile',
  'Quelqu’un vient d’examiner cette fiche. Rien n’a été changé : rechargez la page.',
);

/** Staff's decision on a registration. The card follows by trigger, from the event written here. */
export async function reviewExpert(
  firestore: Firestore,
  asked: {
    actor: SignedInActor;
    expertId: string;
    decision: ReviewDecision;
    message: string;
    eventId: string;
    now: number;
  },
): Promise<{ state: Expert['state'] } | Refusal> {
  const reference = firestore.doc(experts.path(asked.expertId));
  const snapshot = await reference.get();
  const expert = experts.read(snapshot);
  if (expert === null || !snapshot.updateTime) return unknownExpert;
  const row = reviewDecisions[asked.decision];
  const message = asked.message.trim();
  if (row.needsMessage && message === '') return messageMissing;
  const { state, published, mayBeCommissioned } = row;
  const reviewed: Expert = {
    ...expert,
    state,
    published,
    mayBeCommissioned,
    review: { by: asked.actor.name, at: asked.now, message },
  };
  const people = await firestore.collection(`experts/${expert.id}/members`).where('active', '==', true).get();
  const batch = firestore.batch();
  batch.update(reference, experts.write(reviewed), { lastUpdateTime: snapshot.updateTime });
  batch.create(
    firestore.doc(expertEvents.path(expert.id, asked.eventId)),
    expertEvents.write({
      at: asked.now,
      by: asked.actor.name,
      what: 'reviewed',
      state: expertStates[state],
      message,
      projected: false,
    }),
  );
  for (const { uid, name, email } of expertMembers.list(people.docs)) {
    const item = expertMail(reviewed, {
      mail: 'expertReviewed',
      to: { uid, name, email },
      path: '/expert',
      eventId: `${asked.eventId}${uid}`,
      now: asked.now,
    });
    batch.create(firestore.doc(outbox.path(item.id)), outbox.write(queued(item)));
  }
  try {
    await batch.commit();
    return { state };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 9) return changedMeanwhile;
    throw error;
  }
}

function expertMail(
  expert: Expert,
  {
    mail,
    to,
    path,
    eventId,
    now,
  }: { mail: 'expertRegistered' | 'expertReviewed'; to: OutboxItem['to']; path: string; eventId: string; now: number },
): OutboxItem {
  return {
    id: `${mail}.${eventId}`,
    mail,
    to: { email: to.email, name: to.name, uid: to.uid },
    facts: {
      recipientName: to.name,
      reader: to.uid === null ? 'staff' : 'expert',
      laureateName: '',
      expertName: expert.company,
      happened: expertStates[expert.state],
      byName: expert.review?.by ?? expert.contact.name,
      reason: expert.review?.message ?? '',
      state: expert.state,
      need: '',
    },
    path,
    createdAt: now,
  };
}

/**
 * Makes the public card what the profile says now, and marks the event as done. Re-reads the profile, so that events delivered twice, late or
 * out of order end in the same card.
 */
export async function projectCard(firestore: Firestore, expertId: string, eventId: string): Promise<void> {
  const expert = await get(firestore, experts, expertId);
  const card = expert ? cardOf(expert) : null;
  const reference = firestore.doc(directory.path(expertId));
  const eventReference = firestore.doc(expertEvents.path(expertId, eventId));
  const event = expertEvents.read(await eventReference.get());
  const batch = firestore.batch();
  if (card) batch.set(reference, directory.write(card));
  else batch.delete(reference);
  if (event) batch.update(eventReference, expertEvents.write({ ...event, projected: true }));
  await batch.commit();
}

/** Events whose card was never made: the sweeper's work. */
export async function pendingCards(
  firestore: Firestore,
  before: number,
): Promise<{ expertId: string; eventId: string }[]> {
  const found = await firestore
    .collectionGroup('events')
    .where('projected', '==', false)
    .where('at', '<=', before)
    .orderBy('at')
    .limit(50)
    .get();
  return found.docs.flatMap(({ id, ref }) =>
    ref.parent.parent ? [{ expertId: ref.parent.parent.id, eventId: id }] : [],
  );
}
