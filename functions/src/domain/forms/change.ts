import { authorOf } from '../actor.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import {
  type AskedVersion,
  changedMeanwhile,
  reasonOf,
  type VersionChange,
  type VersionFacts,
  whoDid,
} from '../versions/change.ts';
import { type ChangedPart, changedParts } from './changed-parts.ts';
import { type AskedQuestion, type FormContent, formFaults, type KnownQuestions } from './faults.ts';
import { type Form, type FormName, type Question, questionsOf } from './form.ts';

/** One publication of a form, with what it changed in words. */
export interface FormChange extends VersionChange {
  readonly changed: readonly ChangedPart[];
}

export interface AskedForm extends AskedVersion {
  readonly name: FormName;
  /** The version whose questions they began from: that one, or an earlier one that is brought back. */
  readonly startedFrom: number;
  readonly content: FormContent;
}

export interface FormFacts extends VersionFacts<FormChange> {
  readonly inForce: Form;
  /** The version `startedFrom`; null when there is none of that number. */
  readonly started: Form | null;
}

const unchanged = refuse(
  'form-unchanged',
  'Ces questions sont déjà celles du formulaire en vigueur : il n’y a rien à publier.',
);
const unknownVersion = refuse(
  'form-version-unknown',
  'La version dont vous êtes parti n’existe pas. Rien n’a été publié : rechargez la page.',
);

/** The next version of a form, and what the history keeps of it; or why nothing is published. New questions get their ids here. */
export function decideForm(
  facts: FormFacts,
  asked: AskedForm,
): { readonly form: Form; readonly change: FormChange } | Refusal {
  const { inForce, started, actor, now } = facts;
  if (asked.basedOn !== inForce.version) return stale(facts);
  if (started === null || started.version > inForce.version) return unknownVersion;
  const reason = reasonOf(asked, { what: 'ce formulaire', done: 'publié' });
  if (isRefusal(reason)) return reason;
  const [fault, ...others] = formFaults(asked.content, knownQuestions(inForce, started));
  if (fault) {
    const sentences = [fault, ...others].map(({ message }) => message);
    return refuse(fault.code, `${[...new Set(sentences)].join(' ')} Rien n’a été publié.`);
  }
  const form = formOf(asked.content, { name: inForce.name, version: inForce.version + 1 });
  if (isSameForm(inForce, form)) return unchanged;
  const { version } = form;
  return { form, change: { version, at: now, by: authorOf(actor), reason, changed: changedParts(inForce, form) } };
}

/** Ids that the next version may name: of the questions in force, and of the version it began from. */
export function knownQuestions(inForce: Form, started: Form): KnownQuestions {
  const known = [...questionsOf(started), ...questionsOf(inForce)].map((question) => [question.id, question] as const);
  return { name: inForce.name, known: new Map(known), inForce: questionsOf(inForce) };
}

/** A version is created once, so that a number within it is never given to two questions. */
export function formOf({ title, sections }: FormContent, { name, version }: Pick<Form, 'name' | 'version'>): Form {
  let added = 0;
  const idOf = ({ id }: AskedQuestion) => {
    if (id !== null) return id;
    added += 1;
    return `v${version}q${added}`;
  };
  return {
    ...{ name, version, title: title.trim() },
    sections: sections.map((section) => ({
      title: section.title.trim(),
      questions: section.questions.map((question) => questionOf(question, idOf(question))),
    })),
  };
}

function questionOf({ label, help, kind, choices, required }: AskedQuestion, id: string): Question {
  const offered = choices.map((choice) => choice.trim()).filter((choice) => choice !== '');
  return {
    ...{ id, label: label.trim(), kind, required },
    ...(help.trim() === '' ? {} : { help: help.trim() }),
    ...(kind === 'choice' ? { choices: offered } : {}),
  };
}

/** A form as it is edited: what `formOf` makes the same form of. */
export function contentOf({ title, sections }: Form): FormContent {
  return {
    title,
    sections: sections.map((section) => ({
      title: section.title,
      questions: section.questions.map(({ id, label, help = '', kind, choices = [], required }) => ({
        ...{ id, label, help, kind, required },
        choices: [...choices],
      })),
    })),
  };
}

function isSameForm(one: Form, other: Form): boolean {
  return JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));
}

function stale({ lastChange }: FormFacts): Refusal {
  const who =
    lastChange === null ? 'Ce formulaire a changé' : whoDid(lastChange, 'a publié une autre version de ce formulaire');
  const next = 'Relisez la version en vigueur, puis reprenez.';
  return changedMeanwhile('form-stale', { who, done: 'publié', next });
}
