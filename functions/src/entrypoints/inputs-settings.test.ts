import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { defaultSettings } from '../domain/programme/settings.ts';
import { valuesOf } from '../domain/settings/values.ts';
import { saveSettingsInput } from './inputs-settings.ts';

const accepts = (values: object) =>
  saveSettingsInput.safeParse({ operationId: randomUUID(), basedOn: 1, reason: '', values }).success;

it('Any setting that the table knows may be sent, and no other', () => {
  expect(accepts(valuesOf(defaultSettings))).toBe(true);
  expect(accepts({ quietPeriod: { from: '08-01', to: '08-31' }, adjustFourEyes: { mode: 'never' } })).toBe(true);
  expect(accepts({ version: 9 })).toBe(false);
  expect(accepts({ 'dates.opening': { day: '2024-01-01' } })).toBe(false);
  expect(accepts({ adjustFourEyes: { mode: 'above' } })).toBe(false);
});
