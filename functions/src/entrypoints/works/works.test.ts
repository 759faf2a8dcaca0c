import { expect, it } from 'vitest';
import { triggers } from '../../domain/incidents/triggers.ts';
import { works } from './works.ts';

it('every trigger has the work that bears its name', async () => {
  const named = await Promise.all(
    Object.entries(works).map(async ([name, load]) => [name, (await load()).trigger] as const),
  );
  expect(named).toEqual(
    Object.keys(triggers)
      .sort()
      .map((name) => [name, name]),
  );
});
