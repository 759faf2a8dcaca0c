import { draftPrefix, forgetDraft, keptDraft } from '../draft.ts';
import type { UserStorage } from '../session/kept-user.ts';

/** What this device knows of the text it holds, kept beside it under `.mark`. */
export interface Known {
  readonly mark: number;
  /** Whether the text is the one of `mark`, untouched since. */
  readonly untouched: boolean;
}

export function isKnown(value: unknown): value is Known {
  return (
    typeof value === 'object' &&
    value !== null &&
    'mark' in value &&
    typeof value.mark === 'number' &&
    'untouched' in value &&
    typeof value.untouched === 'boolean'
  );
}

/**
 * When a person signs out, maybe on a device that others use: the drafts that the server keeps word for word leave this device, and are there again at
 * the next sign-in. What exists nowhere else stays.
 */
export function forgetDraftsKeptElsewhere(storage: UserStorage, uid: string, now: number): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys) {
    if (!key.startsWith(`${draftPrefix}${uid}.`) || !key.endsWith('.mark')) continue;
    const mark = key.slice(draftPrefix.length);
    const known = keptDraft(storage, mark, isKnown, now)?.value;
    if (known === undefined || known.mark === 0 || !known.untouched) continue;
    forgetDraft(storage, mark.slice(0, -'.mark'.length));
    forgetDraft(storage, mark);
  }
}
