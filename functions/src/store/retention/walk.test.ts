import { expect, it } from 'vitest';
import { groupsOf } from './walk.ts';

it('The files of somebody are walked last: until then each night knows which of them go', () => {
  const groups = groupsOf(() => true);
  expect(groups.at(-1)).toBe('files');
  expect(groups.filter((group) => group === 'files')).toHaveLength(1);
  expect(groupsOf(({ kind }) => kind === 'mail')).toEqual(['outbox']);
});
