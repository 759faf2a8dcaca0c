import type { Day, Instant } from '../calendar.ts';
import { type FundedBase, fundedPart } from '../subsidy/funded.ts';
import type { DevisAmounts, Share, ShareStatus } from '../subsidy/share.ts';
import type { TakenOverShare, TakeOver } from './actions.ts';
import type { Facts } from './facts.ts';
import type { Mission, Participant, Report, Submission } from './mission.ts';
import { stageOf } from './mission.ts';

/** What a mission must come with to be taken over in a state, and what its shares are then. */
interface Needs {
  readonly devis: boolean;
  readonly validated: boolean;
  readonly reported: boolean;
  readonly finals: boolean;
  /** PDFs without which the next step could not be taken here: a decision and a confirmation are made on exact bytes. */
  readonly documents: readonly ('diagnostic' | 'devis' | 'report')[];
  readonly share: ShareStatus;
}

const asked = { devis: false, validated: false, reported: false, finals: false, documents: [], share: 'none' } as const;
const validated = { ...asked, devis: true, validated: true, share: 'committed' } as const;

export const takenOverStates = {
  awaiting_expert: asked,
  awaiting_diagnostic: asked,
  awaiting_validation: { ...asked, devis: true, documents: ['diagnostic', 'devis'], share: 'proposed' },
  awaiting_report: validated,
  awaiting_confirmation: { ...validated, reported: true, finals: true, documents: ['report'] },
  closed: { ...validated, finals: true, share: 'settled' },
} as const satisfies Record<string, Needs>;
export type TakenOverState = keyof typeof takenOverStates;

export function needsOf(state: TakenOverState): Needs {
  return takenOverStates[state];
}

export function isTakenOverState(state: string): state is TakenOverState {
  return Object.hasOwn(takenOverStates, state);
}

export type TakenOverPiece = 'diagnostic' | 'devis' | 'report';

/**
 * The name of the mission's own copy of a PDF, known before it is there: importing twice keeps it once. Its bytes are in its name, so that a PDF
 * which staff replace after a first import was refused is another file, and never the one that was copied first.
 */
export function takenOverFile(missionId: string, piece: TakenOverPiece, sha256: string): string {
  return `${missionId}-${piece}-${sha256.slice(0, 16)}`;
}

/** What the papers say is done already, under the column of a file that says its day. */
const doneDays = [
  { column: 'demandée le', of: ({ askedOn }: TakeOver) => askedOn },
  { column: 'devis remis le', of: ({ devis }: TakeOver) => devis?.handedInOn ?? null },
  { column: 'validée le', of: ({ validated: by }: TakeOver) => by?.on ?? null },
  { column: 'rapport remis le', of: ({ reportedOn }: TakeOver) => reportedOn },
] as const;

/** The first of those days that is after `today`; null when all of it may be done. */
export function dayToCome(input: TakeOver, today: Day): { readonly column: string; readonly day: Day } | null {
  for (const { column, of } of doneDays) {
    const day = of(input);
    if (day !== null && day > today) return { column, day };
  }
  return null;
}

/**
 * The mission as it stood outside. Nobody has declared anything here, so no dossier is open: the expert's people declare first. `since` is the
 * moment of the import (set by `evolve`): nobody is late for what this service never asked.
 */
export function takenOver(facts: Facts, input: TakeOver): Mission {
  const { missionId } = facts;
  const needs = needsOf(input.state);
  const participants = Object.keys(input.shares).map((laureateId, index): [string, Participant] => {
    const laureate = facts.laureates[laureateId];
    const status = index === 0 ? 'requested' : 'joined';
    const decided = { validated: needs.validated, confirmed: needs.share === 'settled', feedbackGiven: false };
    const name = laureate?.name ?? laureateId;
    return [
      laureateId,
      { laureateId, name, status, noteVersion: laureate?.note?.version ?? null, ...decided, leftAt: null },
    ];
  });
  const known = new Set(Object.keys(input.shares).flatMap((id) => facts.laureates[id]?.note?.subthemes ?? []));
  const subthemes = [...new Set(input.subthemes)];
  const report = needs.devis ? reportOf(facts, input) : null;
  return {
    id: missionId,
    needId: missionId,
    need: input.need.trim(),
    subthemes,
    outsideNote: subthemes.filter((id) => !known.has(id)),
    expert: { expertId: facts.expert.id, name: facts.expert.name, declarations: [] },
    participants: Object.fromEntries(participants),
    laureateIds: participants.map(([laureateId]) => laureateId),
    since: facts.now,
    createdAt: noonOf(input.askedOn),
    lastReminderAt: null,
    remindersFrom: null,
    extendedUntil: null,
    extendedAt: null,
    deadlinePassedAt: null,
    dueOn: null,
    versions: needs.devis ? 1 : 0,
    amendments: 0,
    openAmendment: null,
    reopened: 0,
    validatedAt: needs.validated && input.validated ? noonOf(input.validated.on) : null,
    closedFrom: input.state === 'closed' ? (report ? 'awaiting_confirmation' : 'awaiting_report') : null,
    successorId: null,
    events: 0,
    ...stageOf(input.state, { submission: needs.devis ? submissionOf(facts, input) : null, report, heldFrom: null }),
  };
}

/** A submission names its files in every state; one that the papers came without is never there. */
function fileIdOf({ missionId }: Facts, { pdfs }: TakeOver, piece: TakenOverPiece): string {
  return pdfs[piece] ?? `${missionId}-${piece}-1`;
}

function submissionOf(facts: Facts, input: TakeOver): Submission | null {
  const { devis } = input;
  if (devis === null) return null;
  const { number, handedInOn, validUntil, plannedStart, plannedEnd } = devis;
  return {
    version: 1,
    at: noonOf(handedInOn),
    by: facts.expert.name,
    diagnostic: { kind: 'file', fileId: fileIdOf(facts, input, 'diagnostic') },
    devis: { fileId: fileIdOf(facts, input, 'devis'), number: number.trim(), validUntil, issuer: null },
    plannedStart,
    plannedEnd,
  };
}

function reportOf(facts: Facts, input: TakeOver): Report | null {
  const { state, reportedOn } = input;
  if (reportedOn === null || (state !== 'awaiting_confirmation' && state !== 'closed')) return null;
  const document = { kind: 'file', fileId: fileIdOf(facts, input, 'report') } as const;
  return { number: 1, at: noonOf(reportedOn), by: facts.expert.name, document };
}

/** The amounts as the papers say. What they made the subsidy pay stands, even above what the base in force would let it. */
export function takenOverAmounts(
  { shareCents, subsidyCents }: TakenOverShare,
  amounts: DevisAmounts | null,
  base: FundedBase,
): Pick<Share, 'base' | 'shareCents' | 'fundedCents' | 'subsidyCents' | 'ownCents'> {
  const funded = amounts === null ? 0 : fundedPart(shareCents, amounts, base);
  return {
    base,
    shareCents,
    fundedCents: Math.max(subsidyCents, funded),
    subsidyCents,
    ownCents: shareCents - subsidyCents,
  };
}

/** A paper bears a day; noon is in that day in Paris and in UTC alike. */
function noonOf(day: Day): Instant {
  return Date.parse(`${day}T12:00:00Z`);
}
