import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../programme/settings.ts';
import { delayRows } from './delays.ts';
import type { MissionMove } from './facts.ts';
import { journal } from './testing/facts.ts';

const settings = defaultSettings;

describe('The time that a step takes', () => {
  it('is counted in working days, from its beginning to its answer', () => {
    // From Friday to Tuesday: the weekend is not counted, nor Easter Monday (1 April 2024).
    const moves = journal(
      'm1',
      ['2024-03-29', 'request', 'awaiting_expert'],
      ['2024-04-02', 'accept', 'awaiting_diagnostic'],
    );
    expect(delayRows({ moves, settings })).toEqual([{ step: 'awaiting_expert', stays: 1, median: 1, ninth: 1 }]);
  });

  it('is the median of its stays, with what nine in ten do not exceed', () => {
    const days = ['06', '07', '08', '11', '12', '13', '14', '15', '18', '29'];
    const moves = days.flatMap((day, index) =>
      journal(`m${index}`, ['2024-03-05', 'request', 'awaiting_expert'], [`2024-03-${day}`, 'decline', 'declined']),
    );
    expect(delayRows({ moves, settings })).toEqual([{ step: 'awaiting_expert', stays: 10, median: 5.5, ninth: 9 }]);
  });

  it('counts each stay of a mission that was sent back, and the whole once', () => {
    const moves = journal(
      'm1',
      ['2024-03-04', 'request', 'awaiting_expert'],
      ['2024-03-05', 'accept', 'awaiting_diagnostic'],
      ['2024-03-06', 'submitDiagnostic', 'awaiting_validation'],
      ['2024-03-07', 'sendBack', 'awaiting_correction'],
      ['2024-03-08', 'submitDiagnostic', 'awaiting_validation'],
      ['2024-03-13', 'validate', 'awaiting_report'],
      ['2024-03-14', 'submitReport', 'awaiting_confirmation'],
      ['2024-03-15', 'confirmService', 'closed'],
    );
    const rows = delayRows({ moves: moves.toReversed(), settings });
    expect(rows.map(({ step, stays, median }) => [step, stays, median])).toEqual([
      ['awaiting_expert', 1, 1],
      ['awaiting_diagnostic', 1, 1],
      ['awaiting_validation', 2, 2],
      ['awaiting_correction', 1, 1],
      ['awaiting_report', 1, 1],
      ['awaiting_confirmation', 1, 1],
      ['untilValidation', 1, 7],
      ['whole', 1, 9],
    ]);
  });

  it('leaves out what nobody answered: suspended, cancelled, without an answer, or begun outside of this service', () => {
    const moves = [
      ...journal('m1', ['2024-03-04', 'request', 'awaiting_expert'], ['2024-03-20', 'expire', 'expired']),
      ...journal('m2', ['2024-03-04', 'request', 'awaiting_expert'], ['2024-03-20', 'cancel', 'cancelled']),
      ...journal(
        'm3',
        ['2024-03-04', 'takeOver', 'awaiting_report'],
        ['2024-03-05', 'submitReport', 'awaiting_confirmation'],
        ['2024-03-06', 'hold', 'on_hold'],
        ['2024-03-07', 'resume', 'awaiting_confirmation'],
        ['2024-03-08', 'confirmService', 'closed'],
      ),
    ];
    expect(delayRows({ moves, settings })).toEqual([]);
  });

  const validated = [
    ['2024-03-04', 'request', 'awaiting_expert'],
    ['2024-03-05', 'accept', 'awaiting_diagnostic'],
    ['2024-03-06', 'submitDiagnostic', 'awaiting_validation'],
    ['2024-03-07', 'validate', 'awaiting_report'],
  ] as const;
  const stepsOf = (moves: readonly MissionMove[]) => delayRows({ moves, settings }).map(({ step }) => step);

  it('leaves out a closing without the missing piece, which nobody answered, and not what was answered before', () => {
    const reported = [...validated, ['2024-03-08', 'submitReport', 'awaiting_confirmation']] as const;
    const answered = ['awaiting_expert', 'awaiting_diagnostic', 'awaiting_validation', 'awaiting_report'];
    const without = stepsOf(journal('m1', ...reported, ['2024-03-29', 'closeWithout', 'closed']));
    expect(without).toEqual([...answered, 'untilValidation']);
    const confirmed = stepsOf(journal('m1', ...reported, ['2024-03-29', 'confirmService', 'closed']));
    expect(confirmed).toEqual([...answered, 'awaiting_confirmation', 'untilValidation', 'whole']);
  });

  it('leaves out of the whole what was suspended on the way, and of the first validation what was suspended before it', () => {
    const held = journal(
      'm1',
      ...validated,
      ['2024-03-08', 'hold', 'on_hold'],
      ['2024-03-18', 'resume', 'awaiting_report'],
      ['2024-03-19', 'submitReport', 'awaiting_confirmation'],
      ['2024-03-20', 'confirmService', 'closed'],
    );
    expect(stepsOf(held)).toContain('untilValidation');
    expect(stepsOf(held)).not.toContain('whole');
    const heldBefore = journal(
      'm2',
      ['2024-03-04', 'request', 'awaiting_expert'],
      ['2024-03-05', 'hold', 'on_hold'],
      ['2024-03-15', 'resume', 'awaiting_expert'],
      ['2024-03-18', 'accept', 'awaiting_diagnostic'],
      ['2024-03-19', 'submitDiagnostic', 'awaiting_validation'],
      ['2024-03-20', 'validate', 'awaiting_report'],
    );
    expect(stepsOf(heldBefore)).not.toContain('untilValidation');
  });
});
