import { describe, expect, it } from 'vitest';
import { TASK_MARK, taskMark, taskPlace } from './task-mark.ts';

describe('The mark of a page of tasks', () => {
  const place = { id: 'missionOnHold.m1', at: 1_710_000_000_000 };

  it('is a place, which needs no task to be found again', () => {
    expect(taskPlace(taskMark(place))).toEqual(place);
    expect(TASK_MARK.test(taskMark(place))).toBe(true);
  });

  it.each([null, '', 'missionOnHold.m1', 'a/b:1', 'm1:', 'm1:x'])('begins at the first page for %j', (mark) => {
    expect(taskPlace(mark)).toBeNull();
  });
});
