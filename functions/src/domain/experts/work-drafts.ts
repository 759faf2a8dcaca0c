import { type Instant, MINUTE } from '../calendar.ts';

/** What the people of one company write together: its registration, or what it hands in for a mission. */
export type DraftSubject =
  | { readonly kind: 'registration' }
  | { readonly kind: 'mission'; readonly missionId: string; readonly task: DraftedTask };
export const draftedTasks = ['submitDiagnostic', 'submitReport'] as const;
export type DraftedTask = (typeof draftedTasks)[number];

/** One draft for the whole company: whoever of it opens the form on any device goes on from there. */
export interface WorkDraft {
  /** What it corrects, the number of a version say: one about another is of the past, and nobody is given it. */
  readonly about: string;
  /** Of this text: who saves says which one it changes. */
  readonly revision: number;
  /** As the page wrote it. */
  readonly text: string;
  readonly by: { readonly uid: string; readonly name: string };
  readonly savedAt: Instant;
  /** The last text of somebody else that this one took the place of; null when it took none. */
  readonly before: EarlierText | null;
  /** Who writes: since when, and when last. */
  readonly editors: Readonly<Record<string, Editor>>;
}

export interface EarlierText {
  readonly text: string;
  readonly byName: string;
  readonly savedAt: Instant;
}

export interface Editor {
  readonly name: string;
  readonly since: Instant;
  readonly seenAt: Instant;
}

export interface Writer {
  readonly uid: string;
  readonly name: string;
}

/** Whoever saved nothing for so long is not writing any more. */
export const WRITING = 10 * MINUTE;
export const LONGEST_DRAFT = 150_000;

/** A text to keep, and the revision that it changes: 0 where its writer found none. */
export interface SavedText {
  readonly about: string;
  readonly text: string;
  readonly basedOn: number;
}

/**
 * The draft once saved; null when somebody (or the same person elsewhere) saved another text since the one this was made from: nothing is
 * overwritten then, and the page holds both.
 */
export function savedDraft(
  found: WorkDraft | null,
  { about, text, basedOn }: SavedText,
  by: Writer,
  now: Instant,
): WorkDraft | null {
  const current = draftAbout(found, about);
  if (current !== null && current.revision !== basedOn && current.text !== text) return null;
  const editors = { ...writingNow(current, now), [by.uid]: seen(current?.editors[by.uid], by, now) };
  return {
    ...{ about, text, by: { uid: by.uid, name: by.name }, savedAt: now, editors },
    // Counted on where the form changes: a page that holds the number of a draft of before never passes for up to date.
    revision: (found?.revision ?? 0) + 1,
    before: earlierText(current, text, by),
  };
}

/**
 * What a draft of this form corrects now. One of an earlier version, left open in a tab or on a device, must neither take the place of what a
 * colleague writes about the present one nor erase it.
 */
export function aboutNow(
  task: DraftedTask,
  { versions, report }: { readonly versions: number; readonly report: { readonly number: number } | null },
): string {
  return String(task === 'submitDiagnostic' ? versions : (report?.number ?? 0));
}

/** The draft of this form, and not of one of before. */
export function draftAbout(draft: WorkDraft | null, about: string): WorkDraft | null {
  return draft?.about === about ? draft : null;
}

/** The others who write now, whoever came first named first. */
export function otherWriters(draft: WorkDraft | null, uid: string, now: Instant): Editor[] {
  return Object.entries(writingNow(draft, now))
    .filter(([other]) => other !== uid)
    .map(([, editor]) => editor)
    .toSorted((one, other) => one.since - other.since);
}

function writingNow(draft: WorkDraft | null, now: Instant): Record<string, Editor> {
  return Object.fromEntries(Object.entries(draft?.editors ?? {}).filter(([, { seenAt }]) => now - seenAt < WRITING));
}

/** Who comes back after a pause begins anew. */
function seen(before: Editor | undefined, { name }: Writer, now: Instant): Editor {
  const goesOn = before !== undefined && now - before.seenAt < WRITING;
  return { name, since: goesOn ? before.since : now, seenAt: now };
}

/** Of one's own text, the device keeps what it was: that of somebody else would be lost. */
function earlierText(current: WorkDraft | null, text: string, { uid }: Writer): EarlierText | null {
  if (current === null || current.text === text) return current?.before ?? null;
  if (current.by.uid === uid) return current.before;
  return { text: current.text, byName: current.by.name, savedAt: current.savedAt };
}
