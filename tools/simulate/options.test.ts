import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('the command line of a simulation', () => {
  it('asks for two years of the programme of the source when it says nothing', () => {
    expect(readOptions([])).toMatchObject({
      figures: { laureates: 100, experts: 200, missions: 600, days: 730, seed: 1 },
      sample: 40,
      kill: 0,
    });
  });

  it('says each figure', () => {
    const line = ['--laureates', '10', '--experts', '20', '--missions', '30', '--seed', '4', '--to', 'here'];
    expect(readOptions(line)).toMatchObject({
      figures: { laureates: 10, experts: 20, missions: 30, seed: 4 },
      to: 'here',
    });
  });

  it.each([
    [['--laureates', '101'], '--laureates is a whole number from 2 to 100.'],
    [['--missions', 'many'], '--missions is a whole number from 1 to 10000.'],
    [['--days', '1'], '--days is a whole number from 60 to 1500.'],
  ])('refuses %j with what it may be', (line, sentence) => {
    expect(readOptions(line)).toBe(sentence);
  });

  it('refuses an option that it does not know', () => {
    expect(readOptions(['--speed', '2'])).toContain('--speed');
  });
});
