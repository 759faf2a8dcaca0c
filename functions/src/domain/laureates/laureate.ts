import type { MemberRole } from '../actor.ts';
import type { Day, Instant } from '../calendar.ts';
import type { Delegation } from '../people/people.ts';
import type { Region, TerritoryKind } from '../programme/territories.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { NoteAnswerKind } from '../scoping-notes/note.ts';
import type { FundedBase } from '../subsidy/funded.ts';
import type { Balance } from '../subsidy/ledger.ts';

/** A laureate organisation. Its id is ours and never changes; its legal entity may (new SIRET, merger, new legal form). */
export interface Laureate {
  readonly id: string;
  /** FTL's own reference, where it has one: what an import recognises a laureate by, before the SIRET. */
  readonly reference: string | null;
  readonly name: string;
  readonly status: LaureateStatus;
  /** Since when it has this status, by whose word and why; absent while it never had another. */
  readonly standing?: Standing | null | undefined;
  /** The member of staff to call about it; absent or null while nobody was named. */
  readonly referent?: Referent | null | undefined;
  /** Of a laureate that is another one's now: which. */
  readonly mergedInto?: string | null | undefined;
  /** Proposed by one person of the team, and waiting for another one: to which laureate this one is to be united. */
  readonly takeover?: Takeover | null | undefined;
  /** The newest last. None begins in the future, so the last one is the one in force today. */
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
    /** The team's answer to this version; absent while it gave none. */
    readonly answer?: NoteAnswerKind | null | undefined;
  } | null;
  /** Since when and by whose word others that are open too may be shown this one, to share a mission; null: nobody is. Its own people decide it. */
  readonly openToSharing: SharingOptIn | null;
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

export interface Standing {
  readonly since: Instant;
  readonly byName: string;
  readonly reason: string;
}

/** A laureate's « yes » to being proposed to others, until it takes it back. */
export interface SharingOptIn {
  readonly at: Instant;
  readonly byName: string;
}

/** Named by account, so that a new address or a departure shows at once; the telephone is the one this laureate is given. */
export interface Referent {
  readonly uid: string;
  readonly phone: string;
}

/** Who the laureate is before the law, from a day until the day of the next one. */
export interface LegalEntity {
  readonly from: Day;
  readonly siret: string;
  readonly name: string;
  /** Absent or null while nobody said it: an import does not. */
  readonly legalForm?: LegalForm | null | undefined;
  /** What the subsidy may pay of its devis, by what it recovers of the VAT. */
  readonly fundedBase: FundedBase;
}

export const legalForms = {
  association: 'Association',
  scic: 'SCIC (société coopérative d’intérêt collectif)',
  scop: 'SCOP (société coopérative de production)',
  company: 'Société commerciale (SARL, SAS, SA…)',
  localAuthority: 'Collectivité ou établissement public',
  publicInterestGroup: 'Groupement d’intérêt public',
  foundation: 'Fondation ou fonds de dotation',
  other: 'Autre forme',
} as const;
export type LegalForm = keyof typeof legalForms;

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

/** The legal entity in force on `day`; the first one for a day before any, since somebody must answer for what is older than our records. */
export function entityOn({ legalEntities }: Pick<Laureate, 'legalEntities'>, day: Day): LegalEntity | null {
  return legalEntities.findLast(({ from }) => from <= day) ?? legalEntities[0] ?? null;
}

/** Why nothing new begins for a laureate in this status; null while it may ask, join and validate. Reading is never closed. */
export const closedTo = {
  active: null,
  suspended: 'est suspendue du programme',
  withdrawn: 'n’a plus le label',
  merged: 'est réunie à une autre manufacture',
} as const satisfies Record<LaureateStatus, string | null>;

/** Null while the laureate is active; else why nothing new begins in its name, an invitation or a note included. */
export function notActive({ status }: Pick<Laureate, 'status'>): Refusal | null {
  const why = closedTo[status];
  return why === null ? null : nothingNew(why);
}

/** The one sentence of it, wherever something new is asked for. */
export function nothingNew(why: string): Refusal {
  return refuse(
    'laureate-not-active',
    `Votre structure ${why} : rien de nouveau ne s’y engage, et tout ce qui existe reste lisible. Appelez l’équipe France Tiers-Lieux pour en parler.`,
  );
}

export interface Takeover {
  readonly intoId: string;
  readonly byUid: string;
  readonly byName: string;
  readonly at: Instant;
  /** When the first of several steps was written: from then on it only goes on. Absent while nothing has moved. */
  readonly startedAt?: Instant | undefined;
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
