import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { changedTask, isShown, type TaskAction } from './actions.ts';
import { type StaffTask, taskKinds } from './tasks.ts';

const now = Date.UTC(2025, 2, 4, 9);
const moment = { now, name: 'Camille Roux', colleagues: ['camille', 'bachir'] };
const task: StaffTask = {
  id: 'deadMail.1',
  kind: 'deadMail',
  at: now,
  about: 'Anne Le Goff, anne@exemple.fr',
  laureateId: 'l1',
  missionId: null,
  expertId: null,
  assigneeUid: null,
  snoozedUntil: null,
  closedAt: null,
  closedBy: null,
};
const ids = [task.id];
const after = (action: TaskAction, from: StaffTask = task) => changedTask(from, action, moment);
const codeOf = (action: TaskAction, from: StaffTask = task) => {
  const changed = after(action, from);
  return isRefusal(changed) ? changed.code : null;
};

describe('A task of staff', () => {
  it('is given to somebody of the team, and to nobody else', () => {
    expect(after({ action: 'assign', ids, assigneeUid: 'bachir' })).toEqual({ ...task, assigneeUid: 'bachir' });
    expect(after({ action: 'assign', ids, assigneeUid: null }, { ...task, assigneeUid: 'bachir' })).toEqual(task);
    expect(codeOf({ action: 'assign', ids, assigneeUid: 'somebody' })).toBe('colleague-unknown');
  });

  it('is put off until a day that comes, three months away at most, and taken back', () => {
    const snoozed = { ...task, snoozedUntil: '2025-03-10' };
    expect(after({ action: 'snooze', ids, until: '2025-03-10' })).toEqual(snoozed);
    expect(after({ action: 'snooze', ids, until: null }, snoozed)).toEqual(task);
    expect(codeOf({ action: 'snooze', ids, until: '2025-03-04' })).toBe('snooze-invalid');
    expect(codeOf({ action: 'snooze', ids, until: '2025-06-03' })).toBe('snooze-invalid');
    expect(codeOf({ action: 'snooze', ids, until: '2025-06-02' })).toBeNull();
    expect([isShown(snoozed, '2025-03-09'), isShown(snoozed, '2025-03-10'), isShown(task, '2025-03-04')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is closed by hand where nothing else closes it, and by the thing itself elsewhere', () => {
    const closed = { ...task, closedAt: now, closedBy: 'Camille Roux' };
    expect(after({ action: 'close', ids })).toEqual(closed);
    expect(codeOf({ action: 'close', ids }, { ...task, kind: 'missionOnHold' })).toBe('task-closes-itself');
    expect(taskKinds.missionOnHold.byHand).toBe(false);
  });

  it('once closed is changed no more, and closing it again says so without changing who did it', () => {
    const closed = { ...task, closedAt: now - 1, closedBy: 'Bachir' };
    expect(codeOf({ action: 'assign', ids, assigneeUid: 'bachir' }, closed)).toBe('task-closed');
    expect(after({ action: 'close', ids }, closed)).toEqual(closed);
  });
});
