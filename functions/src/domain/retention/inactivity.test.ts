import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../calendar.ts';
import { categories } from './categories.ts';
import { type InactivityNotice, inactivityStep } from './inactivity.ts';

const lastActive = '2024-11-30';
const due = '2026-11-30';
const step = (today: Day, notice: InactivityNotice | null = null, active = lastActive) =>
  inactivityStep('e1', { lastActive: active, notice, today });
const notice = (dueOn: Day, ...warned: InactivityNotice['warned']): InactivityNotice => ({
  expertId: 'e1',
  dueOn,
  warned,
});

describe('A company that shows no activity', () => {
  it('is told thirty days before its twenty-four months are over, and not the day before that', () => {
    expect(step(addDays(due, -31))).toEqual({ kind: 'nothing' });
    expect(step(addDays(due, -30))).toEqual({ kind: 'warn', before: 30, notice: notice(due, 30) });
  });

  it('is told again seven days before, once', () => {
    expect(step(addDays(due, -8), notice(due, 30))).toEqual({ kind: 'nothing' });
    expect(step(addDays(due, -7), notice(due, 30))).toEqual({ kind: 'warn', before: 7, notice: notice(due, 30, 7) });
    expect(step(addDays(due, -7), notice(due, 30, 7))).toEqual({ kind: 'nothing' });
  });

  it('is made anonymous on its day, after both', () => {
    expect(step(addDays(due, -1), notice(due, 30, 7))).toEqual({ kind: 'nothing' });
    expect(step(due, notice(due, 30, 7))).toEqual({ kind: 'anonymise' });
  });

  it('never has less time than it was told: a job that did not run makes the end later', () => {
    const late = addDays(due, 100);
    expect(step(late)).toEqual({ kind: 'warn', before: 30, notice: notice(addDays(late, 30), 30) });
    expect(step(late, notice(due, 30))).toEqual({ kind: 'warn', before: 7, notice: notice(addDays(late, 7), 30, 7) });
  });

  it('is judged by sign-ins that are kept longer than it may stay silent', () => {
    expect(categories.lastSignIns.keep.months).toBeGreaterThan(categories.experts.keep.months);
  });

  it('that comes back is left alone, and its warnings are forgotten', () => {
    expect(step(due, notice(due, 30, 7), '2026-11-29')).toEqual({ kind: 'forget' });
    expect(step(due, null, '2026-11-29')).toEqual({ kind: 'nothing' });
  });
});
