import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../domain/programme/settings.ts';
import { settingsOfOneSweep } from './deliver-mail.ts';

/** A store that fails this many times, then answers. */
function store(failing: number) {
  const asked = { times: 0 };
  const reading = async () => {
    asked.times += 1;
    if (asked.times <= failing) throw new Error('14 UNAVAILABLE');
    return defaultSettings;
  };
  return { asked, reading };
}

describe('The settings of one sweep', () => {
  it('are read once for all its mails, also for two at once', async () => {
    const { asked, reading } = store(0);
    const settings = settingsOfOneSweep(reading);
    await expect(Promise.all([settings(), settings()])).resolves.toEqual([defaultSettings, defaultSettings]);
    await settings();
    expect(asked.times).toBe(1);
  });

  it('are read again by the mail that follows one for which they could not be', async () => {
    const { asked, reading } = store(1);
    const settings = settingsOfOneSweep(reading);
    await expect(settings()).rejects.toThrow('UNAVAILABLE');
    await expect(settings()).resolves.toBe(defaultSettings);
    expect(asked.times).toBe(2);
  });
});
