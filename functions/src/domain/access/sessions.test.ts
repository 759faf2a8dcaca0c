import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../calendar.ts';
import { sessionEndsAt, sessionLengths } from './sessions.ts';

describe('a sign-in', () => {
  it('lasts thirty days for a laureate or an expert, twelve hours for staff, eight for an observer', () => {
    expect(sessionLengths).toEqual({ laureate: 30 * DAY, expert: 30 * DAY, staff: 12 * HOUR, observer: 8 * HOUR });
    expect(sessionEndsAt('observer', 1_000)).toBe(1_000 + 8 * HOUR);
  });
});
