import { formatEuros } from '@sur-mesure/functions/domain/money';
import { describe, expect, test } from 'vitest';
import {
  adjustmentErrors,
  adjustmentFollows,
  adjustmentInput,
  adjustmentTitle,
  awardErrors,
  awardInput,
  nothingAdjusted,
  nothingAwarded,
  signedEuros,
  type TypedAdjustment,
} from './subsidy-words.ts';

const correction: TypedAdjustment = {
  ...nothingAdjusted,
  ...{ kind: 'correction', sense: 'less', cents: 200_00, reason: ' Saisie en double. ' },
};
const asked = (typed: TypedAdjustment) => adjustmentErrors(typed).map(({ fieldId }) => fieldId);

describe('a correction', () => {
  test('asks what its kind needs, and nothing of another kind', () => {
    expect(asked(nothingAdjusted)).toEqual(['adjust-kind', 'adjust-amount', 'adjust-reason']);
    expect(asked({ ...nothingAdjusted, kind: 'correction' })).toContain('adjust-sense');
    expect(asked({ ...nothingAdjusted, kind: 'refund' })).toContain('adjust-mission');
    expect(asked({ ...nothingAdjusted, kind: 'transfer' })).toContain('adjust-other');
    expect(asked(correction)).toEqual([]);
  });

  test('is sent with its sign, and without what was typed for another kind', () => {
    expect(adjustmentInput({ ...correction, missionId: 'm1', otherLaureateId: 'lac' })).toEqual({
      ...{ kind: 'correction', cents: -200_00, missionId: null, otherLaureateId: null, reason: 'Saisie en double.' },
    });
    const refund = { ...correction, kind: 'refund', missionId: 'm1' } as const;
    expect(adjustmentInput(refund)).toMatchObject({ cents: 200_00, missionId: 'm1' });
    expect(adjustmentInput({ ...correction, cents: undefined })).toBeUndefined();
  });

  test('says what it leaves, and who must approve it', () => {
    const input = { kind: 'transfer', cents: 600_00, missionId: null, otherLaureateId: 'lac', reason: '' } as const;
    const file = { remainingCents: 1_000_00, fourEyes: { mode: 'above', cents: 500_00 } } as const;
    const [first, second, third] = adjustmentFollows(input, file);
    expect(first).toContain(signedEuros(-600_00));
    expect(second).toContain('une autre personne');
    expect(third).toContain(`Il restera ${formatEuros(400_00)}`);
    const alone = adjustmentFollows(input, { ...file, fourEyes: { mode: 'never' } });
    expect(alone.join(' ')).not.toContain('une autre personne');
    expect(alone.join(' ')).toContain('ne s’efface pas');
  });

  test('is titled by its kind, its effect here, and the other structure', () => {
    expect(adjustmentTitle({ kind: 'refund', cents: 300_00, otherName: null })).toBe(
      `Remboursement après clôture : +\u00a0${formatEuros(300_00)}`,
    );
    expect(adjustmentTitle({ kind: 'transfer', cents: 300_00, otherName: 'Le Lac' })).toContain('(Le Lac) : −');
  });
});

describe('an award', () => {
  const typed = { ...nothingAwarded, decision: 'CP/2024-02', date: '2024-02-20', ceilingCents: '1500000' };

  test('asks for the decision, its day, its ceiling and an amount within it', () => {
    expect(awardErrors(nothingAwarded).map(({ fieldId }) => fieldId)).toEqual([
      ...['award-decision', 'award-date', 'award-ceiling', 'award-amount'],
    ]);
    expect(awardErrors({ ...typed, amountCents: 15_000_01 })).toHaveLength(1);
    expect(awardErrors({ ...typed, amountCents: 15_000_00 })).toEqual([]);
  });

  test('is sent in cents', () => {
    expect(awardInput({ ...typed, amountCents: 5_000_00 })).toMatchObject({
      ceilingCents: 15_000_00,
      amountCents: 5_000_00,
    });
    expect(awardInput(typed)).toBeUndefined();
  });
});
