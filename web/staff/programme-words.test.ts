import type { ProgrammeReport } from '@sur-mesure/functions/domain/imports/report';
import { emptyBalance } from '@sur-mesure/functions/domain/subsidy/ledger';
import { describe, expect, it } from 'vitest';
import { programmeWords, totalLines } from './programme-words.ts';

const report = (change: Partial<ProgrammeReport> = {}): ProgrammeReport => ({
  ...{ created: 2, updated: 0, unchanged: 1, written: false, problems: [], changes: [], left: [], ignoredColumns: [] },
  totals: { laureates: [], before: emptyBalance, after: emptyBalance, differences: [] },
  ...change,
});
const problem = { line: 3, column: 'lauréat', value: 'FTL-9', reason: 'aucun lauréat' };

describe('What a file of a running programme holds', () => {
  it('is said in a sentence, before and after', () => {
    expect(programmeWords(report()).sentence).toBe('2\u00A0reprises à enregistrer, 1\u00A0reprise déjà là.');
    expect(programmeWords(report({ written: true })).sentence).toContain('2\u00A0reprises enregistrées');
    const refused = report({ created: 1, unchanged: 0, written: true, problems: [problem] });
    expect(programmeWords(refused)).toEqual({
      ...{ sentence: '1\u00A0reprise enregistrée, 1\u00A0ligne laissée de côté.', next: 'written' },
    });
    expect(programmeWords(report({ created: 0, unchanged: 0 })).sentence).toBe(
      'Le fichier ne contient rien à reprendre.',
    );
  });

  it('leads one way: totals that differ stop it, bad rows may be left aside', () => {
    const totals = { ...report().totals, differences: ['payé : 1 annoncés, 2 avec ce fichier'] };
    expect(programmeWords(report()).next).toBe('write');
    expect(programmeWords(report({ problems: [problem] })).next).toBe('writeWithoutBad');
    expect(programmeWords(report({ problems: [problem], totals })).next).toBe('totalsDiffer');
    expect(programmeWords(report({ created: 0 })).next).toBe('nothing');
    expect(programmeWords(report({ written: true })).next).toBe('written');
  });

  it('shows each figure before and after', () => {
    const after = { ...emptyBalance, settledCents: 1_500_00, committedCents: 500_00 };
    const lines = totalLines({ before: emptyBalance, after });
    expect(lines.map(({ label }) => label)).toEqual(['Attribué', 'Utilisé', 'Engagé', 'Réglé', 'Payé', 'Reste']);
    expect(lines.filter(({ changed }) => changed).map(({ label }) => label)).toEqual(['Utilisé', 'Engagé', 'Réglé']);
  });
});
