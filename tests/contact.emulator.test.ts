import { beforeAll, expect, it } from 'vitest';
import { defaultSettings } from '../functions/src/domain/programme/settings.ts';
import { call, expectCall } from './calls.ts';
import { openProgramme } from './programme.ts';

beforeAll(openProgramme);

it('anybody reads who answers for the service, and nothing else of the settings', async () => {
  expect(await expectCall('view', { name: 'contact' }, null)).toEqual({
    name: 'contact',
    contact: defaultSettings.contact,
  });
  expect(await call('view', { name: 'settings' }, null)).toMatchObject({ code: 'not-signed-in' });
});
