import type { MemberRole } from '../actor.ts';
import type { Day, Instant } from '../calendar.ts';
import type { Delegation } from '../people/people.ts';
import type { Region, TerritoryKind } from '../programme/territories.ts';
import type { Balance } from '../subsidy/ledger.ts';

/** A laureate organisation. Its id is ours and never changes; its legal entity may (new SIRET, merger, new legal form). */
export interface Laureate {
  readonly id: string;
  /** FTL's own reference, where it has one: what an import recognises a laureate by, before the SIRET. */
  readonly reference: string | null;
  readonly name: string;
  readonly status: LaureateStatus;
  /** The newest last. */
  readonly legalEntities: readonly LegalEntity[];
  readonly promotion: number;
  readonly territory: TerritoryKind;
  readonly region: Region;
  readonly department: string;
  /** The note in force, copied from `scopingNotes/{version}` so that a decision reads one document. */
  readonly note: {
    readonly version: number;
    readonly subthemes: readonly string[];
    readonly accepted: boolean;
    readonly at: Instant;
  } | null;
  /** Shown only: re-summed from the ledger by a trigger. No decision reads it. */
  readonly balance: Balance;
}

export const laureateStatuses = {
  active: 'Active',
  suspended: 'Suspendue',
  withdrawn: 'Label retiré',
  merged: 'Réunie à une autre',
} as const;
export type LaureateStatus = keyof typeof laureateStatuses;

export interface LegalEntity {
  readonly from: Day;
  readonly siret: string;
  readonly name: string;
}

export interface Member {
  readonly uid: string;
  readonly laureateId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly active: boolean;
  /** A contributor's, to sign for a while; absent from what was written before there were any. */
  readonly delegation?: Delegation | null | undefined;
}

export function currentSiret(laureate: Laureate): string {
  return laureate.legalEntities.at(-1)?.siret ?? '';
}

/** A SIRET is 14 digits that satisfy Luhn's check (La Poste's many establishments aside, which no laureate is). */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  const total = Array.from(text, Number).reduce((sum, digit, index) => {
    const weighted = index % 2 === 0 ? digit * 2 : digit;
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return total % 10 === 0;
}
