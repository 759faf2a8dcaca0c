import type { Firestore } from 'firebase-admin/firestore';
import type { Form } from '../../domain/forms/form.ts';
import type { Laureate } from '../../domain/laureates/laureate.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import type { Recommendation, ScopingNote } from '../../domain/scoping-notes/note.ts';
import { get } from '../collection.ts';
import { answeredForm } from '../collections/forms.ts';
import { laureates } from '../collections/laureates.ts';
import { scopingNotes } from '../collections/scoping-notes.ts';
import { settingsInForce } from '../collections/settings.ts';
import { recommendationsTo } from '../views/scoping-notes.ts';

export interface ReadNote {
  readonly note: ScopingNote;
  /** The one that was answered; null of a PDF. */
  readonly form: Form | null;
  readonly laureate: Laureate;
  readonly recommendations: readonly Recommendation[];
  readonly settings: ProgrammeSettings;
}

/** All that a printed note says. Three reads, two queries, and a read where staff wrote the form. @throws when there is no such note: it was there when it was asked for. */
export async function readNote(
  firestore: Firestore,
  { laureateId, version }: { readonly laureateId: string; readonly version: number },
): Promise<ReadNote> {
  const [note, laureate, recommendations, settings] = await Promise.all([
    get(firestore, scopingNotes, laureateId, String(version)),
    get(firestore, laureates, laureateId),
    recommendationsTo(firestore, laureateId),
    settingsInForce(firestore),
  ]);
  if (note === null || laureate === null) throw new Error(`version ${version} of the note of ${laureateId} is missing`);
  const { content } = note;
  const form = content.kind === 'form' ? await answeredForm(firestore, 'scopingNote', content.formVersion) : null;
  return { note, form, laureate, recommendations, settings };
}
