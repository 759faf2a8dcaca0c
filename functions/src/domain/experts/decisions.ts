import type { Day } from '../calendar.ts';
import type { ExpertState, Remarks } from './profile.ts';

/** Who decides: staff, or a person of the company by its role there. */
export type ExpertRole = 'staff' | 'contact' | 'consultant';

/** « un échange avec l’expert »: kept with the decision, read by staff alone. */
export interface Interview {
  readonly day: Day;
  readonly withWhom: string;
  readonly byWhom: string;
  readonly summary: string;
}

/** One decision on an expert, with what it takes. `comeBack` is made by sending the registration again. */
export type ExpertCommand =
  | {
      readonly decision: 'publish' | 'admitUnlisted' | 'reject';
      readonly message: string;
      readonly interview: Interview | null;
    }
  | {
      readonly decision: 'return';
      readonly message: string;
      readonly interview: Interview | null;
      readonly remarks: Remarks;
    }
  | { readonly decision: 'recordInterview'; readonly interview: Interview }
  | { readonly decision: 'suspend' | 'reinstate' | 'withdraw'; readonly message: string }
  | { readonly decision: 'confirmCard' }
  | { readonly decision: 'comeBack' };
export type ExpertDecision = ExpertCommand['decision'];
/** What `expertAction` takes: a company comes back by its form alone. */
export type ExpertActionCommand = Exclude<ExpertCommand, { readonly decision: 'comeBack' }>;

export type ExpertGuard =
  | 'messageGiven'
  | 'messageOrRemarks'
  | 'remarksBesideFields'
  | 'interestsAnswered'
  | 'interviewComplete'
  | 'interviewRecorded';

export interface ExpertDecisionRow {
  readonly label: string;
  /** The line of the history. */
  readonly done: string;
  readonly by: readonly ExpertRole[];
  readonly from: readonly ExpertState[];
  /** `asBefore`: where the suspension found it. */
  readonly to: ExpertState | 'same' | 'asBefore';
  /** Judged on what was typed. Interests found by the programme are judged here too: opening missions lifts them, with a reason. */
  readonly guards: readonly ExpertGuard[];
  /** Shown in the public directory, or not. */
  readonly card: Effect;
  /** Open to new missions, or not. Missions under way are never touched: staff see them, and end those that must end. */
  readonly missions: Effect;
  /** Asked to confirm: what it takes away is not given back by the same button. */
  readonly confirm: boolean;
}
export type Effect = 'yes' | 'no' | 'same' | 'asBefore';

const examined = ['submitted', 'returned', 'published', 'notPublished'] as const;
const everyState = [...examined, 'suspended', 'withdrawn'] as const;

/** Everything that is decided about an expert, by whom, and what it opens: the only place that knows. */
export const expertDecisions = {
  publish: {
    label: 'Publier la fiche',
    done: 'Fiche publiée',
    by: ['staff'],
    from: examined,
    to: 'published',
    guards: ['interestsAnswered', 'interviewComplete'],
    card: 'yes',
    missions: 'yes',
    confirm: false,
  },
  return: {
    label: 'Renvoyer pour complément',
    done: 'Renvoyée pour complément',
    by: ['staff'],
    from: examined,
    to: 'returned',
    guards: ['remarksBesideFields', 'messageOrRemarks', 'interviewComplete'],
    card: 'no',
    missions: 'no',
    confirm: false,
  },
  admitUnlisted: {
    label: 'Admettre sans publier',
    done: 'Admise sans être publiée',
    by: ['staff'],
    from: examined,
    to: 'notPublished',
    guards: ['interestsAnswered', 'interviewComplete'],
    card: 'no',
    missions: 'yes',
    confirm: false,
  },
  // « si les informations transmises et un échange avec l’expert ne permettent pas de mettre en évidence une connaissance solide »
  reject: {
    label: 'Ne pas publier',
    done: 'Non publiée',
    by: ['staff'],
    from: examined,
    to: 'notPublished',
    guards: ['messageGiven', 'interviewComplete', 'interviewRecorded'],
    card: 'no',
    missions: 'no',
    confirm: false,
  },
  recordInterview: {
    label: 'Noter un échange',
    done: 'Échange noté',
    by: ['staff'],
    from: everyState,
    to: 'same',
    guards: ['interviewComplete'],
    card: 'same',
    missions: 'same',
    confirm: false,
  },
  suspend: {
    label: 'Suspendre',
    done: 'Suspendue',
    by: ['staff'],
    from: examined,
    to: 'suspended',
    guards: ['messageGiven'],
    card: 'no',
    missions: 'no',
    confirm: true,
  },
  reinstate: {
    label: 'Rétablir',
    done: 'Rétablie',
    by: ['staff'],
    from: ['suspended'],
    to: 'asBefore',
    guards: [],
    card: 'asBefore',
    missions: 'asBefore',
    confirm: false,
  },
  withdraw: {
    label: 'Retirer la fiche',
    done: 'Retirée',
    by: ['contact', 'staff'],
    from: [...examined, 'suspended'],
    to: 'withdrawn',
    guards: ['messageGiven'],
    card: 'no',
    missions: 'no',
    confirm: true,
  },
  // Yearly, and by whoever of the company reads the mail; staff say so for a company that told them.
  confirmCard: {
    label: 'Confirmer la fiche',
    done: 'Fiche confirmée à jour',
    by: ['contact', 'consultant', 'staff'],
    from: ['published'],
    to: 'same',
    guards: [],
    card: 'same',
    missions: 'same',
    confirm: false,
  },
  comeBack: {
    label: 'Revenir',
    done: 'Inscription renvoyée après un retrait',
    by: ['contact'],
    from: ['withdrawn'],
    to: 'submitted',
    guards: [],
    card: 'no',
    missions: 'no',
    confirm: false,
  },
} as const satisfies Record<ExpertDecision, ExpertDecisionRow>;

export function rowOf(decision: ExpertDecision): ExpertDecisionRow {
  return expertDecisions[decision];
}
