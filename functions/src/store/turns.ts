/**
 * Lets works on one thing go one at a time, in the order in which they came, within this process. Five decisions on one subsidy at once would
 * each read, decide and lose to each other: fifteen attempts, billed and paid in processor time, where five are enough.
 *
 * Nothing rests on it: another instance, or another laureate of a shared mission, races all the same, and the preconditions of the commit settle
 * it (`optimistic.ts`). A work that fails lets the next one go.
 */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  async take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const result = (this.#last.get(key) ?? Promise.resolve()).then(work);
    const over = result.then(ignore, ignore);
    this.#last.set(key, over);
    try {
      return await result;
    } finally {
      if (this.#last.get(key) === over) this.#last.delete(key);
    }
  }

  /** How many things somebody works on or waits for. */
  get size(): number {
    return this.#last.size;
  }
}

/** The next one waits for the end, whatever it was; whoever asked gets the result or the error. */
function ignore(): void {}
