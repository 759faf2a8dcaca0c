import {
  type ExpertFacts,
  liftsInterests,
  needsMessage,
  typedRefusal,
} from '@sur-mesure/functions/domain/experts/decide';
import {
  type ExpertActionCommand,
  type ExpertDecision,
  type ExpertDecisionRow,
  type Interview,
  rowOf,
} from '@sur-mesure/functions/domain/experts/decisions';
import type { Expert, Remarks } from '@sur-mesure/functions/domain/experts/profile';
import type { FieldError } from '../../common/notice/Notice.tsx';

/** What staff type about an expert, kept on the device until it is sent. */
export interface TypedReview {
  readonly message: string;
  readonly remarks: Remarks;
  readonly interview: Interview;
}

export type ReviewDecision = ExpertActionCommand['decision'];

export function emptyReview(today: string, byWhom: string): TypedReview {
  return { message: '', remarks: {}, interview: { day: today, withWhom: '', byWhom, summary: '' } };
}

/** The decisions that have a button here; a company comes back by its own form. */
export function isMadeHere(decision: ExpertDecision): decision is ReviewDecision {
  return decision !== 'comeBack';
}

/** Null while nothing is typed about a talk. */
function typedInterview({ interview }: TypedReview): Interview | null {
  return interview.withWhom.trim() === '' && interview.summary.trim() === '' ? null : interview;
}

/** What is sent. A talk that must be noted is sent even when it is empty: the rules then say what is missing. */
export function commandOf(decision: ReviewDecision, typed: TypedReview): ExpertActionCommand {
  const { message, remarks } = typed;
  const interview = typedInterview(typed);
  switch (decision) {
    case 'return':
      return { decision, message, interview, remarks };
    case 'recordInterview':
      return { decision, interview: typed.interview };
    case 'confirmCard':
      return { decision };
    case 'suspend':
    case 'reinstate':
    case 'withdraw':
      return { decision, message };
    default:
      return { decision, message, interview };
  }
}

const fields: Readonly<Record<string, string>> = {
  'message-missing': 'message',
  'interest-not-lifted': 'message',
  'interview-missing': 'interview-summary',
  'interview-incomplete': 'interview-summary',
};

/** What is missing, beside the field it is about. `interviewsKept`: talks noted before. */
export function reviewErrors(
  { expert, interviewsKept, questions }: Pick<ExpertFacts, 'expert' | 'interviewsKept' | 'questions'>,
  decision: ReviewDecision | undefined,
  typed: TypedReview,
): FieldError[] {
  if (decision === undefined) return [{ fieldId: 'decision', message: 'Choisissez ce que devient la fiche.' }];
  const refusal = typedRefusal({ expert, role: 'staff', interviewsKept, questions }, commandOf(decision, typed));
  return refusal === null ? [] : [{ fieldId: fields[refusal.code] ?? 'decision', message: refusal.message }];
}

/** What a decision makes of the two facts, in one line. */
export function consequence(expert: Expert, decision: ReviewDecision): string {
  const row: ExpertDecisionRow = rowOf(decision);
  if (decision === 'recordInterview') return 'Rien ne change pour l’expert : l’équipe seule lit ce qui est noté.';
  if (decision === 'confirmCard')
    return 'L’expert vous a dit qu’elle est à jour : il n’est plus interrogé pendant un an.';
  if (decision === 'reinstate') return 'La fiche redevient ce qu’elle était avant la suspension.';
  const listed = row.card === 'yes' ? 'Visible dans l’annuaire' : 'Absente de l’annuaire';
  const open = row.missions === 'yes' ? 'peut recevoir des missions' : 'ne peut pas recevoir de nouvelle mission';
  return `${listed}, ${open}${needsMessage(expert, decision) ? ' ; un message est nécessaire' : ''}.`;
}

export interface Asked {
  readonly message: 'no' | 'optional' | 'needed';
  readonly remarks: boolean;
  readonly interview: 'no' | 'optional' | 'needed';
  /** Whether the message is the reason for which a link does not stop missions. */
  readonly lifts: boolean;
}

/** Which fields a decision asks for. */
export function askedBy(expert: Expert, interviewsKept: number, decision: ReviewDecision): Asked {
  const { guards } = rowOf(decision);
  const needsTalk = decision === 'recordInterview' || (guards.includes('interviewRecorded') && interviewsKept === 0);
  return {
    message:
      decision === 'recordInterview' || decision === 'confirmCard'
        ? 'no'
        : needsMessage(expert, decision)
          ? 'needed'
          : 'optional',
    remarks: guards.includes('remarksBesideFields'),
    interview: !guards.includes('interviewComplete') ? 'no' : needsTalk ? 'needed' : 'optional',
    lifts: liftsInterests(expert, decision),
  };
}

/** Whether a kept draft still has the shape of this form. */
export function isTypedReview(value: unknown): value is TypedReview {
  if (typeof value !== 'object' || value === null) return false;
  if (!('message' in value && 'remarks' in value && 'interview' in value)) return false;
  const { message, remarks, interview } = value;
  return typeof message === 'string' && isTexts(remarks) && isTexts(interview) && hasInterview(interview);
}

function isTexts(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
}

function hasInterview(value: object): boolean {
  return ['day', 'withWhom', 'byWhom', 'summary'].every((name) => name in value);
}
