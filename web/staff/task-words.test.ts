import { type StaffTask, type TaskKind, taskKinds, taskPath } from '@sur-mesure/functions/domain/staff/tasks';
import { describe, expect, it } from 'vitest';
import { laureatePartIn, partsFor } from './laureate-parts.ts';
import { groupsOf, summaryOf, verdictOf } from './task-words.ts';

const task = (id: string, change: Partial<StaffTask> = {}): StaffTask => ({
  ...{ id, kind: 'deadlinePassed', at: 0, about: id, laureateId: null, missionId: null, expertId: null },
  ...{ assigneeUid: null, snoozedUntil: null, closedAt: null, closedBy: null },
  ...change,
});
describe('What waits for the team', () => {
  it('is grouped by kind, what stops somebody first', () => {
    const tasks = [task('late'), task('held', { kind: 'missionOnHold' }), task('later')];
    expect(groupsOf(tasks).map(({ label, tasks: some }) => [label, ...some.map(({ id }) => id)])).toEqual([
      ['Mission suspendue', 'held'],
      ['Échéance dépassée', 'late', 'later'],
    ]);
  });

  it('is summed up in a sentence', () => {
    expect(summaryOf({ waiting: 3, mine: 1 })).toBe('3\u00a0choses à traiter, dont 1 à vous.');
    expect(summaryOf({ waiting: 3, mine: 0 })).toBe('3\u00a0choses à traiter.');
    expect(summaryOf({ waiting: 0, mine: 0 })).toContain('arrivent ici');
  });
});

describe('The answer to a selection', () => {
  const nameOf = (id: string) => `Mission ${id}`;
  const item = (id: string, done: boolean, message: string) => ({ id, done, message });

  it('says what was done, and each refusal with its reason', () => {
    expect(verdictOf([item('1', true, 'Relance envoyée')], nameOf)).toEqual({
      tone: 'success',
      sentence: 'Relance envoyée.',
      refused: [],
    });
    const mixed = [
      item('1', true, 'Relance envoyée'),
      item('2', false, 'Elle est close.'),
      item('3', true, 'Relance envoyée'),
    ];
    expect(verdictOf(mixed, nameOf)).toEqual({
      tone: 'warning',
      sentence: 'Relance envoyée, pour 2\u00a0lignes. 1\u00a0ligne refusée :',
      refused: [{ name: 'Mission 2', message: 'Elle est close.' }],
    });
    expect(verdictOf([item('2', false, 'Elle est close.')], nameOf).sentence).toBe(
      'Rien n’a été fait. 1\u00a0ligne refusée :',
    );
  });
});

describe('The button of a task', () => {
  const place = { about: 'Atelier Brézet', laureateId: 'l1', missionId: null, expertId: null };
  const kinds = Object.keys(taskKinds).filter((name): name is TaskKind => Object.hasOwn(taskKinds, name));
  it.each(kinds)('leads to a part that the laureate’s page has: %s', (kind) => {
    const parameters = new URL(taskPath({ kind, ...place }), 'https://exemple.fr').searchParams;
    const part = parameters.get('partie');
    if (part !== null) expect(laureatePartIn(parameters)).toBe(part);
    else expect(parameters.has('laureat')).toBe(false);
  });
});

it('an observer is shown no part that it would be refused: the team’s notes, and what the team does in a laureate’s name', () => {
  const shownTo = (acts: boolean) => partsFor(acts).map(({ part }) => part);
  const ofTeam: readonly string[] = ['notes', 'demande'];
  expect(shownTo(true)).toEqual(expect.arrayContaining([...ofTeam]));
  expect(shownTo(false)).toEqual(shownTo(true).filter((part) => !ofTeam.includes(part)));
});
