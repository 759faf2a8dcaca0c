import { describe, expect, it } from 'vitest';
import type { Role } from '../missions/facts.ts';
import { actionNames, transitionOf } from '../missions/transitions.ts';
import { choicesOf, mailKinds } from './mail-kinds.ts';
import { mailNames } from './mails.ts';
import { type MissionSubscription, missionSubscriptions, readerOf } from './mission-subscriptions.ts';
import type { Subscription } from './subscription.ts';
import { subscriptions } from './subscriptions.ts';

const told = (action: keyof typeof missionSubscriptions) => {
  const list: readonly MissionSubscription[] = missionSubscriptions[action];
  return list.map(({ to }) => to);
};

describe('Who hears of an action', () => {
  it('is decided for every one, once an audience', () => {
    expect(Object.keys(missionSubscriptions).sort()).toEqual([...actionNames].sort());
    for (const action of actionNames) expect(new Set(told(action)).size, action).toBe(told(action).length);
  });

  it('always includes France Tiers-Lieux for a diagnostic, a report and a dossier opened', () => {
    for (const action of ['submitDiagnostic', 'submitReport', 'declareNoInterest'] as const)
      expect(told(action)).toEqual(expect.arrayContaining(['mailbox', 'team']));
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
      // Whoever declines to share takes no part: the person staff acted for is the one who asked them to. A reminder that waits commits nobody.
      if ((!actFor && !by.includes('staff')) || action === 'declineSharing' || action === 'snoozeReminders') continue;
      const readers = told(action).map((audience) => readerOf[audience]);
      for (const role of by) if (sideOf[role]) expect(readers, action).toContain(sideOf[role]);
    }
  });

  it('invites to check or to give feedback only the laureate that decided: the others learn that the mission changed', () => {
    for (const action of ['validate', 'confirmService'] as const) {
      const list: readonly MissionSubscription[] = missionSubscriptions[action];
      const laureates = list.filter(({ to }) => readerOf[to] === 'laureate');
      expect(laureates.map(({ to }) => to)).toEqual(['actingLaureate', 'otherLaureates']);
      expect(laureates[1]).toMatchObject({ mail: 'missionChanged', when: 'weekly' });
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

const rows: readonly Subscription<string>[] = Object.values(subscriptions).flatMap((events) =>
  Object.values(events).flat(),
);

describe('Every event', () => {
  it('is told when its mail allows it, by default', () => {
    for (const { mail, when } of rows) expect(choicesOf(mail), mail).toContain(when);
  });

  it('has its mail in the table, and each mail but those of acts on behalf and of time has its event', () => {
    const told = new Set(rows.map(({ mail }) => mail));
    expect(mailNames.filter((mail) => !told.has(mail))).toEqual(['actedOnBehalf', 'digest']);
  });

  it('reaches the address of France Tiers-Lieux at once, each time the team hears of it', () => {
    const lists: (readonly Subscription<string>[])[] = Object.values(subscriptions).flatMap((events) =>
      Object.values(events),
    );
    for (const list of lists.filter((told) => told.some(({ to }) => to === 'team')))
      expect(list.find(({ to }) => to === 'mailbox')?.when, list[0]?.mail).toBe('now');
  });

  it('of a diagnostic or a report is told to the whole team at once, and nobody may turn that down', () => {
    for (const action of ['submitDiagnostic', 'submitReport'] as const) {
      const team = missionSubscriptions[action].filter(({ to }) => readerOf[to] === 'staff');
      expect(team.map(({ when }) => when)).toEqual(['now', 'now']);
      for (const { mail } of team) expect(choicesOf(mail)).toEqual(['now']);
    }
  });

  it('can be silenced only where nothing is expected and nothing was decided', () => {
    const silenced = mailNames.filter((mail) => choicesOf(mail).includes('never'));
    expect(new Set(silenced.map((mail) => mailKinds[mail].purpose))).toEqual(
      new Set(['news', 'summary', 'reminder', 'message']),
    );
  });
});
