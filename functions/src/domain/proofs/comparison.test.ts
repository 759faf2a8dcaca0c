import { expect, it } from 'vitest';
import { type Comparison, compare } from './comparison.ts';

it.each<[string, readonly string[], string | null, Comparison]>([
  ['is identical when a proof names it', ['p1'], null, 'identical'],
  ['is unknown when no proof names it', [], null, 'unknown'],
  ['is identical to one of the proof that was asked for', ['p1', 'p2'], 'p2', 'identical'],
  ['is different when only other proofs name it', ['p1'], 'p2', 'different'],
  ['is different when no proof names it and one was asked for', [], 'p1', 'different'],
])('A file %s', (_name, named, proofId, expected) => expect(compare(named, proofId)).toBe(expected));

it('A number that does not exist is answered as one that does, whatever the file', () => {
  for (const named of [[], ['p1']]) expect(compare(named, 'no-such-proof')).toBe(compare(named, 'p2'));
});
