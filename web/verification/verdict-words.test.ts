import { comparisons } from '@sur-mesure/functions/domain/proofs/comparison';
import { refuse } from '@sur-mesure/functions/domain/refusal';
import { describe, expect, test } from 'vitest';
import { connectionLost } from '../common/api/refusals.ts';
import { failureWords, proofIdIn, verdicts } from './verdict-words.ts';

describe('the words of the verification page', () => {
  test.each(comparisons)('%s says of which proof where one was given, and of none otherwise', (comparison) => {
    const { sentence } = verdicts[comparison];
    expect(sentence('m1-validation-4').includes('m1-validation-4')).toBe(comparison !== 'unknown');
    expect(sentence(null)).not.toContain('null');
  });

  test('keep the sentence of a limit, and say that the hash is kept when nobody answered', () => {
    const limit = refuse('too-many-comparisons', 'Réessayez dans une heure.');
    expect(failureWords(limit)).toBe('Réessayez dans une heure.');
    expect(failureWords(connectionLost)).toContain('L’empreinte du fichier est calculée et gardée');
  });

  test.each([
    ['', null],
    ['  ', null],
    [' aB3-validation-7\n', 'aB3-validation-7'],
    ['aB3-validation- 7', 'aB3-validation-7'],
    ['n° 7', undefined],
    ['https://exemple.fr/?preuve=1', undefined],
  ])('read the number « %s » as %s', (typed, number) => expect(proofIdIn(typed)).toBe(number));
});
