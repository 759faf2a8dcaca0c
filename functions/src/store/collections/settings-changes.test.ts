import { expect, it } from 'vitest';
import { LONGEST_CHANGE, type SettingsChange } from '../../domain/settings/change.ts';
import { settingsChanges } from './settings-changes.ts';

const changeOf = (length: number): SettingsChange => ({
  ...{ version: 2, at: 1, by: { uid: 'camille', name: 'Camille Roux' }, reason: 'À la demande des lauréats.' },
  changed: [{ key: 'themes', before: 'é'.repeat(length), after: 'x' }],
});

it('The history keeps the longest change that is ever decided, and nothing longer', () => {
  const longest = changeOf(LONGEST_CHANGE);
  expect(settingsChanges.write(longest)).toEqual({ ...longest, schema: 1 });
  expect(() => settingsChanges.write(changeOf(LONGEST_CHANGE + 1))).toThrow(/before/);
});
