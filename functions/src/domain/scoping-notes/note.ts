import type { Day, Instant } from '../calendar.ts';
import { type Answers, answerErrors, type Form } from '../forms/form.ts';
import type { Cents } from '../money.ts';
import { areSubthemes, subthemeLabel, type Theme } from '../programme/theme-list.ts';

/** In what order a laureate wants its needs met. */
export const priorities = {
  1: 'D’abord',
  2: 'Ensuite',
  3: 'Si possible',
} as const;
export type Priority = keyof typeof priorities;

/** What a laureate needs on one sub-theme: « en indexant leurs besoins sur les thématiques et sous-thématiques ». */
export interface SubthemeNeed {
  readonly need: string;
  readonly priority: Priority;
  readonly expected: string;
  /** A guess, in cents with VAT, when the laureate has one. */
  readonly estimatedCents: Cents | null;
}
/** Sub-theme → need. */
export type SubthemeNeeds = Readonly<Record<string, SubthemeNeed>>;

/** Filled on line, or one's own PDF: its sub-themes are ticked all the same, since missions are compared with them. */
export type NoteContent =
  | {
      readonly kind: 'form';
      /** The form that was read; absent, the one in force. */
      readonly formVersion?: number | undefined;
      readonly answers: Answers;
      readonly needs: SubthemeNeeds;
    }
  | { readonly kind: 'file'; readonly fileId: string };

/** Answers are read with the questions of the form's version they were given in. */
export type HandedNote =
  | (Extract<NoteContent, { readonly kind: 'form' }> & { readonly formVersion: number })
  | Extract<NoteContent, { readonly kind: 'file' }>;

/** What versions are compared by. */
type Told = Pick<ScopingNote, 'subthemes'> & { readonly content: NoteContent };

/** One version of a note: every version stays, and each mission names the one it was asked under. */
export interface ScopingNote {
  readonly laureateId: string;
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  /** Empty in notes handed in before names were kept. */
  readonly byName: string;
  readonly subthemes: readonly string[];
  readonly content: HandedNote;
  /** The team's answer to this version; null while it gave none. */
  readonly answer: NoteAnswer | null;
}

export interface NoteAnswer {
  readonly kind: NoteAnswerKind;
  readonly at: Instant;
  readonly byName: string;
  readonly message: string;
}
export type NoteAnswerKind = 'accept' | 'askForChanges';

/** « en croisant ces données » : what the committee and the trainers recommended to a laureate. */
export const recommendationSources = {
  committee: 'Comité d’attribution',
  trainers: 'Expertes et experts formateurs',
} as const;
export type RecommendationSource = keyof typeof recommendationSources;

/** Added, never changed: what was recommended on a day stays what was recommended. */
export interface Recommendation {
  readonly id: string;
  readonly laureateId: string;
  readonly source: RecommendationSource;
  readonly day: Day;
  readonly subthemes: readonly string[];
  readonly text: string;
  /** A document of the laureate's dossier, when there is one. */
  readonly fileId: string | null;
  readonly at: Instant;
  readonly byName: string;
}

export const LONGEST_NEED = 2_000;

export interface NoteFault {
  /** The field it is about: `subthemes`, a question, `note-file`, or `need-4.2`, `priority-4.2`, `expected-4.2`. */
  readonly fieldId: string;
  readonly message: string;
}

/** Everything a note lacks before it can be handed in, in the order of the page of `form`. What the file is, the server alone can say. */
export function noteFaults(
  { form, themes }: { readonly form: Form; readonly themes: readonly Theme[] },
  note: {
    readonly subthemes: readonly string[];
    readonly content:
      | {
          readonly kind: 'form';
          readonly answers: Answers;
          readonly needs: Readonly<Record<string, Partial<SubthemeNeed>>>;
        }
      | { readonly kind: 'file' };
  },
): NoteFault[] {
  const { content } = note;
  const chosen = subthemesFault(note.subthemes, themes);
  if (content.kind === 'file') return chosen;
  const stray = Object.keys(content.needs).filter((id) => !note.subthemes.includes(id));
  return [
    ...chosen,
    ...stray.map((id) => ({
      fieldId: 'subthemes',
      message: `Un besoin porte sur « ${subthemeLabel(themes, id)} », qui n’est pas choisie.`,
    })),
    ...note.subthemes.flatMap((id) => needFaults(id, content.needs[id] ?? {}, themes)),
    ...answerErrors(form, content.answers).map(({ questionId, message }) => ({
      fieldId: questionId,
      message,
    })),
  ];
}

function subthemesFault(chosen: readonly string[], themes: readonly Theme[]): NoteFault[] {
  const fault = (message: string): NoteFault[] => [{ fieldId: 'subthemes', message }];
  if (chosen.length === 0) return fault('Choisissez au moins une sous-thématique.');
  return areSubthemes(themes, chosen) ? [] : fault('Une des sous-thématiques n’existe pas.');
}

function needFaults(
  id: string,
  { need = '', priority, expected = '' }: Partial<SubthemeNeed>,
  themes: readonly Theme[],
): NoteFault[] {
  const named = `« ${subthemeLabel(themes, id)} »`;
  const fault = (field: string, message: string): NoteFault => ({ fieldId: `${field}-${id}`, message });
  return [
    ...(need.trim() === '' ? [fault('need', `Dites votre besoin sur ${named}.`)] : []),
    ...(priority === undefined ? [fault('priority', `Dites l’ordre de priorité de ${named}.`)] : []),
    ...(expected.trim() === '' ? [fault('expected', `Dites le résultat attendu sur ${named}.`)] : []),
  ];
}

/** The sub-themes of a note as they are read: what comes first, first; without priorities, in the order they were chosen. */
export function inPriority({ subthemes: chosen, content }: Told): string[] {
  if (content.kind === 'file') return [...chosen];
  const rank = (id: string) => content.needs[id]?.priority ?? 4;
  return chosen.toSorted((one, other) => rank(one) - rank(other));
}

export interface NoteChange {
  readonly subtheme: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** What of a need that stays changed; empty for what comes or goes. */
  readonly fields: readonly (keyof SubthemeNeed)[];
}

const needFields = [
  'need',
  'priority',
  'expected',
  'estimatedCents',
] as const satisfies readonly (keyof SubthemeNeed)[];

/** What a version says otherwise than the one before, sub-theme by sub-theme. Of a PDF only the sub-themes are known. */
export function noteChanges(before: Told, after: Told): NoteChange[] {
  const ids = [...new Set([...before.subthemes, ...after.subthemes])];
  return ids.flatMap((subtheme): NoteChange[] => {
    if (!before.subthemes.includes(subtheme)) return [{ subtheme, change: 'added', fields: [] }];
    if (!after.subthemes.includes(subtheme)) return [{ subtheme, change: 'removed', fields: [] }];
    const [was, is] = [needOf(before, subtheme), needOf(after, subtheme)];
    if (was === undefined && is === undefined) return [];
    const fields = needFields.filter((field) => was?.[field] !== is?.[field]);
    return fields.length === 0 ? [] : [{ subtheme, change: 'changed', fields }];
  });
}

function needOf({ content }: Told, subtheme: string): SubthemeNeed | undefined {
  return content.kind === 'form' ? content.needs[subtheme] : undefined;
}
