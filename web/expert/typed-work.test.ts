import { builtInForms } from '@sur-mesure/functions/domain/forms/built-in';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { describe, expect, test } from 'vitest';
import { noSplit } from './split.ts';
import { emptyDevis, emptyDocument, type TypedSubmission } from './submission.ts';
import { diagnosticPreview, lackingInPreview, toldFinals, toldSubmission } from './typed-work.ts';

const form = builtInForms.diagnostic;
const begun: TypedSubmission = {
  diagnostic: { ...emptyDocument, answers: { context: 'Un atelier.', gone: 'D’une question de l’ancienne version.' } },
  devis: emptyDevis,
  ...{ plannedStart: '', plannedEnd: '', split: noSplit },
};
const whole: TypedSubmission = {
  ...begun,
  devis: {
    ...emptyDevis,
    ...{ file: { fileId: 'f1', name: 'Devis.pdf' }, number: 'D-1', validUntil: '2025-04-01' },
    amounts: { ...emptyDevis.amounts, vat: '2000', excludingVatCents: 1_000_00 },
  },
  ...{ plannedStart: '2025-03-10', plannedEnd: '2025-06-10' },
};

describe('the preview of a diagnostic', () => {
  test('is of what the form asks now, and says what it puts in the place of what is not written', () => {
    expect(diagnosticPreview('m1', form, begun)).toEqual({
      ...{ missionId: 'm1', piece: 'diagnostic', answers: { context: 'Un atelier.' }, formVersion: 1 },
      ...{ devis: null, plannedStart: null, plannedEnd: null },
    });
    expect(lackingInPreview(begun)).toContain('le devis et les dates prévues');
  });

  test('has the devis and the days once they are whole', () => {
    expect(diagnosticPreview('m1', form, whole)).toMatchObject({
      ...{ devis: { number: 'D-1', amounts: { includingVatCents: 1_200_00 } }, plannedEnd: '2025-06-10' },
    });
    expect(lackingInPreview(whole)).toBe('');
  });
});

test('two texts are told apart by the questions of the form and the words of the devis', () => {
  const [one, other] = [toldSubmission(form, begun, {}), toldSubmission(form, whole, {})];
  expect([one['Contexte de la structure'], other['Numéro du devis']]).toEqual(['Un atelier.', 'D-1']);
  expect(one['Montant du devis']).not.toBe(other['Montant du devis']);
});

test('days are told in full, and parts by the names of the manufactures', () => {
  const names = { a: 'Atelier Boréal', b: 'La Forge' };
  const shared = (split: Partial<TypedSubmission['split']>) =>
    toldSubmission(form, { ...whole, split: { ...noSplit, ...split } }, names);
  expect(shared({ cents: { a: 1_000_00, b: null } })).toMatchObject({
    ...{ 'Début prévu': 'lundi 10 mars 2025', 'Devis valable jusqu’au': 'mardi 1er avril 2025' },
    ...{ 'Part d’Atelier Boréal': formatEuros(1_000_00), 'Part de La Forge': '' },
  });
  expect(shared({ way: 'percent', percents: { b: '40' } })['Part de La Forge']).toBe('40 %');
  expect(toldFinals({ a: 900_00 }, names)).toEqual({ 'Montant final pour Atelier Boréal': formatEuros(900_00) });
});
