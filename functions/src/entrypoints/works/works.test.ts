import { expect, it } from 'vitest';
import { triggers } from '../../domain/incidents/triggers.ts';
import { works } from './works.ts';

it('every trigger has the work that bears its name', () => {
  const named = Object.entries(works).map(([name, { trigger }]) => [name, trigger]);
  expect(named).toEqual(
    Object.keys(triggers)
      .sort()
      .map((name) => [name, name]),
  );
});
