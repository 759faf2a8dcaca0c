import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const read = (line: string) => readOptions(line.split(' '), {});

describe('npm run ledger', () => {
  it.each([
    ['erase --project demo-x', 'Dites quoi faire'],
    ['check', '--project'],
    ['export --project demo-x --to a.json', '--laureate'],
    ['export --project demo-x --laureate lac', '--to'],
    ['restore --project demo-x --laureate lac --from a.json --by Camille', '--reason'],
    ['restore --project demo-x --laureate lac --reason panne --by Camille', '--from'],
    ['rehead --project demo-x --laureate lac --reason panne', '--by'],
    ['check --project demo-x --force', 'Option inconnue'],
  ])('%s lacks something, and says what', (line, said) => {
    expect(read(line)).toContain(said);
  });

  it('aims at the emulators of this machine for a demonstration, and at nothing else', () => {
    expect(read('check --project demo-x')).toMatchObject({
      command: 'check',
      laureateId: null,
      emulator: expect.stringMatching(/:\d+$/),
    });
    expect(read('check --project sur-mesure')).toMatchObject({ emulator: null });
    const repair = 'rehead --project demo-x --laureate lac --reason panne --by Camille';
    expect(read(repair)).toMatchObject({ command: 'rehead', reason: 'panne', byName: 'Camille' });
  });
});
