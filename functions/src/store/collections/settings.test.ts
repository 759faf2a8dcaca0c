import { expect, it } from 'vitest';
import { defaultSettings } from '../../domain/programme/settings.ts';
import { settingKeys, settingRow } from '../../domain/settings/rows.ts';
import { settingsOf, valuesOf } from '../../domain/settings/values.ts';
import { settings } from './settings.ts';

it('Whatever the table of settings lets staff choose can be kept', () => {
  for (const key of settingKeys) {
    const row = settingRow(key);
    const bounds = row.kind === 'count' || row.kind === 'size' ? [row.least, row.most] : [];
    for (const bound of bounds) {
      const chosen = settingsOf({ ...valuesOf(defaultSettings), [key]: bound }, 2);
      expect(settings.write(chosen), key).toEqual({ ...chosen, schema: 1 });
    }
  }
});
