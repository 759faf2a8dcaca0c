import { hasWords } from '@sur-mesure/functions/domain/lists/words';
import type { Choice } from './ChoiceFields.tsx';

/** Beyond that many, nobody finds a name by scrolling, and each open field is as many elements of the page. */
export const MOST_CHOICES = 100;

export interface Narrowed<Value extends string> {
  readonly shown: readonly Choice<Value>[];
  /** How many more have these words. */
  readonly others: number;
}

/** Those whose label has every word, the first of them, and the one that is chosen whatever the words. */
export function narrowed<Value extends string>(
  choices: readonly Choice<Value>[],
  words: string,
  chosen: Value | undefined,
): Narrowed<Value> {
  const found = choices.filter(({ label }) => hasWords(label, words));
  const first = found.slice(0, MOST_CHOICES);
  const kept = choices.filter((choice) => choice.value === chosen && !first.includes(choice));
  return { shown: [...kept, ...first], others: found.length - first.length };
}
