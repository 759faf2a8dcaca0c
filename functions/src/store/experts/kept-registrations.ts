import type { DocumentReference, Firestore, Query } from 'firebase-admin/firestore';
import { DAY, HOUR } from '../../domain/calendar.ts';
import type { KeptRegistrationAnswer } from '../../domain/experts/draft-contract.ts';
import {
  addressNamed,
  type KeptRegistration,
  keptRegistration,
  overwrites,
  strangerRefusal,
} from '../../domain/experts/kept-registration.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { KEPT_REGISTRATIONS, keptRegistrations } from '../collections/drafts.ts';
import { sha256 } from '../hash.ts';
import { queueMails } from '../notifications/queue.ts';
import { busy } from '../operations.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { normalEmail } from '../people/accounts.ts';
import { withinLimit } from '../rate-limits.ts';
import { type Caller, mailingRefusal } from '../sign-in/sign-in.ts';

/** Many people may share an address: it only stops whoever invents links. */
const visits = { name: 'kept-registration-visit', most: 3_000, windowMs: HOUR } as const;
/** Somebody who types saves at each pause. */
const saves = { name: 'kept-registration', most: 600, windowMs: HOUR } as const;
const tooManySaves = refuse(
  'too-many-saves',
  'Votre inscription a été enregistrée un très grand nombre de fois en une heure. Votre texte est gardé sur cet appareil.',
);
const gone = refuse(
  'draft-gone',
  'Ce lien ne mène plus à une inscription en cours : elle a été envoyée, ou gardée plus de trente jours sans changement.',
);

/** How long it waits for its mail to leave. */
const WAITING = 7 * DAY;

interface Mailed {
  readonly email: string;
  readonly text: string;
  readonly id: string;
  readonly from: Caller;
  readonly now: number;
}

/**
 * Keeps a registration that was begun, and queues the mail whose link leads back to it. The mail says nothing that was typed, and the same to an
 * address that we know. 3 reads and 3 writes of the limits, 2 writes.
 */
export async function mailKeptRegistration(
  firestore: Firestore,
  { text, id, from, now, ...typed }: Mailed,
): Promise<KeptRegistrationAnswer | Refusal> {
  const email = normalEmail(typed.email);
  const refusal = await mailingRefusal(firestore, 'keptRegistration', { email, from, now });
  if (refusal) return refusal;
  const batch = firestore.batch();
  const mailId = `registrationKept.${id}`;
  const waiting = { ...keptRegistration({ text, emailHash: sha256(email) }, now), expiresAt: now + WAITING };
  batch.create(firestore.doc(keptRegistrations.path(mailId)), keptRegistrations.write(waiting));
  queueMails(firestore, batch, [
    {
      id: mailId,
      mail: 'registrationKept',
      to: { email, name: '', uid: null },
      facts: { ...noFacts, recipientName: '', reader: 'expert' },
      ...{ when: 'now', mission: null, parts: [], createdAt: now },
      path: '/inscription',
    },
  ]);
  await batch.commit();
  return { saved: true, text: null, savedAt: now };
}

/**
 * Makes the link of a mail that is about to leave: it exists in that mail alone. False when what it led to was sent or given up meanwhile. What waited stays
 * a while: a mail tried again carries a new link. 1 read, 1 write.
 */
export async function linkKeptRegistration(
  firestore: Firestore,
  { mailId, link }: { mailId: string; link: string },
): Promise<boolean> {
  const waiting = await get(firestore, keptRegistrations, mailId);
  if (waiting === null) return false;
  const { text, emailHash, savedAt } = waiting;
  const kept = keptRegistrations.write(keptRegistration({ text, emailHash }, savedAt));
  await firestore.doc(keptRegistrations.path(sha256(link))).create(kept);
  return true;
}

interface Held {
  readonly link: string;
  readonly from: Caller;
  readonly now: number;
}

