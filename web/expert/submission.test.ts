import { builtInForms } from '@sur-mesure/functions/domain/forms/built-in';
import type { Submission } from '@sur-mesure/functions/domain/missions/mission';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { totalsOnly } from '@sur-mesure/functions/domain/subsidy/share';
import { describe, expect, test } from 'vitest';
import { fileRow, handedIn, submission } from '../common/testing/fixtures.ts';
import { noAmounts } from './devis.ts';
import { noSplit, splitInEuros } from './split.ts';
import {
  firstSubmission,
  isSubmission,
  splitErrors,
  submissionErrors,
  submissionInput,
  type TypedSubmission,
} from './submission.ts';

const form = builtInForms.diagnostic;
const answers = { context: 'a', need: 'b', findings: 'c', goals: 'd', method: 'e', deliverables: 'f' };

const complete: TypedSubmission = {
  diagnostic: { way: 'form', answers, file: null },
  devis: {
    file: { fileId: 'f2', name: 'devis.pdf' },
    number: ' D-014 ',
    validUntil: '2026-12-31',
    issuer: null,
    amounts: { ...noAmounts, vat: '2000', excludingVatCents: 250_000 },
  },
  plannedStart: '2026-12-01',
  plannedEnd: '2026-12-20',
  split: noSplit,
};

const withAnswers: Submission = {
  ...submission,
  diagnostic: { kind: 'form', formVersion: 1, answers, fileId: 'f1' },
};

const mission = handedIn('awaiting_correction', { submission: withAnswers });

const view: Pick<MissionView, 'mission' | 'submitted' | 'files'> = {
  mission,
  submitted: {
    version: 1,
    submission: withAnswers,
    amounts: totalsOnly(300_000, 0),
    split: { lac: 300_000 },
  },
  files: [fileRow('f2', { piece: 'devis', name: 'devis.pdf' })],
};

function wrong(changes: Partial<TypedSubmission>, laureateIds = ['lac']): string[] {
  return submissionErrors(form, { ...complete, ...changes }, laureateIds).map(({ fieldId }) => fieldId);
}

describe('a diagnostic and its devis', () => {
  test('are sent when all is said', () => {
    expect(wrong({})).toEqual([]);
    expect(submissionInput(form, complete, ['lac'])).toEqual({
      diagnostic: { kind: 'form', answers, formVersion: 1 },
      devis: {
        fileId: 'f2',
        number: 'D-014',
        validUntil: '2026-12-31',
        issuer: null,
        amounts: {
          ...totalsOnly(250_000, 50_000),
          vat: { kind: 'rates', rates: [{ ratePerTenThousand: 2_000, baseCents: 250_000, vatCents: 50_000 }] },
        },
      },
      plannedStart: '2026-12-01',
      plannedEnd: '2026-12-20',
      split: { lac: 300_000 },
    });
  });

  test('need the PDF of the devis, and the PDF of the diagnostic when it is not filled on line', () => {
    const diagnostic = { ...complete.diagnostic, way: 'file' } as const;
    expect(wrong({ diagnostic, devis: { ...complete.devis, file: null } })).toEqual(['diagnostic-file', 'devis-file']);
    expect(submissionInput(form, { ...complete, diagnostic }, ['lac'])).toBeNull();
  });

  test('need dates in their order', () => {
    expect(wrong({ plannedEnd: '2026-11-30' })).toEqual(['planned-end']);
  });

  test('need the case of VAT, and the structure that issues the devis when there is one', () => {
    expect(wrong({ devis: { ...complete.devis, amounts: noAmounts } })).toEqual(['devis-vat']);
    const issuer = { name: '', siret: '732 829 320 00075' };
    expect(wrong({ devis: { ...complete.devis, issuer } })).toEqual(['devis-issuer-name', 'devis-issuer-siret']);
    const named = { name: ' Coopérer ', siret: '732 829 320 00074' };
    expect(
      submissionInput(form, { ...complete, devis: { ...complete.devis, issuer: named } }, ['lac'])?.devis.issuer,
    ).toEqual({
      name: 'Coopérer',
      siret: '73282932000074',
    });
  });

  test('need a part for each laureate that shares', () => {
    expect(wrong({}, ['lac', 'bois'])).toEqual(['split-lac']);
    expect(wrong({ split: splitInEuros({ lac: 300_000, bois: 1 }) }, ['lac', 'bois'])).toEqual(['split-lac']);
    expect(wrong({ split: splitInEuros({ lac: 100_000, bois: 200_000 }) }, ['lac', 'bois'])).toEqual([]);
    expect(splitErrors(['lac'], noSplit, 300_000)).toEqual([]);
  });
});

describe('a correction', () => {
  test('starts from the version before, its file included', () => {
    const first = firstSubmission(view);
    expect(first.diagnostic).toMatchObject({ way: 'form', answers });
    expect(first.devis.file).toEqual({ fileId: 'f2', name: 'devis.pdf' });
    expect(first.devis.amounts).toMatchObject({ vat: 'none', excludingVatCents: 300_000 });
    expect(submissionInput(form, first, ['lac'])?.split).toEqual({ lac: 300_000 });
  });

  test('asks for the file again when it is no longer there', () => {
    expect(firstSubmission({ ...view, files: [] }).devis.file).toBeNull();
  });
});

test('a kept draft is taken back only with the shape of the form', () => {
  expect(isSubmission(JSON.parse(JSON.stringify(complete)))).toBe(true);
  expect(isSubmission({ ...complete, devis: { number: 'D' } })).toBe(false);
  expect(isSubmission({ ...complete, diagnostic: { way: 'form', answers: { a: 1 }, file: null } })).toBe(false);
  expect(isSubmission('text')).toBe(false);
});
