import type { ScopingNoteInput } from '@sur-mesure/functions/domain/api';
import { type Answers, answersAskedBy, type Form, handedAnswers } from '@sur-mesure/functions/domain/forms/form';
import type { Cents } from '@sur-mesure/functions/domain/money';
import {
  type NoteChange,
  noteChanges,
  noteFaults,
  type Priority,
  type ScopingNote,
  type SubthemeNeed,
  type SubthemeNeeds,
} from '@sur-mesure/functions/domain/scoping-notes/note';
import { isAnswers, isStrings } from '../common/draft.ts';
import type { FieldError } from '../common/notice/Notice.tsx';
import { themesInForce } from '../common/themes/themes.ts';

/** What is typed of one need: nothing is chosen until the person chooses. */
export interface NeedDraft {
  readonly need: string;
  readonly priority: Priority | null;
  readonly expected: string;
  readonly estimatedCents: Cents | null;
}

/** A scoping note being prepared: on line, or as one's own PDF (already deposited, and known by its id). */
export interface NoteDraft {
  readonly way: 'form' | 'file';
  readonly subthemes: readonly string[];
  readonly answers: Answers;
  /** Absent from drafts kept on a device before needs were told by sub-theme. A need unticked stays, in case it is ticked again. */
  readonly needs?: Readonly<Record<string, NeedDraft>> | undefined;
  readonly file: { readonly fileId: string; readonly name: string } | null;
}

export const emptyNeed: NeedDraft = { need: '', priority: null, expected: '', estimatedCents: null };

export function emptyNote(subthemes: readonly string[]): NoteDraft {
  return { way: 'form', subthemes, answers: {}, needs: {}, file: null };
}

/** A revision starts from what was handed in, so that one changes what has changed and nothing else. A PDF is chosen anew. */
export function revisionOf({ subthemes, content }: Pick<ScopingNote, 'subthemes' | 'content'>): NoteDraft {
  if (content.kind === 'file') return { ...emptyNote(subthemes), way: 'file' };
  return { way: 'form', subthemes, answers: content.answers, needs: content.needs, file: null };
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
    (!('needs' in value) || value.needs === undefined || areNeeds(value.needs)) &&
    'file' in value &&
    (value.file === null || isKnownFile(value.file))
  );
}

function areNeeds(needs: unknown): boolean {
  return typeof needs === 'object' && needs !== null && Object.values(needs).every(isNeed);
}

function isNeed(need: unknown): boolean {
  return (
    typeof need === 'object' &&
    need !== null &&
    ['need', 'expected'].every((name) => typeof Reflect.get(need, name) === 'string') &&
    [null, 1, 2, 3].includes(Reflect.get(need, 'priority')) &&
    (Reflect.get(need, 'estimatedCents') === null || Number.isInteger(Reflect.get(need, 'estimatedCents')))
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

export function noteErrors(form: Form, { way, subthemes, answers, needs = {}, file }: NoteDraft): FieldError[] {
  if (way === 'file') {
    const chosen = noteFaults({ form, themes: themesInForce() }, { subthemes, content: { kind: 'file' } });
    return file === null
      ? [...chosen, { fieldId: 'note-file', message: 'Choisissez le PDF de votre note de cadrage.' }]
      : chosen;
  }
  const typed = Object.fromEntries(subthemes.map((id) => [id, partOf(needs[id] ?? emptyNeed)]));
  const asked = answersAskedBy(form, answers);
  return noteFaults(
    { form, themes: themesInForce() },
    { subthemes, content: { kind: 'form', answers: asked, needs: typed } },
  );
}

function partOf({ priority, ...need }: NeedDraft): Partial<SubthemeNeed> {
  return priority === null ? need : { ...need, priority };
}

/** Those that are ticked and complete, which is all of them once nothing is missing. */
function completeNeeds({ subthemes, needs = {} }: NoteDraft): SubthemeNeeds {
  return Object.fromEntries(
    subthemes.flatMap((id): [string, SubthemeNeed][] => {
      const { priority, ...need } = needs[id] ?? emptyNeed;
      return priority === null ? [] : [[id, { ...need, priority }]];
    }),
  );
}

function contentOf(form: Form, draft: NoteDraft): ScopingNoteInput['content'] {
  const { way, answers, file } = draft;
  return way === 'file' && file !== null
    ? { kind: 'file', fileId: file.fileId }
    : { kind: 'form', ...handedAnswers(form, answers), needs: completeNeeds(draft) };
}

/** What is handed in, once nothing is missing. */
export function noteInput(
  form: Form,
  draft: NoteDraft,
  { laureateId, basedOn, operationId }: Pick<ScopingNoteInput, 'laureateId' | 'operationId'> & { basedOn: number },
): ScopingNoteInput {
  return { operationId, laureateId, subthemes: draft.subthemes, content: contentOf(form, draft), basedOn };
}

/** What a revision changes so far, sub-theme by sub-theme. */
export function changesSoFar(form: Form, before: ScopingNote, draft: NoteDraft): NoteChange[] {
  return noteChanges(before, { subthemes: draft.subthemes, content: contentOf(form, draft) });
}
