import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../domain/actor.ts';
import { DAY } from '../../domain/calendar.ts';
import type { InvitedBy } from '../../domain/experts/profile.ts';
import { notActive } from '../../domain/laureates/laureate.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { type ExpertInvitation, invitations } from '../collections/invitations.ts';
import { journalLine } from '../collections/journal.ts';
import { laureates } from '../collections/laureates.ts';
import { queueMails } from '../notifications/queue.ts';
import { rewrite } from '../optimistic.ts';
import { withinLimits } from '../rate-limits.ts';
import { accountByEmail, normalEmail } from './accounts.ts';
import { tooManyInvitations } from './mails.ts';

const LIFETIME = 30 * DAY;
const limits = {
  laureate: { name: 'expert-invitation-laureate', most: 10, windowMs: DAY },
  address: { name: 'expert-invitation-address', most: 3, windowMs: DAY },
} as const;
const noLaureate = refuse('laureate-unknown', 'Cette structure lauréate n’existe pas.');
const unusable = refuse(
  'invitation-unusable',
  'Cette invitation a déjà servi ou a expiré. Vous pouvez vous inscrire sans elle : remplissez le formulaire.',
);

interface Asked {
  readonly actor: SignedInActor;
  readonly laureateId: string;
  readonly email: string;
  readonly name: string;
  readonly message: string;
  readonly invitationId: string;
  readonly now: number;
}

/**
 * « Les lauréats sont libres » of their provider: one that is not listed is asked to register, and may be commissioned once FTL checked it. The
 * answer never says whether the address is known; nobody on another side gets a mail.
 */
export async function inviteExpert(firestore: Firestore, asked: Asked): Promise<{ sent: true } | Refusal> {
  const { actor, laureateId, invitationId, now } = asked;
  const email = normalEmail(asked.email);
  // Counted together: an address that has had its share uses up nothing of the laureate's.
  const uses = [
    { limit: limits.laureate, who: laureateId },
    { limit: limits.address, who: email },
  ];
  if (!(await withinLimits(firestore, uses, now))) return tooManyInvitations;
  const [laureate, known] = await Promise.all([
    get(firestore, laureates, laureateId),
    accountByEmail(firestore, email),
  ]);
  if (laureate === null) return noLaureate;
  const closed = notActive(laureate);
  if (closed) return closed;
  const invitation: ExpertInvitation = {
    ...{ id: invitationId, laureateId, laureateName: laureate.name, byUid: actor.uid, byName: actor.name },
    ...{ name: asked.name.trim(), email, at: now, expiresAt: now + LIFETIME, expertId: known?.expertId ?? null },
  };
  const batch = firestore.batch();
  batch.create(firestore.doc(invitations.path(invitationId)), invitations.write(invitation));
  journalLine(firestore, batch, invitationId, {
    at: now,
    by: { uid: actor.uid, name: actor.name, kind: actor.kind },
    done: 'inviteExpert',
    ...{ aboutUid: known?.uid ?? invitationId, aboutName: invitation.name, laureateId },
    ...{ expertId: null, missionId: null, reason: null },
  });
  if (known === null || (known.active && known.kind === 'expert')) {
    const item = mailOf(invitation, known?.uid ?? null, asked.message.trim());
    queueMails(firestore, batch, [item]);
  }
  await batch.commit();
  return { sent: true };
}

/** A provider that is registered already has nothing to fill in: its button signs it in. */
function mailOf(invitation: ExpertInvitation, uid: string | null, message: string): OutboxItem {
  const { id, name, email, laureateName, byName, at } = invitation;
  return {
    id: `expertInvited.${id}`,
    mail: 'expertInvited',
    to: { email, name, uid },
    facts: {
      ...{ ...noFacts, recipientName: name, reader: 'expert', laureateName, byName, reason: message },
      state: uid === null ? null : 'published',
    },
    ...{ when: 'now', mission: null, parts: [] },
    path: uid === null ? `/inscription?invitation=${id}` : '/expert',
    createdAt: at,
  };
}

/** What the form is filled in with: for whoever holds the mail, whose id nobody guesses. */
export async function expertInvitationView(
  firestore: Firestore,
  asked: { invitation: string; now: number },
): Promise<Views['expertInvitation'] | Refusal> {
  const found = await findInvitation(firestore, asked.invitation, asked.now);
  if (found === null) return unusable;
  const { name, email, laureateName, byName } = found.value;
  return { expertName: name, email, laureateName, byName };
}

export interface FoundInvitation {
  readonly value: ExpertInvitation;
  readonly snapshot: DocumentSnapshot;
}

/** One that can still be used, or null (1 read). */
export async function findInvitation(
  firestore: Firestore,
  invitationId: string | null,
  now: number,
): Promise<FoundInvitation | null> {
  if (invitationId === null) return null;
  const snapshot = await firestore.doc(invitations.path(invitationId)).get();
  const value = invitations.read(snapshot);
  return value === null || value.expertId !== null || now > value.expiresAt ? null : { value, snapshot };
}

/** Single use: the commit fails as a lost race when another registration used it meanwhile. */
export function useInvitation(batch: WriteBatch, { value, snapshot }: FoundInvitation, expertId: string): void {
  rewrite(batch, snapshot, invitations.write({ ...value, expertId }));
}

/** Who invited a company, as its sheet keeps it. */
export function inviterOf({ laureateId, laureateName, byName }: ExpertInvitation): InvitedBy {
  return { laureateId, laureateName, byName };
}
