import type { TransferPlanView } from '@sur-mesure/functions/domain/laureates/views';
import { expect, test } from 'vitest';
import { transferErrors, transferLines } from './transfer-words.ts';

const mission = {
  missionId: 'm1',
  need: 'Revoir les tarifs',
  expertName: 'Oïkos',
  heldCents: 3_000_00,
  obstacle: null,
};
const plan: TransferPlanView = {
  fromName: 'Atelier du Lac',
  intoName: 'Le Bocal',
  missions: [mission, { ...mission, missionId: 'm2', heldCents: 1_000_00 }],
  remainingCents: 6_000_00,
  settledCents: 0,
  people: ['Anne Le Goff', 'Louis Martin'],
  stage: 'carry',
  proposedBy: null,
};

test('a transfer says what moves and what stays, before anybody confirms', () => {
  const said = transferLines(plan)
    .join(' ')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(said).toContain('2 missions en cours passent à Le Bocal, avec 4 000,00 € engagés.');
  expect(said).toContain('6 000,00 € non utilisés passent à Le Bocal.');
  expect(said).toContain('restent au registre d’Atelier du Lac');
  expect(said).toContain('Anne Le Goff et Louis Martin rejoignent Le Bocal.');
  expect(transferLines({ ...plan, people: [] }).join(' ')).toContain('Personne ne rejoint');
});

test('a transfer is confirmed by the name of who ends, typed by hand', () => {
  const typed = { intoId: 'bocal', typedName: 'atelier du lac ', reason: 'Fusion votée.' };
  expect(transferErrors(typed, 'Atelier du Lac')).toEqual([]);
  expect(
    transferErrors({ ...typed, typedName: 'Le Bocal', reason: '' }, 'Atelier du Lac').map((one) => one.fieldId),
  ).toEqual(['transfer-reason', 'transfer-name']);
});

test('a transfer says what pressing does, and who proposed it', () => {
  const said = (change: Partial<TransferPlanView>) => transferLines({ ...plan, ...change }).join(' ');
  expect(said({})).toContain('Votre confirmation réunit');
  expect(said({})).not.toContain('Proposé par');
  expect(said({ stage: 'propose' })).toContain('votre confirmation propose');
  expect(said({ stage: 'ownProposal', proposedBy: 'Inès Garnier' })).toContain('Proposé par Inès Garnier.');
});
