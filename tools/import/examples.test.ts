import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { consumptionSheet } from '../../functions/src/domain/imports/consumption.ts';
import { planConsumption } from '../../functions/src/domain/imports/consumption-plan.ts';
import { planExperts } from '../../functions/src/domain/imports/expert-plan.ts';
import { expertsSheet } from '../../functions/src/domain/imports/experts.ts';
import { planMissions } from '../../functions/src/domain/imports/mission-plan.ts';
import { missionsSheet } from '../../functions/src/domain/imports/missions.ts';
import { planNotes } from '../../functions/src/domain/imports/note-plan.ts';
import { notesSheet } from '../../functions/src/domain/imports/notes.ts';
import { readSheet } from '../../functions/src/domain/imports/sheet.ts';
import { sampleProgramme, source } from '../../functions/src/domain/imports/testing/sample-programme.ts';
import { builtInThemes } from '../../functions/src/domain/programme/built-in-themes.ts';

const example = (name: string) => readFileSync(new URL(`../../docs/examples/${name}`, import.meta.url), 'utf8');
const whole = { problems: [], ignoredColumns: [] };

describe('The examples of the guide import without any problem', () => {
  it('consommation.csv', () => {
    const sheet = readSheet(example('consommation.csv'), consumptionSheet);
    expect(sheet).toMatchObject(whole);
    const plan = planConsumption(sheet.rows, sampleProgramme(), source);
    expect([plan.problems, plan.create.length]).toEqual([[], 3]);
  });

  it('experts.csv', () => {
    const sheet = readSheet(example('experts.csv'), expertsSheet(builtInThemes));
    expect(sheet).toMatchObject(whole);
    const plan = planExperts(sheet.rows, sampleProgramme(), source);
    expect([plan.problems, plan.create.length]).toEqual([[], 2]);
  });

  it('notes.csv', () => {
    const sheet = readSheet(example('notes.csv'), notesSheet(builtInThemes));
    expect(sheet).toMatchObject(whole);
    const plan = planNotes(sheet.rows, sampleProgramme(), source);
    expect([plan.problems, plan.create.length]).toEqual([[], 3]);
  });

  it('missions.csv', () => {
    const sheet = readSheet(example('missions.csv'), missionsSheet(builtInThemes));
    expect(sheet).toMatchObject(whole);
    const plan = planMissions(sheet.rows, sampleProgramme(), source);
    expect([plan.problems, plan.create.length]).toEqual([[], 3]);
  });
});
