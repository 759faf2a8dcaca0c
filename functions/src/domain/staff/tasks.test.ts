import { describe, expect, it } from 'vitest';
import { type TaskKind, taskId, taskKinds, taskPath } from './tasks.ts';

const kinds = Object.keys(taskKinds).filter((name): name is TaskKind => Object.hasOwn(taskKinds, name));
const everything = { about: 'Atelier Brézet', laureateId: 'l1', missionId: 'm1', expertId: 'e1' };
const nothing = { about: 'Un envoi', laureateId: null, missionId: null, expertId: null };

describe('What waits for staff', () => {
  it.each(kinds)('has one obvious button, a verb and its object, and a page: %s', (kind) => {
    const { label, button } = taskKinds[kind];
    expect(label).toMatch(/^\p{Lu}/u);
    expect(button).toMatch(/^(\p{Lu}\p{Ll}+(er|ir|re)) .+/u);
    for (const about of [everything, nothing]) expect(taskPath({ kind, ...about })).toMatch(/^\/equipe(\?|$)/);
  });

  it('has one task a kind and subject', () => {
    expect(taskId('missionOnHold', 'm1')).toBe('missionOnHold.m1');
    expect(taskId('deadlinePassed', 'm1')).not.toBe(taskId('missionOnHold', 'm1'));
  });

  it('leads to the page of what it is about, and to the list when that is not known', () => {
    expect(taskPath({ kind: 'missionOnHold', ...everything })).toBe('/equipe?mission=m1');
    expect(taskPath({ kind: 'expertToReview', ...everything })).toBe('/equipe?expert=e1');
    expect(taskPath({ kind: 'deadMail', ...everything })).toBe('/equipe?laureat=l1&partie=personnes');
    expect(taskPath({ kind: 'deadMail', ...everything, laureateId: null })).toBe('/equipe?expert=e1');
    expect(taskPath({ kind: 'deadMail', ...nothing })).toBe('/equipe?vue=equipe');
    expect(taskPath({ kind: 'missionOnHold', ...nothing })).toBe('/equipe');
  });
});
