import { describe, expect, it } from 'vitest';
import { expert, signatory, staff, staffFor } from '../missions/testing/people.ts';
import { Story } from '../missions/testing/story.ts';
import type { Adjustment } from '../subsidy/adjustment.ts';
import { adjust, award, commit } from '../subsidy/testing/entries.ts';
import { exceptionsCsv, missionExceptions, subsidyExceptions } from './exceptions.ts';

describe('the exceptions of a mission', () => {
  const story = new Story();
  story.play(signatory('atelier'), 'request');
  story.play(expert, 'declareNoInterest');
  story.play(staffFor(null), 'accept');
  story.play(staff, 'hold', { reason: '=1+1' });
  const kinds = (events = story.events) => missionExceptions(story.mission, events).map(({ kind }) => kind);

  it('are what was done on behalf and what staff decided, and nothing of what went by itself', () => {
    expect(missionExceptions(story.mission, story.events)).toMatchObject([
      { kind: 'onBehalf', what: 'Mission acceptée', forWhom: 'La Forge, demandé par Anne Le Goff, par téléphone' },
      { kind: 'override', what: 'Mission suspendue', byName: 'staff', reason: '=1+1' },
    ]);
    const reminders = story.events.map((event) => ({ ...event, action: 'remind', onBehalfOf: null }) as const);
    expect(kinds(reminders)).toEqual([]);
  });

  it('are an ending without a report, whoever it was for', () => {
    expect(kinds(story.events.slice(0, 1).map((event) => ({ ...event, action: 'closeWithout' }) as const))).toEqual([
      'closedWithout',
    ]);
  });

  it('are a table whose words are never run by a spreadsheet', () => {
    const csv = exceptionsCsv(missionExceptions(story.mission, story.events));
    expect(csv).toContain("Décidé par l’équipe;Mission suspendue;staff;;'=1+1;");
    expect(csv.split('\r\n')).toHaveLength(4);
  });
});

describe('the exceptions of a subsidy', () => {
  const proposal: Adjustment = {
    ...{ id: 'a1', laureateId: 'atelier', kind: 'correction', cents: 900_00, missionId: null, otherLaureateId: null },
    ...{ reason: 'Erreur de saisie.', proposedBy: { uid: 's', name: 'Camille Roux' }, proposedAt: 5 },
    ...{ state: 'rejected', decidedBy: null, decidedAt: null, decisionReason: null },
  };

  it('are its lines of correction, and the proposals that became none', () => {
    const lines = [award(10_000_00), commit(100_00), adjust(-50_00)];
    expect(subsidyExceptions(lines, [proposal, { ...proposal, state: 'approved' }])).toMatchObject([
      { kind: 'adjustment', what: 'Correction', cents: -50_00 },
      { kind: 'adjustment', what: 'Correction (rejetée)', byName: 'Camille Roux', cents: 900_00 },
    ]);
  });
});
