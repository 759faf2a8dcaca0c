import type { Instant } from '../calendar.ts';
import type { Happening } from '../people/journal.ts';
import type { Organisation, PersonActionInput, PersonRole, PersonRow } from '../people/people.ts';

/** The people of an organisation, and what the reader may do about them. */
export interface People {
  readonly organisation: Organisation;
  readonly organisationName: string;
  readonly people: readonly (PersonRow & { readonly actions: readonly PersonActionInput['action'][] })[];
  /** Roles to which the reader may invite here; empty for who only reads. */
  readonly mayInvite: readonly PersonRole[];
  /** What changed lately, newest first: who did what about whom, and why. */
  readonly journal: readonly JournalRow[];
}

export interface JournalRow {
  readonly at: Instant;
  readonly byName: string;
  /** Pages have a sentence for each. */
  readonly done: Happening;
  readonly aboutName: string;
  readonly reason: string | null;
}

/** Who may read a laureate's dossier, until when, and who opened what. */
export interface Accesses {
  readonly laureateId: string;
  readonly laureateName: string;
  readonly grants: readonly AccessGrant[];
  /** Newest first, fifty at a time: ask again with `before` = the last one's instant. */
  readonly openings: readonly Opening[];
  readonly more: boolean;
  /** True for staff, who may cut and extend. */
  readonly acts: boolean;
}

export interface AccessGrant {
  readonly uid: string;
  readonly personName: string;
  readonly company: string;
  readonly state: 'open' | 'ended' | 'cut';
  /** Null while a mission lives. */
  readonly until: Instant | null;
  readonly missions: readonly { readonly missionId: string; readonly need: string; readonly until: Instant | null }[];
  readonly openings: number;
  readonly lastOpenedAt: Instant | null;
}

export interface Opening {
  readonly at: Instant;
  readonly name: string;
  readonly kind: 'laureate' | 'expert' | 'staff' | 'observer';
  readonly as: 'file' | 'preview';
  readonly fileName: string;
}
