import { describe, expect, it } from 'vitest';
import type { Role } from '../missions/facts.ts';
import { actionNames, transitionOf } from '../missions/transitions.ts';
import { missionSubscriptions, readerOf, type Subscription } from './subscriptions.ts';

const told = (action: keyof typeof missionSubscriptions) => {
  const list: readonly Subscription[] = missionSubscriptions[action];
  return list.map(({ to }) => to);
};

describe('Who hears of an action', () => {
  it('is decided for every one, once an audience', () => {
    expect(Object.keys(missionSubscriptions).sort()).toEqual([...actionNames].sort());
    for (const action of actionNames) expect(new Set(told(action)).size, action).toBe(told(action).length);
  });

  it('always includes France Tiers-Lieux for a diagnostic, a report and a dossier opened', () => {
    for (const action of ['submitDiagnostic', 'submitReport', 'declareNoInterest'] as const)
      expect(told(action)).toContain('staff');
  });

  it('never includes the expert for feedback', () => {
    expect(missionSubscriptions.giveFeedback).toEqual([]);
  });

  it('includes the side in whose name staff act: nobody is committed without being told', () => {
    const sideOf: Partial<Record<Role, 'laureate' | 'expert'>> = {
      signatory: 'laureate',
      contributor: 'laureate',
      expert: 'expert',
    };
    for (const action of actionNames) {
      const { actFor, by } = transitionOf(action);
      // Whoever declines to share takes no part: the person staff acted for is the one who asked them to.
      if ((!actFor && !by.includes('staff')) || action === 'declineSharing') continue;
      const readers = told(action).map((audience) => readerOf[audience]);
      for (const role of by) if (sideOf[role]) expect(readers, action).toContain(sideOf[role]);
    }
  });

  it('invites to check or to give feedback only the laureate that decided: the others learn that the mission changed', () => {
    for (const action of ['validate', 'confirmService'] as const) {
      const list: readonly Subscription[] = missionSubscriptions[action];
      const laureates = list.filter(({ to }) => readerOf[to] === 'laureate');
      expect(laureates.map(({ to }) => to)).toEqual(['actingLaureate', 'otherLaureates']);
      expect(laureates[1]?.mail).toBe('missionChanged');
    }
  });

  it('tells both sides, with its reason, of whatever staff decide', () => {
    for (const action of [
      'hold',
      'resume',
      'extend',
      'arbitrate',
      'closeWithout',
      'reopen',
      'cancel',
      'endEarly',
    ] as const)
      expect(told(action)).toEqual(expect.arrayContaining(['expert', 'laureates']));
  });
});
