import type { Check } from './invariants.ts';

/** What became of one invariant. */
export interface Verdict {
  readonly name: string;
  /** Empty when it holds. */
  readonly counterExamples: readonly string[];
}

/** Each row of a table, one after the other. A check that throws found something that nothing could read: it is broken. */
export async function checkAll<Given>(table: Readonly<Record<string, Check<Given>>>, given: Given): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const [name, check] of Object.entries(table)) {
    const counterExamples = await found(check, given);
    verdicts.push({ name, counterExamples });
  }
  return verdicts;
}

async function found<Given>(check: Check<Given>, given: Given): Promise<readonly string[]> {
  try {
    return await check(given);
  } catch (error) {
    return [`the check failed: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

export function brokenOf(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.filter(({ counterExamples }) => counterExamples.length > 0);
}

/** Most counter-examples of one invariant that are said. */
const SAID = 3;

export function sayVerdicts(verdicts: readonly Verdict[], say: (line: string) => void): void {
  for (const { name, counterExamples } of verdicts) {
    say(`${counterExamples.length === 0 ? 'holds ' : 'BROKEN'} ${name}`);
    for (const one of counterExamples.slice(0, SAID)) say(`         ${one}`);
  }
}
