import { describe, expect, it } from 'vitest';
import { frequencyOf } from './preferences.ts';

describe('When somebody is told', () => {
  it('is the default of the event, until that person chooses otherwise', () => {
    const item = { mail: 'missionChanged', when: 'weekly' } as const;
    expect(frequencyOf(item, {})).toBe('weekly');
    expect(frequencyOf(item, { missionChanged: 'now' })).toBe('now');
    expect(frequencyOf(item, { missionChanged: 'never' })).toBe('never');
    expect(frequencyOf(item, { messageReceived: 'never' })).toBe('weekly');
  });

  it('can’t be a choice that the mail does not leave', () => {
    expect(frequencyOf({ mail: 'diagnosticSubmitted', when: 'now' }, { diagnosticSubmitted: 'never' })).toBe('now');
    expect(frequencyOf({ mail: 'diagnosticSubmitted', when: 'now' }, { diagnosticSubmitted: 'daily' })).toBe('daily');
    expect(frequencyOf({ mail: 'validationNotice', when: 'now' }, { validationNotice: 'daily' })).toBe('now');
  });
});
