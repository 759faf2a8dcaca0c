import { type DraftStorage, forgetDraft, isAnswers, keepDraft, keptDraft } from '../draft.ts';

/** Requests whose outcome is not known, each with the id of the operation that made it. */
export interface PendingOperations {
  /** The id under which this request is sent: the same until its outcome is known. */
  readonly idOf: (intention: string, fresh: () => string) => string;
  readonly settle: (intention: string) => void;
}

/**
 * Kept on this device before anything is sent: a page closed or loaded again in the middle asks under the same id, which the server answers as it
 * did the first time. Where nothing can be kept, they last as long as the page.
 */
export function pendingOperations(storage: DraftStorage, key: string, now: () => number): PendingOperations {
  const pending = new Map(Object.entries(keptDraft(storage, key, isAnswers, now())?.value ?? {}));
  const keep = () => {
    if (pending.size === 0) forgetDraft(storage, key);
    else keepDraft(storage, key, Object.fromEntries(pending), now());
  };
  return {
    idOf: (intention, fresh) => {
      const operationId = pending.get(intention) ?? fresh();
      pending.set(intention, operationId);
      keep();
      return operationId;
    },
    settle: (intention) => {
      pending.delete(intention);
      keep();
    },
  };
}
