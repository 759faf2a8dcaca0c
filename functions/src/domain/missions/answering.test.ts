import { describe, expect, it } from 'vitest';
import { builtInForms } from '../forms/built-in.ts';
import { toldOfFormer } from './answering.ts';
import { answersTo } from './testing/answers.ts';
import { upTo } from './testing/journeys.ts';
import { expert } from './testing/people.ts';

describe('A form that staff changed meanwhile', () => {
  const before = builtInForms.report;
  const inForce = { ...before, version: 2 };
  const handing = (formVersion: number | undefined) => {
    const story = upTo('awaiting_report');
    story.takenForms = { ...story.takenForms, report: { inForce, before } };
    const document = { kind: 'form', answers: answersTo(before), formVersion } as const;
    const command = story.command(expert, 'submitReport', { document });
    return {
      told: toldOfFormer(story.facts(expert), command),
      mission: story.play(expert, 'submitReport', { document }).mission,
    };
  };

  it('is answered in the version before by whoever had it open, and they are told', () => {
    const { told, mission } = handing(1);
    expect(told).toContain('avait changé');
    expect(mission.report?.document).toMatchObject({ formVersion: 1 });
  });

  it.each([2, undefined])('is answered in the one in force by everybody else (%s)', (formVersion) => {
    const { told, mission } = handing(formVersion);
    expect(told).toBeNull();
    expect(mission.report?.document).toMatchObject({ formVersion: 2 });
  });
});
