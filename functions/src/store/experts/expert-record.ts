import type { DocumentReference, Firestore, Timestamp, WriteBatch } from 'firebase-admin/firestore';
import type { ExpertDecision, Interview } from '../../domain/experts/decisions.ts';
import { type Expert, expertStates, type Remarks } from '../../domain/experts/profile.ts';
import { refuse } from '../../domain/refusal.ts';
import { expertEvents, expertMembers, expertMembersOf, experts } from '../collections/experts.ts';

export const unknownExpert = refuse('expert-unknown', 'Cette fiche n’existe pas.');
export const changedMeanwhile = refuse(
  'changed-meanwhile',
  'Cette fiche vient de changer. Rien n’a été enregistré : rechargez la page, ce que vous avez écrit y reste.',
);

/** The profile as a decision finds it, and what its commit compares. */
export interface FoundExpert {
  readonly expert: Expert;
  readonly reference: DocumentReference;
  readonly updateTime: Timestamp;
}

/** A company with the version that was read, for a commit that rests on it; null when there is none. 1 read. */
export async function findExpert(firestore: Firestore, expertId: string): Promise<FoundExpert | null> {
  const reference = firestore.doc(experts.path(expertId));
  const snapshot = await reference.get();
  const expert = experts.read(snapshot);
  return expert === null || !snapshot.updateTime ? null : { expert, reference, updateTime: snapshot.updateTime };
}

/** The people of the company whose access is open. */
export async function activeMembers(firestore: Firestore, expertId: string) {
  return expertMembers.list(
    (await firestore.collection(expertMembersOf(expertId)).where('active', '==', true).get()).docs,
  );
}

interface Happened {
  readonly eventId: string;
  readonly by: string;
  readonly what: 'registered' | 'updated' | 'reviewed' | 'reminded';
  readonly decision?: ExpertDecision | null;
  readonly message: string;
  readonly remarks?: Remarks;
  readonly interview?: Interview | null;
  readonly now: number;
}

/** The line of the history, which the card follows. */
export function record(firestore: Firestore, batch: WriteBatch, expert: Expert, happened: Happened): void {
  const { eventId, now, decision = null, remarks = {}, interview = null, by, what, message } = happened;
  const state = expertStates[expert.state];
  batch.create(
    firestore.doc(expertEvents.path(expert.id, eventId)),
    expertEvents.write({ at: now, by, what, decision, state, message, remarks, interview, projected: false }),
  );
}
