import { describe, expect, it } from 'vitest';
import { HOUR } from '../calendar.ts';
import { faultOf, isTooOld } from './faults.ts';

const withCode = (code: unknown) => Object.assign(new Error('Anne Le Goff, anne@exemple.fr'), { code });

describe('an error that a trigger meets', () => {
  it.each([4, 8, 10, 14, '503', 429, 'ECONNRESET', 'EAI_AGAIN'])('%s passes: the platform tries again', (code) => {
    expect(faultOf(withCode(code)).passing).toBe(true);
  });

  it.each([3, 5, 7, 9, 403, 404, 'storage/unknown', undefined])('%s lasts: somebody must look', (code) => {
    expect(faultOf(withCode(code)).passing).toBe(false);
  });

  it('is kept as a code, never as a message that quotes a person', () => {
    expect(faultOf(withCode(undefined)).code).toBe('Error');
    expect(faultOf(new TypeError('Anne Le Goff')).code).toBe('TypeError');
    expect(faultOf(withCode('Anne Le Goff')).code).toBe('Error');
    expect(faultOf('Anne Le Goff').code).toBe('not-an-error');
  });
});

it('an event is too old after six hours, not before', () => {
  expect([isTooOld(0, 6 * HOUR), isTooOld(0, 6 * HOUR + 1)]).toEqual([false, true]);
});
