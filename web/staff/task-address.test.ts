import { whoseTasks } from '@sur-mesure/functions/domain/staff/views';
import { expect, it } from 'vitest';
import { namesOf } from './lists/list-address.ts';
import { tasksAddress, tasksIn } from './task-address.ts';

it('The tasks that are shown are in the address, and read back the same', () => {
  for (const whose of namesOf(whoseTasks)) {
    const asked = { whose, after: 'missionOnHold.m1:1710000000000' };
    expect(tasksIn(tasksAddress(asked))).toEqual(asked);
  }
  const ofKind = { whose: 'mine', kind: 'missionOnHold', after: null } as const;
  expect(tasksIn(tasksAddress(ofKind))).toEqual(ofKind);
  expect(tasksIn(new URLSearchParams('nature=rien'))).toEqual({ whose: 'all', after: null });
  expect(tasksAddress({ whose: 'all', after: null }).toString()).toBe('');
  expect(tasksIn(new URLSearchParams('taches=rien&apres=%3C'))).toEqual({ whose: 'all', after: null });
});
