import { dayOf, type Instant } from '../calendar.ts';
import type { Question } from '../forms/form.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { confirmed, withCardYear } from './confirming.ts';
import {
  type Effect,
  type ExpertCommand,
  type ExpertDecision,
  type ExpertGuard,
  type ExpertRole,
  expertDecisions,
  type Interview,
  rowOf,
} from './decisions.ts';
import { type Expert, type ExpertStanding, type ExpertState, expertStates, type Remarks } from './profile.ts';
import { interestsThatStop } from './registration.ts';
import { besideKnownFields, saidRemarks } from './remarks.ts';

/** What a decision on an expert rests on. */
export interface ExpertFacts {
  readonly expert: Expert;
  /** Null for who has no say about this company. */
  readonly role: ExpertRole | null;
  /** Records of interviews kept with earlier decisions. */
  readonly interviewsKept: number;
  /** Of the registration as it was answered: a remark is beside one of them. */
  readonly questions: readonly Question[];
}

export interface Decided {
  readonly by: string;
  readonly at: Instant;
}

export const decisionNames = Object.keys(expertDecisions).filter(
  (name): name is ExpertDecision => name in expertDecisions,
);

/** The profile once decided, or why it can't be. */
export function decideExpert(facts: ExpertFacts, command: ExpertCommand, decided: Decided): Expert | Refusal {
  const refusal =
    whyNotDecided(facts, command.decision) ?? typedRefusal(facts, command) ?? notYetHeld(command, decided.at);
  return refusal ?? profileAfter(facts.expert, command, decided);
}

/** A decision rests on a talk that took place: the form bounds the day, and so does the server, in Paris days. */
function notYetHeld(command: ExpertCommand, at: Instant): Refusal | null {
  const interview = interviewOf(command);
  return interview !== null && interview.day > dayOf(at)
    ? refuse('interview-later', 'Cet échange est daté d’un jour à venir. Rien n’a été changé : corrigez sa date.')
    : null;
}

/** Why this person can't take this decision now, before anything is typed; null when its button is live. */
export function whyNotDecided({ expert, role }: ExpertFacts, decision: ExpertDecision): Refusal | null {
  const row = rowOf(decision);
  if (role === null || !row.by.includes(role)) {
    if (role === 'consultant' && row.by.includes('contact')) return contactOnly;
    return row.by.includes('staff') ? staffOnly : itsPersonOnly;
  }
  return row.from.includes(expert.state) ? null : wrongState(expert.state, row.from);
}

/** The decisions this person may take now, in the order of the table. */
export function decisionsOpen(facts: ExpertFacts): ExpertDecision[] {
  return decisionNames.filter((decision) => whyNotDecided(facts, decision) === null);
}

const staffOnly = refuse('staff-only', 'Cette décision revient à l’équipe France Tiers-Lieux.');
const contactOnly = refuse('contact-only', 'Seule une personne qui représente votre structure peut le faire.');
const itsPersonOnly = refuse('not-yours', 'Seule une personne de la structure inscrite peut le faire.');

function wrongState(state: ExpertState, from: readonly ExpertState[]): Refusal {
  const expected = from.map((one) => `« ${expertStates[one]} »`).join(', ');
  return refuse(
    'wrong-state',
    `La fiche est « ${expertStates[state]} » ; cette décision demande qu’elle soit ${expected}. Rien n’a été changé : rechargez la page.`,
  );
}

/** Why what was typed is not enough; null when it is. */
export function typedRefusal(facts: ExpertFacts, command: ExpertCommand): Refusal | null {
  for (const name of rowOf(command.decision).guards) {
    const refusal = guards[name](facts, command);
    if (refusal) return refusal;
  }
  return null;
}

type Guard = (facts: ExpertFacts, command: ExpertCommand) => Refusal | null;

