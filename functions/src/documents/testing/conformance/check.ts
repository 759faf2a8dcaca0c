import { readFile } from './reading.ts';
import { drawingRules } from './rules-drawing.ts';
import { fileRules } from './rules-file.ts';
import { structureRules } from './rules-structure.ts';

/**
 * The rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) that a file of ours may break, each checked on what was produced. It is not
 * veraPDF, which needs Java and its own downloads: what neither our engine nor a picture can bring into a file (encryption by passwords, layers,
 * sounds, fonts of other kinds) is refused in passing or not looked for.
 */
export const rules = { ...fileRules, ...structureRules, ...drawingRules } as const;

export type RuleName = keyof typeof rules;

export function isRuleName(name: string): name is RuleName {
  return name in rules;
}

export interface Fault {
  rule: RuleName;
  /** What breaks it, and where: the first places are enough to find it. */
  places: readonly string[];
}

/** Which rules a file breaks; none when it may carry both identifiers. @throws when it is no PDF. */
export async function faultsOf(bytes: Uint8Array): Promise<Fault[]> {
  const file = await readFile(bytes);
  return Object.keys(rules)
    .filter(isRuleName)
    .map((rule) => ({ rule, places: rules[rule](file).slice(0, 5) }))
    .filter(({ places }) => places.length > 0);
}
