import type { SignedInActor } from '../actor.ts';
import type { Day, Instant } from '../calendar.ts';
import type { FundedBase } from '../subsidy/funded.ts';
import type { Laureate, LegalForm } from './laureate.ts';

/** What is asked for: by staff, but for the last one, which is the laureate's own. `reason` is French, kept at the journal and quoted in the mails. */
export type LaureateCommand =
  | ({ readonly action: 'changeLegalEntity'; readonly reason: string } & TypedEntity)
  /** `position`: which one, in the order of the record; history is corrected where it was wrong, never removed. */
  | ({ readonly action: 'correctLegalEntity'; readonly position: number; readonly reason: string } & TypedEntity)
  /** What the subsidy may pay of the devis validated from now on, as the VAT that the entity in force recovers. */
  | { readonly action: 'setFundedBase'; readonly fundedBase: FundedBase; readonly reason: string }
  /** Null: nobody in particular, the programme's own contact is shown again. */
  | { readonly action: 'assignReferent'; readonly uid: string | null; readonly phone: string }
  | {
      readonly action: 'suspend' | 'resume' | 'withdrawLabel' | 'restoreLabel' | 'withdrawTransfer';
      readonly reason: string;
    }
  /** `typedName`: of the laureate that ends, typed by hand, since nothing undoes it. */
  | { readonly action: 'transferEntity'; readonly intoId: string; readonly typedName: string; readonly reason: string }
  | { readonly action: SharingActionName };
export type LaureateActionName = LaureateCommand['action'];
/** A consent: nobody gives it, or takes it back, in a laureate's place. */
export type SharingActionName = 'openToSharing' | 'closeToSharing';
/** The buttons of a laureate's record, which staff keep. */
export type RecordActionName = Exclude<LaureateActionName, SharingActionName>;

export interface TypedEntity {
  readonly from: Day;
  readonly siret: string;
  readonly name: string;
  readonly legalForm: LegalForm | null;
}

/** What the actor is to a laureate's record. */
export type LaureateStanding = 'staff' | 'member' | 'other';

/** Everything a decision about a laureate rests on. The store reads it; tests write it by hand. */
export interface LaureateActionFacts {
  readonly now: Instant;
  readonly actor: SignedInActor;
  readonly laureate: Laureate;
  /** Name of another laureate that has the SIRET typed, or had it; null when it is free. */
  readonly siretHolder: string | null;
  /** The account named as referent, when it is a living one of the team. */
  readonly referentName: string | null;
  /** The laureate that takes over, when one is named. */
  readonly into: Laureate | null;
}

export function standingOf({ actor, laureate }: Pick<LaureateActionFacts, 'actor' | 'laureate'>): LaureateStanding {
  if (actor.kind === 'staff') return 'staff';
  const isMember = actor.kind === 'laureate' && actor.memberships.some(({ laureateId }) => laureateId === laureate.id);
  return isMember ? 'member' : 'other';
}
