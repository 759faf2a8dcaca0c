import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allStates } from '../functions/src/domain/missions/states.ts';
import { missionStatesPage, PAGE } from './diagram.ts';

it('docs/mission-states.md is what the table prints: run `node tools/diagram.ts` after changing it', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(missionStatesPage());
});

it('The diagram reaches every state', () => {
  const reached = new Set(Array.from(missionStatesPage().matchAll(/--> (\w+)/g), ([, state]) => state));
  expect(allStates.filter((state) => !reached.has(state))).toEqual([]);
});
