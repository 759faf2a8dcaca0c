import { describe, expect, it } from 'vitest';
import { builtInForms } from '../forms/built-in.ts';
import { type SubmittedAmounts, totalsOnly } from '../subsidy/share.ts';
import type { ActionName } from './actions.ts';
import type { Submission } from './mission.ts';
import { type ToldVersion, toldTo, type VersionChange, versionBefore, versionChanges } from './version-changes.ts';

const form = builtInForms.diagnostic;
const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? null;

const submission: Submission = {
  ...{ version: 1, at: 0, by: 'Ousmane Diarra', plannedStart: '2026-12-01', plannedEnd: '2027-01-31' },
  diagnostic: {
    ...{ kind: 'form', formVersion: form.version, fileId: 'm-diagnostic-1' },
    answers: { context: 'Un atelier de tissage.', method: 'Deux ateliers.' },
  },
  devis: { fileId: 'devis-1', number: 'D-1', validUntil: '2026-12-31', issuer: null },
};
const version = (changed: Partial<Submission> = {}, more: Partial<ToldVersion> = {}): ToldVersion => ({
  ...{ submission: { ...submission, ...changed }, amounts: totalsOnly(300_000, 60_000), shareCents: 360_000, form },
  ...more,
});
const said = (change: VersionChange) =>
  change.kind === 'value'
    ? `${change.label} : ${plain(change.before)} → ${plain(change.after)}`
    : `${change.label} (${change.kind})`;
const between = (before: ToldVersion, after: ToldVersion) => versionChanges(before, after).changes.map(said);

describe('Since the last version', () => {
  it('nothing is said of what stays', () => {
    expect(versionChanges(version(), version({ version: 2 }))).toEqual({ since: 1, changes: [] });
  });

  it('each amount, each day and the number of the devis are said, before and after', () => {
    const devis = { ...submission.devis, number: 'D-2', validUntil: '2027-02-28' };
    const next = version({ devis, plannedEnd: '2027-02-15' }, { amounts: totalsOnly(250_000, 50_000) });
    expect(between(version(), next)).toEqual([
      'Montant toutes taxes comprises : 3 600,00 € → 3 000,00 €',
      'Montant hors taxes : 3 000,00 € → 2 500,00 €',
      'TVA : 600,00 € → 500,00 €',
      'Fin prévue : dimanche 31 janvier 2027 → lundi 15 février 2027',
      'Devis valable jusqu’au : jeudi 31 décembre 2026 → dimanche 28 février 2027',
      'Numéro du devis : D-1 → D-2',
    ]);
  });

  it('a line of the devis is said when it comes, goes or changes', () => {
    const line = (label: string, excludingVatCents: number) => ({
      label,
      excludingVatCents,
      ratePerTenThousand: 2_000,
    });
    const amounts = totalsOnly(300_000, 60_000);
    const before = version({}, { amounts: { ...amounts, lines: [line('Étude', 200_000), line('Plan', 100_000)] } });
    const after = version({}, { amounts: { ...amounts, lines: [line('Étude', 250_000), line('Suivi', 50_000)] } });
    expect(between(before, after)).toEqual([
      'Ligne « Étude » : 2 000,00 € hors taxes, à 20 % → 2 500,00 € hors taxes, à 20 %',
      'Ligne « Plan » : 1 000,00 € hors taxes, à 20 % → null',
      'Ligne « Suivi » : null → 500,00 € hors taxes, à 20 %',
    ]);
  });

  it('an answer is compared word by word, under its question', () => {
    const answers = { context: 'Un atelier de tissage.', method: 'Trois ateliers.', deliverables: 'Un tableur.' };
    const diagnostic = { kind: 'form', formVersion: form.version, answers, fileId: 'm-diagnostic-2' } as const;
    const { changes } = versionChanges(version(), version({ diagnostic }));
    expect(changes.map(({ kind }) => kind)).toEqual(['text', 'text']);
    expect(changes[0]).toMatchObject({
      words: [
        { kind: 'removed', text: 'Deux' },
        { kind: 'added', text: 'Trois' },
        { kind: 'same', text: ' ateliers.' },
      ],
    });
  });

  it('a PDF that replaces another one is said, since only the reader can compare them', () => {
    const devis = { ...submission.devis, fileId: 'devis-2' };
    const own = version({ devis, diagnostic: { kind: 'file', fileId: 'f2' } }, { form: null });
    expect(between(version({ diagnostic: { kind: 'file', fileId: 'f1' } }, { form: null }), own)).toEqual([
      'Diagnostic préalable (document)',
      'Devis (document)',
    ]);
    // Filled on line, its PDF is only what we print of the same words.
    const printed = { ...submission.diagnostic, fileId: 'm-diagnostic-2' };
    expect(between(version(), version({ diagnostic: printed }))).toEqual([]);
  });
});

describe('The version that is compared with', () => {
  const event = (action: ActionName, of: number) => ({ action, version: of });

  it('is the last one that a laureate decided on', () => {
    const events = [event('submitDiagnostic', 1), event('sendBack', 1), event('submitDiagnostic', 2)];
    expect(versionBefore(2, events)).toBe(1);
    expect(versionBefore(3, [...events, event('sendBack', 2), event('submitDiagnostic', 3)])).toBe(2);
    expect(versionBefore(1, [event('submitDiagnostic', 1)])).toBeNull();
  });

  it('is never one that its author took back', () => {
    const events = [event('submitDiagnostic', 1), event('retract', 1), event('submitDiagnostic', 2)];
    expect(versionBefore(2, events)).toBeNull();
    const sent = [
      event('sendBack', 1),
      event('submitDiagnostic', 2),
      event('retract', 2),
      event('submitDiagnostic', 3),
    ];
    expect(versionBefore(3, sent)).toBe(1);
  });

  it('is the one before when only the split is new', () => {
    expect(versionBefore(2, [event('submitDiagnostic', 1), event('resplit', 2)])).toBe(1);
  });
});

describe('One laureate reads', () => {
  const submitted = (split: SubmittedAmounts['split']): SubmittedAmounts => ({
    ...{ version: 1, submission, amounts: totalsOnly(300_000, 60_000), split },
  });

  it('the whole devis when it pays alone, and its own part alone of one that is shared', () => {
    expect(toldTo('lac', submitted({ lac: 360_000 }), form)).toMatchObject({
      shareCents: 360_000,
      amounts: { vatCents: 60_000 },
    });
    const shared = toldTo('lac', submitted({ lac: 100_000, bois: 260_000 }), form);
    expect(shared).toMatchObject({ shareCents: 100_000, amounts: null });
    expect(toldTo('fer', submitted({ lac: 360_000 }), form)).toBeNull();
  });

  it('of a split that changes, its own part, and nothing that tells the others’', () => {
    const [was, is] = [submitted({ lac: 100_000, bois: 260_000 }), submitted({ lac: 120_000, bois: 240_000 })].map(
      (one) => toldTo('lac', one, form),
    );
    if (!was || !is) throw new Error('the laureate has a part of both');
    expect(between(was, is)).toEqual(['Votre part du devis : 1 000,00 € → 1 200,00 €']);
    const alone = toldTo('lac', submitted({ lac: 360_000 }), form);
    if (alone === null) throw new Error('the laureate pays it');
    expect(between(alone, was)).toEqual(['Votre part du devis : 3 600,00 € → 1 000,00 €']);
  });
});
