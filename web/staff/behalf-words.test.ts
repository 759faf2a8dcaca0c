import { expect, it } from 'vitest';
import { howChoices, nameMissing } from './behalf-words.ts';

it('Staff say how they were asked, in words', () => {
  expect(howChoices.map(({ label }) => label)).toEqual([
    'Par téléphone',
    'Par courriel',
    'Par courrier',
    'De vive voix',
  ]);
});

it('and by whom: nothing is done in anybody’s name otherwise', () => {
  expect(nameMissing('  ')).toContain('nom');
  expect(nameMissing('Anne Le Goff')).toBeUndefined();
});
