import { incidentActions } from '@sur-mesure/functions/domain/incidents/dead-letters';
import { describe, expect, test } from 'vitest';
import { mailActions, wordsOf } from './incident-words.ts';

test('every action on an incident has its words where it may be taken, and none elsewhere', () => {
  for (const action of ['replay', 'replayAll', 'flagAddress', 'discard'] as const) {
    const kinds: readonly string[] = incidentActions[action].of;
    for (const kind of ['letter', 'mail'] as const)
      expect(wordsOf(action, kind) !== undefined, `${action} of a ${kind}`).toBe(kinds.includes(kind));
  }
});

describe('a dead mail is offered', () => {
  test('to be sent with the others of its address, where there are any', () => {
    expect(mailActions({ alike: 1, addressMarked: true })).toEqual(['replay', 'discard']);
    expect(mailActions({ alike: 2, addressMarked: true })).toEqual(['replay', 'replayAll', 'discard']);
  });

  test('a mark on its address, where it is of somebody and bears none', () => {
    expect(mailActions({ alike: 1, addressMarked: false })).toContain('flagAddress');
    expect(mailActions({ alike: 1, addressMarked: null })).not.toContain('flagAddress');
  });
});
