import { describe, expect, it } from 'vitest';
import { targetOf } from './target.ts';

describe('the project of a command', () => {
  it.each<[string, string | null, NodeJS.ProcessEnv, ReturnType<typeof targetOf>]>([
    ['is the one it names', 'reel', { GCLOUD_PROJECT: 'autre' }, { project: 'reel', emulator: null }],
    ['else that of the environment', null, { GOOGLE_CLOUD_PROJECT: 'reel' }, { project: 'reel', emulator: null }],
    [
      'is in the emulators that run, where some do',
      'reel',
      { FIRESTORE_EMULATOR_HOST: 'ici:1' },
      { project: 'reel', emulator: 'ici:1' },
    ],
    ['is nowhere when nothing names it', null, {}, null],
  ])('%s', (_rule, named, environment, target) => expect(targetOf(named, environment)).toEqual(target));

  it('is never a real one when it is a demonstration', () => {
    expect(targetOf('demo-x', {})?.emulator).toMatch(/^127\.0\.0\.1:\d+$/);
  });
});
