import { describe, expect, it } from 'vitest';
import { DAY } from '../../functions/src/domain/calendar.ts';
import { neighboursOf, readOptions } from './options.ts';
import { ofToday } from './run.ts';

const read = (line: string) => readOptions(line.split(' '), {});

describe('npm run doctor', () => {
  it.each([
    ['--subventions 5', '--project'],
    ['--project demo-x --subventions beaucoup', '--subventions'],
    ['--project demo-x --force', 'Option inconnue'],
  ])('%s lacks something, and says what', (line, said) => {
    expect(read(line)).toContain(said);
  });

  it('reads some subsidies again, or all', () => {
    expect(read('--project demo-x')).toMatchObject({ sample: 20, emulator: expect.stringMatching(/:\d+$/) });
    expect(read('--project sur-mesure --subventions toutes')).toMatchObject({ sample: null, emulator: null });
  });

  it('does not take a project whose parameters are not here for one without antivirus or stamps', () => {
    const real = { project: 'sur-mesure', emulator: null };
    expect(neighboursOf(real, null, { SCANNER_URL: 'https://x' })).toContain('.env.sur-mesure n’existe pas');
    expect(neighboursOf(real, { SCANNER_URL: 'https://x' }, {})).toEqual({ hasScanner: true, isStamped: false });
    expect(neighboursOf({ project: 'demo-x', emulator: '127.0.0.1:8080' }, null, {})).toMatchObject({
      isStamped: false,
    });
  });

  it('meets every one of them in as many days as it takes', () => {
    const all = ['a', 'b', 'c', 'd', 'e'];
    const days = [0, 1, 2, 3, 4].map((day) => ofToday(all, 2, day * DAY));
    expect(new Set(days.flat())).toEqual(new Set(all));
    expect(days.every((some) => some.length === 2)).toBe(true);
    expect(ofToday(all, 9, 0)).toEqual(all);
  });
});
