import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('npm run proofs writes nothing unless it is told to, and says what it lacks', () => {
  expect(readOptions(['--project', 'sur-mesure'], {})).toEqual({
    ...{ apply: false, copy: null, project: 'sur-mesure', emulator: null },
  });
  expect(readOptions(['--copy', '--project', 'sur-mesure'], {})).toMatchObject({
    copy: { from: 'sur-mesure.firebasestorage.app', to: 'sur-mesure-preuves' },
  });
  expect(readOptions(['--apply'], { GCLOUD_PROJECT: 'demo-sur-mesure' })).toMatchObject({
    apply: true,
    emulator: expect.stringMatching(/:\d+$/),
  });
  expect(readOptions([], {})).toContain('--project');
  expect(readOptions(['--force'], { GCLOUD_PROJECT: 'demo-x' })).toContain('Option inconnue');
});
