import { type Day, dayOf, endOfDay, formatDay, HOUR, type Instant } from '../calendar.ts';
import type { CellProblem } from '../laureates/import.ts';
import type { Laureate } from '../laureates/laureate.ts';
import { fold } from '../laureates/text.ts';
import type { ImportedNote } from './notes.ts';
import { type ProgrammePlan, planned, type Verdict } from './plan.ts';
import { type ImportSource, laureateNamed, type Recorded, type RecordedNote, reasonOf } from './recorded.ts';

/** One version of a scoping note to record. */
export interface ImportedNoteVersion {
  readonly line: number;
  readonly laureateId: string;
  readonly version: number;
  /** At noon of the day it was handed in: a file gives no hour. */
  readonly at: Instant;
  readonly subthemes: readonly string[];
  readonly accepted: boolean;
  readonly fileId: string | null;
  /** Of the trainers, with the note's day and sub-themes; null when the file does not say. */
  readonly recommendation: string | null;
  readonly reason: string;
  readonly about: string;
}

/** The name of what a file says that the trainers recommended with this version: a second import finds it. */
export function recommendationOf(version: number): string {
  return `reprise-note-${version}`;
}

/**
 * A version that is there already (same day, same sub-themes) changes nothing, but for a recommendation that comes after it. One older than the newest is refused: versions follow one another,
 * and the last of them is the note in force.
 */
export function planNotes(
  rows: readonly ImportedNote[],
  recorded: Recorded,
  source: ImportSource,
): ProgrammePlan<ImportedNoteVersion> {
  const added = new Map<string, RecordedNote[]>();
  return planned(rows, (row): Verdict<ImportedNoteVersion> => {
    const found = laureateNamed(row.laureate, recorded);
    if ('problem' in found) return found;
    const { laureate, notes } = found.value;
    const before = [...notes, ...(added.get(laureate.id) ?? [])];
    const same = before.find((note) => note.day === row.on && sameSubthemes(note.subthemes, row.subthemes));
    if (same) return again(row, same, laureate, source);
    const doubt = dayDoubt(row, before, dayOf(source.now));
    if (doubt) return { problem: doubt };
    const pdf = pdfOf(row, laureate.id, recorded);
    if ('problem' in pdf) return pdf;
    const version = Math.max(0, ...before.map((note) => note.version)) + 1;
    const { on: day, subthemes, accepted, recommendation, line } = row;
    added.set(laureate.id, [...(added.get(laureate.id) ?? []), { version, day, subthemes, recommendation }]);
    const about = `${laureate.name}, note du ${formatDay(day)}, ${accepted ? 'acceptée' : 'à accepter'}`;
    const change = { line, laureateId: laureate.id, version, at: instantOf(row, source), subthemes, accepted };
    const rest = { fileId: pdf.value, recommendation, about, reason: reasonOf(source, line) };
    return { kind: 'create', change: { ...change, ...rest } };
  });
}

/** The note is left as it is. What the trainers recommended is added once: said otherwise later, it is shown and left too. */
function again(
  row: ImportedNote,
  { version, recommendation: before }: RecordedNote,
  { id: laureateId, name }: Laureate,
  source: ImportSource,
): Verdict<ImportedNoteVersion> {
  const { line, recommendation, on, subthemes, accepted } = row;
  if (recommendation === null || recommendation === before) return { kind: 'unchanged' };
  if (before !== null)
    return { kind: 'unchanged', differs: `${name}, note du ${formatDay(on)} : une autre recommandation est déjà là` };
  const about = `${name}, recommandation des formateurs du ${formatDay(on)}`;
  const change = { line, laureateId, version, at: instantOf(row, source), subthemes, accepted, fileId: null };
  return { kind: 'update', change: { ...change, recommendation, about, reason: reasonOf(source, line) } };
}

function instantOf({ on }: ImportedNote, { now }: ImportSource): Instant {
  return Math.min(endOfDay(on) - 12 * HOUR, now);
}

function sameSubthemes(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((subtheme) => other.includes(subtheme));
}

function dayDoubt({ day, on }: ImportedNote, before: readonly RecordedNote[], today: Day): CellProblem | null {
  const { column, text: value } = day;
  if (on > today) return { column, value, reason: 'cette date est dans l’avenir' };
  const newer = before.find((note) => note.day > on);
  if (!newer) return null;
  const reason = `une note du ${formatDay(newer.day)} est déjà là : les versions se suivent, de la plus ancienne à la plus récente`;
  return { column, value, reason };
}

/** Deposited before by staff as a scoping note of this laureate, where the usual verification took place. */
function pdfOf(
  { pdf }: ImportedNote,
  laureateId: string,
  { files }: Recorded,
): { readonly value: string | null } | { readonly problem: CellProblem } {
  if (pdf === null) return { value: null };
  const [file, ...others] = files.filter(
    (one) => one.laureateId === laureateId && one.isScopingNote && fold(one.name) === fold(pdf.text),
  );
  if (file && others.length === 0) return { value: file.fileId };
  const reason = file
    ? 'plusieurs notes de ce nom sont dans le dossier : gardez-en une'
    : 'aucune note de cadrage de ce nom n’est dans le dossier du lauréat : déposez-la d’abord, depuis « Déposer des dossiers »';
  return { problem: { column: pdf.column, value: pdf.text, reason } };
}
