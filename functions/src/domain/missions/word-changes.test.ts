import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WordChange, wordChanges } from './word-changes.ts';

const shown = (changes: readonly WordChange[]) =>
  changes.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`)).join('');

describe('What changes from a text to another', () => {
  it.each([
    ['Deux ateliers.', 'Trois ateliers.', '[-Deux][+Trois] ateliers.'],
    ['Une grille de tarifs.', 'Une grille simple de tarifs.', 'Une grille [+simple ]de tarifs.'],
    ['Un audit, puis un plan.', 'Un plan.', 'Un [-audit, puis un ]plan.'],
    ['Deux petits ateliers.', 'Trois grands ateliers.', '[-Deux petits][+Trois grands] ateliers.'],
    ['', 'Un plan.', '[+Un plan.]'],
    ['Un plan.', '', '[-Un plan.]'],
    ['Un plan.', 'Un plan.', 'Un plan.'],
  ])('« %s » → « %s »', (before, after, expected) => {
    expect(shown(wordChanges(before, after))).toBe(expected);
  });

  it('is told whole where the texts are too long to compare word by word', () => {
    const [before, after] = ['ancien', 'nouveau'].map((word) =>
      Array.from({ length: 3_000 }, (_one, index) => `${word}${index}`).join(' '),
    );
    expect(wordChanges(`Début ${before}`, `Début ${after}`).map(({ kind }) => kind)).toEqual([
      'same',
      'removed',
      'added',
    ]);
  });
});

const text = fc
  .array(fc.constantFrom('atelier', 'plan', 'un', 'deux', ' ', '\n\n', '  ', 'tarif,'), { maxLength: 40 })
  .map((words) => words.join(''));

describe('Whatever the texts', () => {
  const forAll = (rule: (before: string, after: string, changes: readonly WordChange[]) => void) =>
    fc.assert(
      fc.property(text, text, (before, after) => rule(before, after, wordChanges(before, after))),
      { seed: 3, numRuns: 1_000 },
    );

  it('both are found again, whole', () => {
    forAll((before, after, changes) => {
      const without = (kind: WordChange['kind']) =>
        changes.map((change) => (change.kind === kind ? '' : change.text)).join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    });
  });

  it('no two stretches of one kind stand side by side, none is empty, and what goes stands before what comes', () => {
    forAll((_before, _after, changes) => {
      changes.forEach(({ kind, text: words }, index) => {
        expect(words).not.toBe('');
        const previous = changes[index - 1]?.kind;
        expect(previous).not.toBe(kind);
        expect([previous, kind]).not.toEqual(['added', 'removed']);
      });
    });
  });

  it('a text compared with itself has no change', () => {
    forAll((before) => {
      expect(wordChanges(before, before)).toEqual(before === '' ? [] : [{ kind: 'same', text: before }]);
    });
  });
});
