import type { ScopingNoteInput } from '@sur-mesure/functions/domain/api';
import { type Answers, answerErrors, forms } from '@sur-mesure/functions/domain/programme/forms';
import { isAnswers } from '../common/draft.ts';
import type { FieldError } from '../common/notice/Notice.tsx';

/** A scoping note being prepared: on line, or as one's own PDF (already deposited, and known by its id). */
export interface NoteDraft {
  readonly way: 'form' | 'file';
  readonly subthemes: readonly string[];
  readonly answers: Answers;
  readonly file: { readonly fileId: string; readonly name: string } | null;
}

export function emptyNote(subthemes: readonly string[]): NoteDraft {
  return { way: 'form', subthemes, answers: {}, file: null };
}

export function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

export function isNoteDraft(value: unknown): value is NoteDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'way' in value &&
    (value.way === 'form' || value.way === 'file') &&
    'subthemes' in value &&
    isStrings(value.subthemes) &&
    'answers' in value &&
    isAnswers(value.answers) &&
    'file' in value &&
    (value.file === null || isKnownFile(value.file))
  );
}

function isKnownFile(file: unknown): boolean {
  return (
    typeof file === 'object' &&
    file !== null &&
    'fileId' in file &&
    typeof file.fileId === 'string' &&
    'name' in file &&
    typeof file.name === 'string'
  );
}

export function noteErrors({ way, subthemes, answers, file }: NoteDraft): FieldError[] {
  const themeless: FieldError[] =
    subthemes.length === 0 ? [{ fieldId: 'subthemes', message: 'Choisissez au moins une sous-thématique.' }] : [];
  const content: FieldError[] =
    way === 'form'
      ? answerErrors(forms.scopingNote, answers).map(({ questionId, message }) => ({ fieldId: questionId, message }))
      : file === null
        ? [{ fieldId: 'note-file', message: 'Choisissez le PDF de votre note de cadrage.' }]
        : [];
  return [...themeless, ...content];
}

/** What is handed in, once nothing is missing. */
export function noteInput(laureateId: string, { way, subthemes, answers, file }: NoteDraft): ScopingNoteInput {
  const content: ScopingNoteInput['content'] =
    way === 'file' && file !== null ? { kind: 'file', fileId: file.fileId } : { kind: 'form', answers };
  return { laureateId, subthemes, content };
}
