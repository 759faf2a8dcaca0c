import type { Answers, Form, FormName } from '../forms/form.ts';
import { formAnswered, takenAsBefore } from '../forms/taken.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { ActionName, Command, HandedInput } from './actions.ts';
import type { Facts } from './facts.ts';

/** The actions that hand in answers, and to which form. */
export const answeredForms = {
  submitDiagnostic: 'diagnostic',
  submitReport: 'report',
  giveFeedback: 'feedback',
} as const satisfies Partial<Record<ActionName, FormName>>;

export type AnsweringAction = keyof typeof answeredForms;

export function isAnswering(action: ActionName): action is AnsweringAction {
  return Object.hasOwn(answeredForms, action);
}

export interface Answering {
  readonly form: FormName;
  readonly answers: Answers;
  /** The version that its author read; absent from pages that show the one in force. */
  readonly formVersion?: number | undefined;
}

/** What an action answers; null of one that hands in a PDF, or nothing. */
export function answeringOf(command: Command): Answering | null {
  switch (command.action) {
    case 'submitDiagnostic':
      return answeredOnLine(answeredForms.submitDiagnostic, command.input.diagnostic);
    case 'submitReport':
      return answeredOnLine(answeredForms.submitReport, command.input.document);
    case 'giveFeedback':
      return { form: answeredForms.giveFeedback, ...command.input };
    default:
      return null;
  }
}

function answeredOnLine(form: FormName, document: HandedInput): Answering | null {
  return document.kind === 'form' ? { form, answers: document.answers, formVersion: document.formVersion } : null;
}

/** The form that was answered, if its version is still taken. */
export function formHandedIn(
  { takenForms }: Pick<Facts, 'takenForms'>,
  { form, formVersion }: Pick<Answering, 'form' | 'formVersion'>,
): Form | Refusal {
  const taken = takenForms[form];
  if (taken === undefined) throw new Error(`the form ${form} was not read for this action`);
  return formAnswered(taken, formVersion);
}

/** The version that answers are kept with, once the checks let them through. */
export function versionHandedIn(
  facts: Pick<Facts, 'takenForms'>,
  answering: Pick<Answering, 'form' | 'formVersion'>,
): number {
  const form = formHandedIn(facts, answering);
  if (isRefusal(form)) throw new Error(`answers in version ${answering.formVersion} passed the checks`);
  return form.version;
}

/** Said with what was done, to whoever answered the version before the one in force; null for everybody else. */
export function toldOfFormer(facts: Pick<Facts, 'takenForms'>, command: Command): string | null {
  const answering = answeringOf(command);
  const before = answering && facts.takenForms[answering.form]?.before;
  return before && before.version === answering.formVersion ? takenAsBefore : null;
}