const guards: Readonly<Record<ExpertGuard, Guard>> = {
  messageGiven: (_facts, command) => (messageOf(command) === '' ? messageMissing : null),

  messageOrRemarks: (_facts, command) =>
    messageOf(command) !== '' || Object.keys(remarksOf(command)).length > 0 ? null : messageMissing,

  remarksBesideFields: ({ questions }, command) =>
    besideKnownFields(remarksOf(command), questions)
      ? null
      : refuse('remark-unknown', 'Une remarque porte sur une question qui n’existe pas. Rechargez la page.'),

  interestsAnswered: ({ expert }, command) =>
    liftsInterests(expert, command.decision) && messageOf(command) === ''
      ? refuse(
          'interest-not-lifted',
          `Écrivez pourquoi le lien trouvé avec ${expert.interests.join(', ')} n’empêche pas une mission.`,
        )
      : null,

  interviewComplete: (_facts, command) => {
    const interview = interviewOf(command);
    if (interview === null) return null;
    const { withWhom, byWhom, summary } = interview;
    return [withWhom, byWhom, summary].some((text) => text.trim() === '')
      ? refuse('interview-incomplete', 'Écrivez avec qui l’échange a eu lieu, qui l’a mené et ce qui s’est dit.')
      : null;
  },

  interviewRecorded: ({ interviewsKept }, command) =>
    interviewOf(command) !== null || interviewsKept > 0
      ? null
      : refuse(
          'interview-missing',
          'Une fiche n’est écartée qu’après un échange avec l’expert. Notez cet échange avec votre décision.',
        ),
};

const messageMissing = refuse(
  'message-missing',
  'Écrivez la raison de cette décision : elle figure dans le courriel et dans l’espace de l’expert.',
);

function messageOf(command: ExpertCommand): string {
  return 'message' in command ? command.message.trim() : '';
}

function remarksOf(command: ExpertCommand): Remarks {
  return 'remarks' in command ? saidRemarks(command.remarks) : {};
}

export function interviewOf(command: ExpertCommand): Interview | null {
  return 'interview' in command ? command.interview : null;
}

/** Whether this decision opens missions in spite of an interest: its message is then the reason, and is kept as such. */
export function liftsInterests(expert: Expert, decision: ExpertDecision): boolean {
  return rowOf(decision).missions === 'yes' && interestsThatStop(expert).length > 0;
}

/** Whether this decision can't be taken without a message; remarks are enough to send a registration back. */
export function needsMessage(expert: Expert, decision: ExpertDecision): boolean {
  return rowOf(decision).guards.includes('messageGiven') || liftsInterests(expert, decision);
}

function profileAfter(expert: Expert, command: ExpertCommand, { by, at }: Decided): Expert {
  const row = rowOf(command.decision);
  const before = expert.suspendedFrom ?? { state: 'submitted', published: false, mayBeCommissioned: false };
  const state = row.to === 'same' ? expert.state : row.to === 'asBefore' ? before.state : row.to;
  const lifts = liftsInterests(expert, command.decision);
  const reviews = 'message' in command;
  const remarks = remarksOf(command);
  const after: Expert = {
    ...expert,
    state,
    published: effectOn(row.card, expert.published, before.published),
    mayBeCommissioned: effectOn(row.missions, expert.mayBeCommissioned, before.mayBeCommissioned),
    interestsLifted: lifts ? { by, at, reason: messageOf(command) } : expert.interestsLifted,
    review: reviews ? { by, at, message: messageOf(command), remarks } : expert.review,
    suspendedFrom: suspendedFromAfter(expert, state),
  };
  return command.decision === 'confirmCard' ? confirmed(after, at) : withCardYear(expert, after, at);
}

/** Kept while suspended, forgotten after: what is withdrawn comes back through a review. */
function suspendedFromAfter(expert: Expert, state: ExpertState): ExpertStanding | null {
  if (state !== 'suspended') return null;
  if (expert.state === 'suspended') return expert.suspendedFrom ?? null;
  return { state: expert.state, published: expert.published, mayBeCommissioned: expert.mayBeCommissioned };
}

function effectOn(effect: Effect, now: boolean, before: boolean): boolean {
  if (effect === 'same') return now;
  return effect === 'asBefore' ? before : effect === 'yes';
}
