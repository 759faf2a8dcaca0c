import type { Auth } from 'firebase-admin/auth';
import type { Firestore } from 'firebase-admin/firestore';
import type { MemberRole, SignedInActor } from '../../functions/src/domain/actor.ts';
import { type Instant, MINUTE } from '../../functions/src/domain/calendar.ts';
import { isRefusal, type Refusal } from '../../functions/src/domain/refusal.ts';
import type { Signer } from '../../functions/src/sealing/signer.ts';
import type { Bucket } from '../../functions/src/store/bucket.ts';
import type { keepFile } from '../../functions/src/store/files/stored-files.ts';
import type { PlannedExpert, PlannedLaureate } from './organisations.ts';
import type { DemonstrationProgramme } from './programme.ts';

/** Where the demonstration is written: emulators, never a real project. */
export interface Place {
  readonly firestore: Firestore;
  readonly bucket: Bucket;
  /** Where the pages are, for the addresses that documents and mails print. */
  readonly origin: string;
  /** What attestations are sealed with. */
  readonly signer: () => Promise<Signer>;
  /** How a devis comes to be kept; absent, at once, without passing through a deposit. */
  readonly keep?: (...kept: Parameters<typeof keepFile>) => Promise<{ readonly id: string }>;
}

/** A place with its inbox, and people who sign in. */
export interface Stage extends Place {
  readonly auth: Auth;
  readonly smtpPort: number;
}

export interface SeatedMember {
  readonly uid: string;
  readonly name: string;
  readonly role: MemberRole;
}

export interface SeatedLaureate extends PlannedLaureate {
  readonly id: string;
  readonly members: readonly SeatedMember[];
}

export interface SeatedExpert extends PlannedExpert {
  readonly id: string;
  readonly uid: string;
}

/** The programme once its people are recorded. */
export interface World {
  readonly stage: Place;
  readonly programme: DemonstrationProgramme;
  readonly laureates: readonly SeatedLaureate[];
  readonly experts: readonly SeatedExpert[];
}

export const overseers = {
  staff: { uid: 'demonstration-staff', name: 'Camille Roux', email: 'camille.roux@tierslieux.example' },
  observer: { uid: 'demonstration-observer', name: 'Dominique Aubert', email: 'dominique.aubert@anct.example' },
} as const;

export function staffAt(at: Instant): SignedInActor {
  return { kind: 'staff', uid: overseers.staff.uid, name: overseers.staff.name, signedInAt: at - 5 * MINUTE };
}

export function memberOf(laureate: SeatedLaureate, role: MemberRole): SeatedMember {
  const member = laureate.members.find((one) => one.role === role);
  if (!member) throw new Error(`${laureate.name} has no ${role}`);
  return member;
}

/** Everybody signed in five minutes before acting. */
export function signatoryAt(laureate: SeatedLaureate, at: Instant): SignedInActor {
  const { uid, name } = memberOf(laureate, 'signatory');
  const memberships = [{ laureateId: laureate.id, role: 'signatory' }] as const;
  return { kind: 'laureate', uid, name, signedInAt: at - 5 * MINUTE, memberships };
}

export function expertAt(expert: SeatedExpert, at: Instant): SignedInActor {
  return {
    kind: 'expert',
    uid: expert.uid,
    name: expert.person.name,
    signedInAt: at - 5 * MINUTE,
    expertId: expert.id,
  };
}

/** Does `work` on each item, `width` at a time: the emulators gain nothing from more. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}

/** @throws Error when the programme refuses what the demonstration plans: one of the two is wrong. */
export function accepted<Answer extends object>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.message}`);
  return answer;
}
