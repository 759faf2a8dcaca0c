import type { Instant } from '../calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** A person's request to be erased, or what an inactive company comes to. One a person: a request that was refused may be made again. */
export interface ErasureRequest {
  readonly uid: string;
  readonly cause: 'asked' | 'inactive';
  readonly askedAt: Instant;
  readonly state: ErasureState;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  /** Told to the person; empty of what was approved. */
  readonly reason: string;
  readonly doneAt: Instant | null;
}

/** `approved`: the access is closed, and the night does the rest. Until that night staff may still refuse, and open the access again. */
export const erasureStates = {
  asked: 'À décider',
  withdrawn: 'Retiré par la personne',
  refused: 'Refusé',
  approved: 'Accepté, fait la nuit prochaine',
  underWay: 'En cours',
  done: 'Fait',
} as const satisfies Record<string, string>;
export type ErasureState = keyof typeof erasureStates;

export type ErasureCommand =
  | { readonly action: 'ask' }
  | { readonly action: 'withdraw' }
  | { readonly action: 'approve'; readonly uid: string }
  | { readonly action: 'refuse'; readonly uid: string; readonly reason: string };
export type ErasureAction = ErasureCommand['action'];

interface ErasureRow {
  readonly by: 'self' | 'staff';
  /** States of the request; null: there is none yet. */
  readonly from: readonly (ErasureState | null)[];
  readonly to: ErasureState;
  /** Who may, whatever was typed; then what it rests on besides the state. In this order, and none beside the table. */
  readonly guards: readonly GuardName[];
  readonly checks: readonly GuardName[];
  /** The sentence that the page shows. */
  readonly done: string;
}

/** Who does what to a request, and when: the only place that knows. */
export const erasureActions = {
  ask: {
    by: 'self',
    from: [null, 'withdrawn', 'refused'],
    to: 'asked',
    ...{ guards: [], checks: [] },
    done: 'Votre demande est envoyée à l’équipe France Tiers-Lieux. Vous pouvez la retirer tant qu’elle n’y a pas répondu.',
  },
  withdraw: {
    by: 'self',
    from: ['asked'],
    to: 'withdrawn',
    ...{ guards: [], checks: [] },
    done: 'Votre demande est retirée : rien n’est effacé.',
  },
  approve: {
    by: 'staff',
    from: ['asked'],
    to: 'approved',
    ...{ guards: ['byStaff', 'ofSomebodyElse'], checks: ['leavesNobodyAlone'] },
    done: 'Le compte est coupé. L’effacement se fait la nuit prochaine ; d’ici là, vous pouvez encore le refuser.',
  },
  refuse: {
    by: 'staff',
    from: ['asked', 'approved'],
    to: 'refused',
    ...{ guards: ['byStaff', 'ofSomebodyElse'], checks: ['hasReason'] },
    done: 'La demande est refusée, et la personne en lit le motif. Si le compte était coupé, rouvrez-le parmi les personnes.',
  },
} as const satisfies Record<ErasureAction, ErasureRow>;

export interface ErasureFacts {
  readonly actor: { readonly uid: string; readonly name: string; readonly kind: string };
  readonly request: ErasureRequest | null;
  /** What would be left without anybody, as a sentence each (`obstacles.ts`). */
  readonly obstacles: readonly string[];
  readonly now: Instant;
}

const staffOnly = refuse('staff-only', 'Cette décision revient à l’équipe France Tiers-Lieux.');
const notOneself = refuse(
  'not-oneself',
  'Vous ne décidez pas de votre propre demande : demandez-le à une autre personne de l’équipe.',
);
const unknown = refuse('erasure-unknown', 'Cette demande n’existe pas. Rechargez la page.');
const tooLate = refuse(
  'erasure-moved',
  'Cette demande a changé entre-temps. Rien n’est fait : rechargez la page pour voir où elle en est.',
);
export const reasonless = refuse('reason-needed', 'Dites pourquoi : la personne lira ce motif dans un courriel.');

type Guard = (facts: ErasureFacts, command: ErasureCommand) => Refusal | null;

const guards = {
  byStaff: ({ actor }) => (actor.kind === 'staff' ? null : staffOnly),
  ofSomebodyElse: ({ actor }, command) => ('uid' in command && command.uid === actor.uid ? notOneself : null),
  hasReason: (_facts, command) => ('reason' in command && command.reason.trim() === '' ? reasonless : null),
  leavesNobodyAlone: ({ obstacles: [obstacle] }) =>
    obstacle === undefined ? null : refuse('erasure-stopped', obstacle),
} as const satisfies Record<string, Guard>;
type GuardName = keyof typeof guards;

/** Whether a request in this state lets an action be taken; null: there is none yet. Pages show the buttons that it says. */
export function isErasureOpen(action: ErasureAction, state: ErasureState | null): boolean {
  const row: ErasureRow = erasureActions[action];
  return row.from.includes(state);
}

/** The request as the command makes it, or why not. */
export function decideErasure(facts: ErasureFacts, command: ErasureCommand): ErasureRequest | Refusal {
  const { actor, request, now } = facts;
  const row: ErasureRow = erasureActions[command.action];
  const first = (names: readonly GuardName[]) =>
    names.map((name) => guards[name](facts, command)).find((refusal) => refusal !== null);
  const unallowed = first(row.guards);
  if (unallowed) return unallowed;
  if (!isErasureOpen(command.action, request?.state ?? null)) return request === null ? unknown : tooLate;
  const fault = first(row.checks);
  if (fault) return fault;
  const state = row.to;
  if (row.by === 'self') {
    const askedAt = command.action === 'ask' ? now : (request?.askedAt ?? now);
    const undecided = { decidedAt: null, decidedBy: null, reason: '', doneAt: null };
    return { uid: actor.uid, cause: 'asked', askedAt, state, ...undecided };
  }
  if (request === null) return unknown;
  const reason = command.action === 'refuse' ? command.reason.trim() : '';
  return { ...request, state, decidedAt: now, decidedBy: actor.name, reason };
}