/** For whoever holds the mail. 1 read, and 1 read and 1 write of the limit. */
export async function readKeptRegistration(
  firestore: Firestore,
  { link, from, now }: Held,
): Promise<KeptRegistrationAnswer | Refusal> {
  if (!(await withinLimit(firestore, visits, from.address, now))) return tooManySaves;
  const kept = keptRegistrations.read(await documentOf(firestore, link).get());
  return living(kept, now) ? { saved: true, text: kept.text, savedAt: kept.savedAt } : gone;
}

interface Saved extends Held {
  readonly text: string;
  /** When the text that this one changes had been saved. */
  readonly basedOn: number;
}

/**
 * Saves what was typed since; where another device saved meanwhile, nothing is written and its text is given. A link that leads nowhere is not counted:
 * each invented one would leave a count behind. 4 reads, 3 writes.
 */
export async function saveKeptRegistration(
  firestore: Firestore,
  { link, text, basedOn, from, now }: Saved,
): Promise<KeptRegistrationAnswer | Refusal> {
  if (!(await withinLimit(firestore, visits, from.address, now))) return tooManySaves;
  if (!living(keptRegistrations.read(await documentOf(firestore, link).get()), now)) return gone;
  if (!(await withinLimit(firestore, saves, link, now))) return tooManySaves;
  const named = addressNamed(text);
  const namedHash = named && sha256(normalEmail(named));
  const done = await optimistically<KeptRegistrationAnswer | Refusal>(firestore, async (batch) => {
    const snapshot = await documentOf(firestore, link).get();
    const kept = keptRegistrations.read(snapshot);
    if (!living(kept, now)) return { answer: gone, batch: null };
    const stranger = strangerRefusal(kept, namedHash);
    if (stranger) return { answer: stranger, batch: null };
    if (overwrites(kept, { text, basedOn }))
      return { answer: { saved: false, text: kept.text, savedAt: kept.savedAt }, batch: null };
    const { emailHash } = kept;
    rewrite(batch, snapshot, keptRegistrations.write(keptRegistration({ text, emailHash }, now)));
    return { answer: { saved: true, text: null, savedAt: now }, batch };
  });
  return done === null ? busy : done.answer;
}

function documentOf(firestore: Firestore, link: string): DocumentReference {
  return firestore.doc(keptRegistrations.path(sha256(link)));
}

function living(kept: KeptRegistration | null, now: number): kept is KeptRegistration {
  return kept !== null && now <= kept.expiresAt;
}

/** Once it is given up: nothing of it stays under this link. */
export async function forgetKeptRegistration(
  firestore: Firestore,
  { link, from, now }: Held,
): Promise<KeptRegistrationAnswer | Refusal> {
  if (!(await withinLimit(firestore, visits, from.address, now))) return tooManySaves;
  await documentOf(firestore, link).delete();
  return { saved: true, text: null, savedAt: now };
}

/** A commit writes at most 500 documents. */
const AT_ONCE = 400;

/** Once it is sent: all that was kept for its address, whichever device asked for a link and however many times. */
export async function forgetRegistrationsOf(firestore: Firestore, email: string): Promise<void> {
  await forgetAll(
    firestore,
    firestore.collection(KEPT_REGISTRATIONS).where('emailHash', '==', sha256(normalEmail(email))),
  );
}

/** Those whose days are over: the sweeper's work. */
export async function forgetExpiredRegistrations(firestore: Firestore, now: number): Promise<void> {
  await forgetAll(firestore, firestore.collection(KEPT_REGISTRATIONS).where('expiresAt', '<', now));
}

/** 1 read and 1 write a document, some hundreds at a time until none is left; most mornings find none, and ask for nothing else. */
async function forgetAll(firestore: Firestore, which: Query): Promise<void> {
  const { docs } = await which.limit(AT_ONCE).get();
  if (docs.length === 0) return;
  const batch = firestore.batch();
  for (const { ref } of docs) batch.delete(ref);
  await batch.commit();
  if (docs.length === AT_ONCE) await forgetAll(firestore, which);
}
