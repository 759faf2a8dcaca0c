import type { Firestore } from 'firebase-admin/firestore';
import type { KeptRegistrationAnswer } from '../../domain/api.ts';
import { HOUR } from '../../domain/calendar.ts';
import { keptRegistration, overwrites } from '../../domain/experts/kept-registration.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { KEPT_REGISTRATIONS, keptRegistrations } from '../collections/drafts.ts';
import { sha256 } from '../hash.ts';
import { queueMails } from '../notifications/queue.ts';
import { busy } from '../operations.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { normalEmail } from '../people/accounts.ts';
import { withinLimit } from '../rate-limits.ts';
import { type Caller, mailingRefusal } from '../sign-in/sign-in.ts';

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

interface Mailed {
  readonly email: string;
  readonly text: string;
  /** In the mail alone: whoever typed the address is not given it. */
  readonly link: string;
  readonly id: string;
  readonly from: Caller;
  readonly now: number;
}

/**
 * Keeps a registration that was begun, and mails the link that leads back to it. The mail says nothing that was typed, and the same to an address that
 * we know. 3 reads and 3 writes of the limits, 2 writes.
 */
export async function mailKeptRegistration(
  firestore: Firestore,
  { text, link, id, from, now, ...typed }: Mailed,
): Promise<KeptRegistrationAnswer | Refusal> {
  const email = normalEmail(typed.email);
  const refusal = await mailingRefusal(firestore, 'keptRegistration', { email, from, now });
  if (refusal) return refusal;
  const batch = firestore.batch();
  batch.create(
    firestore.doc(keptRegistrations.path(sha256(link))),
    keptRegistrations.write(keptRegistration(text, now)),
  );
  queueMails(firestore, batch, [
    {
      id: `registrationKept.${id}`,
      mail: 'registrationKept',
      to: { email, name: '', uid: null },
      facts: { ...noFacts, recipientName: '', reader: 'expert' },
      ...{ when: 'now', mission: null, parts: [], createdAt: now },
      path: `/inscription#reprise=${link}`,
    },
  ]);
  await batch.commit();
  return { saved: true, text: null, savedAt: now };
}

/** For whoever holds the mail (1 read). */
export async function readKeptRegistration(
  firestore: Firestore,
  { link, now }: { link: string; now: number },
): Promise<KeptRegistrationAnswer | Refusal> {
  const kept = keptRegistrations.read(await firestore.doc(keptRegistrations.path(sha256(link))).get());
  return kept === null || now > kept.expiresAt ? gone : { saved: true, text: kept.text, savedAt: kept.savedAt };
}

interface Saved {
  readonly link: string;
  readonly text: string;
  /** When the text that this one changes had been saved. */
  readonly basedOn: number;
  readonly now: number;
}

/** Saves what was typed since; where another device saved meanwhile, nothing is written and its text is given. 2 reads, 2 writes. */
export async function saveKeptRegistration(
  firestore: Firestore,
  { link, text, basedOn, now }: Saved,
): Promise<KeptRegistrationAnswer | Refusal> {
  if (!(await withinLimit(firestore, saves, link, now))) return tooManySaves;
  const done = await optimistically<KeptRegistrationAnswer | Refusal>(firestore, async (batch) => {
    const snapshot = await firestore.doc(keptRegistrations.path(sha256(link))).get();
    const kept = keptRegistrations.read(snapshot);
    if (kept === null || now > kept.expiresAt) return { answer: gone, batch: null };
    if (overwrites(kept, { text, basedOn }))
      return { answer: { saved: false, text: kept.text, savedAt: kept.savedAt }, batch: null };
    rewrite(batch, snapshot, keptRegistrations.write(keptRegistration(text, now)));
    return { answer: { saved: true, text: null, savedAt: now }, batch };
  });
  return done === null ? busy : done.answer;
}

/** Once it is sent, or given up: nothing of it stays. */
export async function forgetKeptRegistration(
  firestore: Firestore,
  { link, now }: { link: string; now: number },
): Promise<KeptRegistrationAnswer> {
  await firestore.doc(keptRegistrations.path(sha256(link))).delete();
  return { saved: true, text: null, savedAt: now };
}

/** Those whose days are over: the sweeper's work, some hundreds at most each time. */
export async function forgetExpiredRegistrations(firestore: Firestore, now: number): Promise<void> {
  const found = await firestore.collection(KEPT_REGISTRATIONS).where('expiresAt', '<', now).limit(400).get();
  const batch = firestore.batch();
  for (const { ref } of found.docs) batch.delete(ref);
  await batch.commit();
}
