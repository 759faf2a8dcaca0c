import { describe, expect, test } from 'vitest';
import { cleanSegment, documentName, folderName, uniquePath } from './names.ts';

describe('a name in an archive', () => {
  test.each([
    ['Devis été.pdf', 'Devis été.pdf'],
    ['../../etc/passwd', '-.-etc-passwd'],
    ['.cache', 'cache'],
    ['CON.pdf', 'CON_.pdf'],
    ['aux', 'aux_'],
    ['fin. ', 'fin'],
    ['...', 'document'],
    ['devis\u202efdp.exe', 'devisfdp.exe'],
  ])('%s becomes %s', (typed, clean) => expect(cleanSegment(typed)).toBe(clean));

  test('is at most 80 characters, its ending kept', () => {
    const clean = cleanSegment(`${'é'.repeat(95)}.docx`);
    expect(Array.from(clean).length).toBe(80);
    expect(clean).toMatch(/é\.docx$/);
  });
});

describe('a document in an archive', () => {
  const createdAt = Date.UTC(2025, 2, 4, 23, 30);

  test('is called by its day in Paris, what it is, and its own name', () => {
    const named = (name: string) => documentName({ createdAt, piece: 'devis', name });
    expect(named('plan.pdf')).toBe('2025-03-05 Devis - plan.pdf');
    // A name is not read as a pattern.
    expect(named('$& {jour}.pdf')).toBe('2025-03-05 Devis - $& {jour}.pdf');
    expect(Array.from(named(`${'é'.repeat(300)}.docx`)).length).toBeLessThanOrEqual(80);
  });

  test('has a path of its own, whatever the capitals', () => {
    const taken = new Set<string>();
    expect(['plan.pdf', 'Plan.PDF', 'plan.pdf'].map((name) => uniquePath('', name, taken))).toEqual([
      'plan.pdf',
      'Plan (2).PDF',
      'plan (3).pdf',
    ]);
  });

  test('is in a folder that an id makes unlike any other', () => {
    expect(folderName('2025-03-04 Atelier: Durand / Fils', 'm1')).toBe('2025-03-04 Atelier- Durand - Fils [m1]');
  });
});
