/** One thing that is not as it was kept. */
export interface Difference {
  readonly what: string;
  readonly how: 'missing' | 'added' | 'changed';
}

const words = { missing: 'manque', added: 'est en trop', changed: 'a changé' } as const satisfies Record<
  Difference['how'],
  string
>;

export function sentenceOf({ what, how }: Difference): string {
  return `${what} ${words[how]}.`;
}

/** What is found against what was kept: names and hashes, a hundred bytes each in memory. */
export class Comparison {
  readonly #expected: Map<string, string>;
  readonly #found: Difference[] = [];

  constructor(expected: ReadonlyMap<string, string>) {
    this.#expected = new Map(expected);
  }

  see(what: string, hash: string): void {
    const kept = this.#expected.get(what);
    this.#expected.delete(what);
    if (kept === undefined) this.#found.push({ what, how: 'added' });
    else if (kept !== hash) this.#found.push({ what, how: 'changed' });
  }

  /** To be asked once everything was seen. */
  differences(): Difference[] {
    const missing = [...this.#expected.keys()].map((what): Difference => ({ what, how: 'missing' }));
    return [...this.#found, ...missing];
  }
}
