import { sum } from '@sur-mesure/functions/domain/money';
import { describe, expect, test } from 'vitest';
import {
  equalSplit,
  noSplit,
  oddCentsInWords,
  partsMissing,
  percentSplit,
  splitFault,
  splitInEuros,
  splitOf,
} from './split.ts';

const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ');
const inPercent = (percents: Record<string, string>) => ({ ...noSplit, way: 'percent', percents }) as const;

describe('the split of a devis in euros', () => {
  test('is the whole for a laureate alone', () => {
    expect(splitOf(['lac'], noSplit, 300_000)).toEqual({ lac: 300_000 });
    expect(splitFault(['lac'], splitInEuros({ lac: 1 }), 300_000)).toBeNull();
  });

  test('is taken when the parts of all add up, and of nobody else', () => {
    const typed = splitInEuros({ lac: 100_000, bois: 200_000, gone: 5 });
    expect(splitOf(['lac', 'bois'], typed, 300_000)).toEqual({ lac: 100_000, bois: 200_000 });
    expect(splitOf(['lac', 'bois'], splitInEuros({ lac: 300_000 }), 300_000)).toBeNull();
    expect(splitOf(['lac', 'bois'], splitInEuros({ lac: 100_000, bois: 100_000 }), 300_000)).toBeNull();
  });

  test('says what is missing or too much, once every part is typed', () => {
    const fault = (bois: number | null) => splitFault(['lac', 'bois'], splitInEuros({ lac: 100_000, bois }), 300_000);
    expect(fault(null)).toBeNull();
    expect(fault(150_000)).toMatch(/manque 500,00/);
    expect(fault(250_000)).toMatch(/dépassent le devis de 500,00/);
  });

  test('in equal parts adds up to the cent', () => {
    const { cents } = equalSplit(['a', 'b', 'c'], 100_000);
    expect(cents).toEqual({ a: 33_334, b: 33_333, c: 33_333 });
    expect(sum(Object.values(cents).flatMap((part) => part ?? []))).toBe(100_000);
  });
});

describe('the split of a devis in percent', () => {
  const ids = ['a', 'b', 'c'];
  const thirds = inPercent({ a: '33,34', b: '33,33', c: '33,33' });

  test('gives the cents of each, and says to whom the odd ones go', () => {
    const found = percentSplit(ids, thirds, 1_000_01);
    expect(found).toEqual({ split: { a: 33_341, b: 33_330, c: 33_330 }, odd: ['a'] });
    expect(splitOf(ids, thirds, 1_000_01)).toEqual(found?.split);
    expect(oddCentsInWords(['L’Atelier'])).toBe('Le centime qui ne se partage pas va à L’Atelier.');
    expect(oddCentsInWords([])).toBeNull();
  });

  test('tells percents that do not make 100', () => {
    expect(plain(splitFault(ids, inPercent({ a: '50', b: '30', c: '10' }), 100))).toBe(
      'Les parts font 90 % : il manque 10 %.',
    );
    expect(plain(splitFault(ids, inPercent({ a: '50', b: '30', c: '20,5' }), 100))).toBe(
      'Les parts font 100,5 % : c’est 0,5 % de trop.',
    );
    expect(splitOf(ids, inPercent({ a: '50', b: '30', c: '10' }), 100)).toBeNull();
    expect(splitFault(ids, thirds, 100)).toBeNull();
  });

  test('asks for the parts that are not there', () => {
    expect(partsMissing(ids, inPercent({ a: '50', b: 'x' }))).toEqual(['b', 'c']);
    expect(partsMissing(['a'], noSplit)).toEqual([]);
  });
});
