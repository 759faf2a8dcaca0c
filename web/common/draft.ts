import { useState } from 'preact/hooks';

/** Of every draft on this device; then the person's uid, where somebody is signed in. */
export const draftPrefix = 'sur-mesure.draft.';
const keptMs = 90 * 24 * 60 * 60 * 1000;

interface KeptDraft {
  readonly savedAt: number;
  readonly value: unknown;
}

function isKept(value: unknown): value is KeptDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'savedAt' in value &&
    typeof value.savedAt === 'number' &&
    'value' in value
  );
}

/** Of a list kept in a draft. */
export function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A draft under `key`, when there is one less than 90 days old and of the expected shape; anything else is forgotten. */
export function keptDraft<Value>(
  storage: DraftStorage,
  key: string,
  accepts: (value: unknown) => value is Value,
  now: number,
): { readonly value: Value; readonly savedAt: number } | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(draftPrefix + key) ?? 'null');
    if (isKept(kept) && now - kept.savedAt < keptMs && accepts(kept.value))
      return { value: kept.value, savedAt: kept.savedAt };
    storage.removeItem(draftPrefix + key);
  } catch {
    // Storage may be closed (private browsing) or its content cut: writing goes on without a draft.
  }
  return undefined;
}

export function keepDraft(storage: DraftStorage, key: string, value: unknown, now: number): boolean {
  try {
    storage.setItem(draftPrefix + key, JSON.stringify({ savedAt: now, value } satisfies KeptDraft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(storage: DraftStorage, key: string): void {
  try {
    storage.removeItem(draftPrefix + key);
  } catch {
    // Nothing was kept where nothing can be.
  }
}

export interface Draft<Value> {
  readonly value: Value;
  readonly change: (value: Value) => void;
  /** Changes what is shown without keeping it: what was just sent is no draft any more. */
  readonly show: (value: Value) => void;
  /** When the text found on arrival had been kept, to say « Votre texte du … a été repris ». */
  readonly restoredFrom: number | undefined;
  /** Whose text it is, where it is not one's own. */
  readonly restoredBy?: string | null;
  /** After success: the draft is no longer needed. */
  readonly clear: () => void;
}

/**
 * A form's value, kept on this device at each change and given back on the next visit. `key` names the person and the form
 * (`lea.request.mission-12`), so that two people on one computer do not read each other.
 */
export function useDraft<Value>(
  key: string,
  initial: Value,
  accepts: (value: unknown) => value is Value,
): Draft<Value> {
  const [found] = useState(() => keptDraft(localStorage, key, accepts, Date.now()));
  const [value, setValue] = useState(found === undefined ? initial : found.value);
  return {
    value,
    // With the key press, not in an effect after the next frame: a phone that is put away between the two would lose the last words.
    change: (next) => {
      keepDraft(localStorage, key, next, Date.now());
      setValue(next);
    },
    show: setValue,
    restoredFrom: found?.savedAt,
    clear: () => forgetDraft(localStorage, key),
  };
}

/** The shape of the answers to a form of ours: question → text. */
export function isAnswers(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' && value !== null && Object.values(value).every((answer) => typeof answer === 'string')
  );
}
