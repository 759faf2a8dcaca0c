import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('npm run migrate writes nothing unless it is told to, and only in a project that its line names', () => {
  expect(readOptions(['--project', 'sur-mesure'], {})).toEqual({ apply: false, project: 'sur-mesure', emulator: null });
  expect(readOptions(['--project', 'demo-x', '--apply'], {})).toMatchObject({ apply: true });
  expect(readOptions(['--apply'], { GCLOUD_PROJECT: 'sur-mesure' })).toContain('--project');
  expect(readOptions(['--force'], {})).toContain('Option inconnue');
});
