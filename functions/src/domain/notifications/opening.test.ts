import { describe, expect, it } from 'vitest';
import { allStates, missionStates } from '../missions/states.ts';
import { expertPath } from './opening.ts';

describe('The button of an expert’s mail', () => {
  it('opens the form of what is awaited: a diagnostic, a correction, a report that was asked for again', () => {
    for (const [state, mail] of [
      ['awaiting_diagnostic', 'reminder'],
      ['awaiting_correction', 'sentBack'],
      ['awaiting_report', 'sentBack'],
      ['awaiting_report', 'reminder'],
    ] as const)
      expect(expertPath({ id: 'm1', state }, mail)).toBe('/expert?mission=m1&etape=attendue');
  });

  it('opens the division between those who go on, when one of several refused', () => {
    expect(expertPath({ id: 'm1', state: 'awaiting_correction' }, 'missionRefused')).toContain('etape=repartition');
    expect(expertPath({ id: 'm1', state: 'refused' }, 'missionRefused')).toBe('/expert?mission=m1');
  });

  it('opens the mission while the work goes on, and whenever the turn is somebody else’s', () => {
    expect(expertPath({ id: 'm1', state: 'awaiting_report' }, 'diagnosticValidated')).toBe('/expert?mission=m1');
    for (const state of allStates.filter((one) => missionStates[one].turn !== 'expert'))
      expect(expertPath({ id: 'm1', state }, 'missionChanged'), state).toBe('/expert?mission=m1');
  });
});
