import { describe, expect, it } from 'vitest';
import { displayName, pieceKinds, pieces } from './pieces.ts';

describe('The name of a file, as shown', () => {
  it.each([
    ['an ordinary name', 'Devis été 2024.pdf', 'Devis été 2024.pdf'],
    ['decomposed accents are composed', 'Devis e\u0301te\u0301.pdf', 'Devis été.pdf'],
    ['a path', '../../etc/passwd', '.-.-etc-passwd'],
    ['Windows’ own characters', 'a\\b:c*d?e"f<g>h|i', 'a-b-c-d-e-f-g-h-i'],
    ['a direction that hides the ending', 'devis\u202efdp.exe', 'devisfdp.exe'],
    ['control characters', 'dev\u0000is\n.pdf', 'devis.pdf'],
    ['line separators', 'a\u2028b\u2029c', 'abc'],
    ['nothing', '', 'document'],
    ['only dots', '...', 'document'],
    ['only spaces', ' \u200b ', 'document'],
  ])('%s', (_name, typed, shown) => expect(displayName(typed)).toBe(shown));

  it('has at most 100 characters, and no half of one', () => {
    expect(displayName('é'.repeat(2_000))).toBe('é'.repeat(100));
    expect(Array.from(displayName(`a${'🧵'.repeat(200)}`)).length).toBe(100);
  });
});

describe('The pieces', () => {
  it('of a dossier are what the guide lists, and only they are shared with the experts', () => {
    const shared = pieceKinds.filter((kind) => pieces[kind].shared);
    expect(shared).toEqual(['application', 'incubationReport', 'scopingNote']);
    expect(pieceKinds.filter((kind) => pieces[kind].of === 'laureate')).toEqual(shared);
    expect(Object.keys(pieces)).toEqual([...pieceKinds]);
  });

  it('that the expert signs are deposited by the expert alone, and the attestation by nobody', () => {
    for (const kind of ['diagnostic', 'devis', 'report'] as const) expect(pieces[kind].depositedBy).toEqual(['expert']);
    expect(pieces.attestation.depositedBy).toEqual([]);
  });
});
