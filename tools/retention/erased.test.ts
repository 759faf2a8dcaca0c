import { expect, it } from 'vitest';
import { erasedBy, marksIn } from './erased.ts';

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

it('Marks are found in whatever mails they are pasted with, once each, and nothing else is one', () => {
  const [one, other] = ['a1'.repeat(32), 'b2'.repeat(32)];
  expect(marksIn(`L’empreinte du compte\r\n${one}\r\n> ${other}\n${one}`)).toEqual([one, other]);
  expect(marksIn(`<p>${one.slice(0, 60)}=\r\n${one.slice(60)}</p>`)).toEqual([one]);
  expect(marksIn(`${one}0 ${one.slice(1)} ${one.toUpperCase()}`)).toEqual([]);
});
