import { expect, it } from 'vitest';
import { erasedBy } from './erased.ts';

it('Whom an export says erased are those whose request was approved, and nobody else', () => {
  const request = (path: string, state: string) => ({ path, fields: { state: { stringValue: state } } });
  const states = ['approved', 'underWay', 'done', 'asked', 'withdrawn', 'refused'];
  expect(states.flatMap((state) => erasedBy(request(`erasureRequests/${state}`, state)))).toEqual([
    'approved',
    'underWay',
    'done',
  ]);
  expect([null, request('missions/m', 'done')].flatMap(erasedBy)).toEqual([]);
});
