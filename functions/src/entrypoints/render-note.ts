import type { NeedOfNote, NoteAnswer, ScopingNoteContext } from '../documents/contexts-notes.ts';
import { renderDocument } from '../documents/render.ts';
import { sum } from '../domain/money.ts';
import { subthemeLabel, themeLabel } from '../domain/programme/theme-list.ts';
import { inPriority, priorities, recommendationSources, type ScopingNote } from '../domain/scoping-notes/note.ts';
import type { ReadNote } from '../store/laureates/printed-note.ts';
import { printedLaureate } from './printed-laureate.ts';
import type { Making, Rendered } from './render-source.ts';

/** Joins a version of a note with the template that prints it: what the page says, at that instant. */
export function renderNote(
  { note, form, laureate, recommendations, settings }: ReadNote,
  { origin, model, logo, at }: Making & { readonly at: number },
): Rendered {
  const { version, content } = note;
  if (content.kind === 'file') throw new Error(`version ${version} of the note of ${laureate.id} is a file`);
  const needs = inPriority(note).flatMap((id): NeedOfNote[] => {
    const told = content.needs[id];
    if (!told) return [];
    const { need, expected, priority, estimatedCents } = told;
    // In the words of the day it was handed in, as the help of the setting promises.
    const subtheme = subthemeLabel(settings.themes, id, note.at);
    const named = { theme: themeLabel(settings.themes, id, note.at), subtheme };
    return [{ ...named, need, expected, priority: priorities[priority], estimatedCents }];
  });
  const context: ScopingNoteContext = {
    programme: settings.programmeName,
    version,
    originalAddress: `${origin}/laureat?note=oui`,
    laureate: printedLaureate(laureate, logo),
    handedInAtMs: note.at,
    byName: note.byName,
    inForce: laureate.note?.version === version,
    standing: standingOf(note),
    needs,
    estimatedCents: sum(needs.map(({ estimatedCents }) => estimatedCents ?? 0)),
    sections: (form?.sections ?? []).map(({ title, questions }) => ({
      title,
      questions: questions.map(({ id, label }) => ({ label, answer: content.answers[id] ?? '' })),
    })),
    recommendations: recommendations.map(({ source, day, subthemes, text }) => ({
      source: recommendationSources[source],
      day,
      subthemes: subthemes.map((id) => subthemeLabel(settings.themes, id)),
      text,
    })),
  };
  const bytes = renderDocument('scoping-note', context, { issuedAtMs: at, model });
  const name = `Note de cadrage, version ${version}, ${laureate.name}.pdf`;
  return { bytes, name, piece: 'printedNote', laureateId: laureate.id };
}

function standingOf({ answer }: ScopingNote): ScopingNoteContext['standing'] {
  if (answer === null) return { unanswered: true };
  const said: NoteAnswer = { atMs: answer.at, byName: answer.byName, message: answer.message };
  return answer.kind === 'accept' ? { accepted: said } : { changesAsked: said };
}
