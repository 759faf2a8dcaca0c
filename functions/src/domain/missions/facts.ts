import type { Actor, SignedInActor } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import type { PieceKind } from '../dossiers/pieces.ts';
import type { ExpertState } from '../experts/profile.ts';
import type { FormName } from '../forms/form.ts';
import type { TakenForms } from '../forms/taken.ts';
import type { Laureate, LaureateStatus } from '../laureates/laureate.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { Circumstances } from '../proofs/circumstances.ts';
import type { FundedBase } from '../subsidy/funded.ts';
import type { Invoice } from '../subsidy/invoice.ts';
import { balanceOn, type LedgerEntry } from '../subsidy/ledger.ts';
import type { Share, SubmittedAmounts } from '../subsidy/share.ts';
import type { Command } from './actions.ts';
import type { AskedBy } from './behalf.ts';
import { activeParticipants, type Mission, type Participant } from './mission.ts';
import type { AmendmentRecord } from './outcome.ts';

/** Everything a decision rests on. The store reads it in one snapshot; tests write it by hand; the core reads nothing else. */
export interface Facts {
  readonly now: Instant;
  readonly settings: ProgrammeSettings;
  readonly missionId: string;
  /** Null only for `request`. */
  readonly mission: Mission | null;
  /** For `request`: the ended mission that the new one would follow; absent when it follows none. */
  readonly predecessor?: Mission | null | undefined;
  /** For `request`: the missions of the need it names; absent when it names none. */
  readonly sameNeed?: readonly Mission[] | undefined;
  readonly actor: SignedInActor;
  /** Whose name a laureate's (or staff's, acting for it) action is made in. */
  readonly laureateId: string | null;
  /** True when staff do what somebody asked them to do. */
  readonly onBehalf: boolean;
  /** Who asked staff to, and how; without it nothing is done in anybody's name. */
  readonly askedBy?: AskedBy | null | undefined;
  readonly laureates: Readonly<Record<string, LaureateFacts>>;
  readonly expert: ExpertFacts;
  readonly files: Readonly<Record<string, FileFacts>>;
  readonly shares: Readonly<Record<string, Share>>;
  /** The amounts of the version in force, null before any. */
  readonly submitted: SubmittedAmounts | null;
  /** The amounts of the amendment that waits for answers, null when none does. */
  readonly amendment: AmendmentRecord | null;
  readonly grants: readonly Grant[];
  /** The form that the action answers, as it is in force; none for the others. */
  readonly takenForms: Readonly<Partial<Record<FormName, TakenForms>>>;
  /** Those of the mission and, for a deposit, those of the same expert under the same number; read for the actions that rest on them. */
  readonly invoices: Readonly<Record<string, Invoice>>;
  /** Read for an act that makes a proof, of a laureate's person; nothing is decided by it. */
  readonly circumstances?: Circumstances | null | undefined;
}

export interface LaureateFacts {
  readonly id: string;
  readonly name: string;
  readonly status: LaureateStatus;
  /** Of the legal entity in force now. */
  readonly fundedBase: FundedBase;
  readonly siret?: string | undefined;
  readonly note: Pick<NonNullable<Laureate['note']>, 'version' | 'subthemes' | 'accepted' | 'answer'> | null;
  /** Whether it accepts to be proposed to others, to share a mission. */
  readonly openToSharing: boolean;
  readonly entries: readonly LedgerEntry[];
  /** False when the hash chain or the sums do not hold: no decision is made then. */
  readonly ledgerHolds: boolean;
}

export interface ExpertFacts {
  readonly id: string;
  readonly name: string;
  readonly state: ExpertState;
  readonly published: boolean;
  readonly mayBeCommissioned: boolean;
  /** Names of labelled manufactures with which a member, e-mail or SIREN matches, unless staff overrode with a reason. */
  readonly interests: readonly string[];
}

export interface FileFacts {
  readonly id: string;
  readonly piece: PieceKind;
  readonly missionId: string | null;
  readonly laureateId: string | null;
  readonly ownerUid: string;
  readonly contentType: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size?: number | undefined;
  readonly generation?: string | undefined;
}

/** One person's access to one laureate's dossier, live while any of its missions is. */
export interface Grant {
  readonly laureateId: string;
  readonly uid: string;
  readonly expertId: string;
  /** Mission id → instant until which it keeps the dossier open. */
  readonly missions: Readonly<Record<string, Instant>>;
  readonly active: boolean;
}

/** « As long as the mission lives », as an instant that integers and rules can compare (the year 9999). */
export const WHILE_LIVE: Instant = 253_402_300_799_000;

export function grantEndsAt(grant: Grant): Instant {
  return grant.active ? Math.max(0, ...Object.values(grant.missions)) : 0;
}

export type Role = 'signatory' | 'contributor' | 'expert' | 'staff' | 'system';

/** The role an actor has on this mission, or null. The client's word for its laureate is checked against the actor's memberships. */
export function roleOf(actor: Actor, mission: Mission | null, laureateId: string | null): Role | null {
  switch (actor.kind) {
    case 'staff':
      return 'staff';
    case 'system':
      return 'system';
    case 'expert':
      return mission !== null && mission.expert.expertId === actor.expertId ? 'expert' : null;
    case 'laureate': {
      if (laureateId === null || (mission !== null && mission.participants[laureateId] === undefined)) return null;
      return actor.memberships.find((membership) => membership.laureateId === laureateId)?.role ?? null;
    }
    default:
      return null;
  }
}

/** The laureate in whose name the action is made. */
export function own(facts: Facts): LaureateFacts | undefined {
  return facts.laureateId === null ? undefined : facts.laureates[facts.laureateId];
}

/** The mission an action is about; the table never asks a guard that needs one for `request`. */
export function missionOf(facts: Facts): Mission {
  if (facts.mission === null) throw new Error('this action needs an existing mission');
  return facts.mission;
}

export function participant(facts: Facts): Participant | undefined {
  return facts.laureateId === null ? undefined : facts.mission?.participants[facts.laureateId];
}

/** Laureates that take part and that no standing declaration (of `uid`, when given) names yet. */
export function undeclared(facts: Facts, uid?: string): string[] {
  const mission = missionOf(facts);
  const made = mission.expert.declarations.filter(
    (declaration) => declaration.endedAt === null && (uid === undefined || declaration.uid === uid),
  );
  const named = new Set(made.flatMap((declaration) => declaration.laureateIds));
  return activeParticipants(mission)
    .map(({ laureateId }) => laureateId)
    .filter((id) => !named.has(id));
}

/** What is already paid to the expert on this mission, from one laureate’s subsidy. */
export function paidOn(facts: Facts, laureateId: string): number {
  return balanceOn(facts.laureates[laureateId]?.entries ?? [], facts.missionId).paidCents;
}

export function invoicesOfMission(facts: Facts): Invoice[] {
  return Object.values(facts.invoices).filter(({ missionId }) => missionId === facts.missionId);
}

/** The invoice that an action is about, if the mission has it and whoever speaks for a laureate is its laureate. */
export function namedInvoice(facts: Facts, command: Command): Invoice | null {
  if (!('invoiceId' in command.input)) return null;
  const { invoiceId } = command.input;
  const found = invoicesOfMission(facts).find(({ id }) => id === invoiceId);
  return found && (facts.laureateId === null || found.laureateId === facts.laureateId) ? found : null;
}

/** Whom an invoice is for: the journal's line is that laureate's, whoever writes it. */
export function invoicedLaureate(facts: Facts, command: Command): string | null {
  if (command.action === 'depositInvoice') return command.input.laureateId;
  return namedInvoice(facts, command)?.laureateId ?? null;
}
