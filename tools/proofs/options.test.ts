import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('npm run proofs writes nothing unless it is told to, and says what it lacks', () => {
  expect(readOptions(['--project', 'sur-mesure'], {})).toEqual({ apply: false, project: 'sur-mesure', emulator: null });
  expect(readOptions(['--apply'], { GCLOUD_PROJECT: 'demo-sur-mesure' })).toMatchObject({
    apply: true,
    emulator: expect.stringMatching(/:\d+$/),
  });
  expect(readOptions([], {})).toContain('--project');
  expect(readOptions(['--force'], { GCLOUD_PROJECT: 'demo-x' })).toContain('Option inconnue');
});
