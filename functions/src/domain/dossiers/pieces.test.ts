import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName, dossierPieces, isShared, pieceKinds, pieces } from './pieces.ts';

describe('The name of a file, as shown', () => {
  it.each([
    ['an ordinary name', 'Devis été 2024.pdf', 'Devis été 2024.pdf'],
    ['decomposed accents are composed', 'Devis e\u0301te\u0301.pdf', 'Devis été.pdf'],
    ['a path', '../../etc/passwd', '.-.-etc-passwd'],
    ['two slashes', 'a//b', 'a--b'],
    ['Windows’ own characters', 'a\\b:c*d?e"f<g>h|i', 'a-b-c-d-e-f-g-h-i'],
    ['a direction that hides the ending', 'devis\u202efdp.exe', 'devisfdp.exe'],
    ['control characters', 'dev\u0000is\n.pdf', 'devis.pdf'],
    ['a header of its own', 'devis.pdf\r\nBcc: a@exemple.fr', 'devis.pdfBcc- a@exemple.fr'],
    ['line separators', 'a\u2028b\u2029c', 'abc'],
    ['half of a character', 'devis\ud83e.pdf', 'devis.pdf'],
    ['nothing', '', 'document'],
    ['only dots', '...', 'document'],
    ['only spaces', ' \u200b ', 'document'],
  ])('%s', (_name, typed, shown) => expect(displayName(typed)).toBe(shown));

  it('has at most 100 characters, and no half of one', () => {
    expect(displayName('é'.repeat(2_000))).toBe('é'.repeat(100));
    expect(Array.from(displayName(`a${'🧵'.repeat(200)}`)).length).toBe(100);
  });

  // Every character of Unicode is drawn: slower than most on a busy machine.
  it('is one line that a path, a header and a mail can carry, whatever was typed; shown again, it is the same', {
    timeout: 30_000,
  }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const shown = displayName(typed);
        expect(shown).toMatch(/[\p{L}\p{N}]/u);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]|\.\./u);
        expect(Array.from(shown).length).toBeLessThanOrEqual(100);
        expect(shown.normalize('NFC')).toBe(shown);
        expect(displayName(shown)).toBe(shown);
      }),
    );
  });
});

describe('The pieces', () => {
  it('of a dossier are what the guide lists, shared with the experts, and what the laureate adds, shared if it says so', () => {
    expect(dossierPieces).toEqual(['application', 'incubationReport', 'scopingNote', 'other', 'logo']);
    const sharedWhen = (shared: boolean) => pieceKinds.filter((piece) => isShared({ piece, shared }));
    expect(sharedWhen(false)).toEqual(['application', 'incubationReport', 'scopingNote', 'logo']);
    expect(sharedWhen(true)).toEqual(dossierPieces);
    expect(Object.keys(pieces)).toEqual([...pieceKinds]);
  });

  it('that the expert signs are deposited by the expert alone, and what we make by nobody', () => {
    for (const kind of ['diagnostic', 'devis', 'report', 'invoice'] as const)
      expect(pieces[kind].depositedBy).toEqual(['expert']);
    for (const kind of ['attestation', 'statement'] as const) expect(pieces[kind].depositedBy).toEqual([]);
  });

  it('are replaced by those who deposit them at most; what binds in a mission by nobody, since each sending is a version', () => {
    for (const kind of pieceKinds) {
      const { of, binding, depositedBy, replacedBy } = pieces[kind];
      expect(depositedBy).toEqual(expect.arrayContaining([...replacedBy]));
      if (of === 'mission' && binding) expect(replacedBy).toEqual([]);
    }
  });
});
