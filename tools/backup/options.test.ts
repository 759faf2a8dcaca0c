import { describe, expect, it } from 'vitest';
import { readDrill, readExport, readRestore } from './options.ts';

const words = (line: string) => (line === '' ? [] : line.split(' '));

describe('npm run export', () => {
  it.each([
    ['--to folder', '--project'],
    ['--project demo-x', '--to'],
    ['--project demo-x --to folder --at 2026-12-01T02:00:30Z', 'minute entière'],
    ['--project demo-x --to folder --force', 'Option inconnue'],
  ])('%s lacks something, and says what', (line, said) => {
    expect(readExport(words(line), {})).toContain(said);
  });

  it('takes a project as it is, or as it was at a minute', () => {
    const target = { project: 'sur-mesure', emulator: null };
    expect(readExport(words('--project sur-mesure --to f'), {})).toEqual({ target, folder: 'f', at: null });
    const at = '2026-12-01T02:00:00Z';
    expect(readExport(words(`--project sur-mesure --to f --at ${at}`), {})).toMatchObject({ at });
  });
});

describe('npm run restore', () => {
  it('writes into a project that is named on its line, and in no other', () => {
    expect(readRestore(words('--from f'), { GCLOUD_PROJECT: 'sur-mesure' })).toContain('--project');
    expect(readRestore(words('--project sur-mesure'), {})).toContain('--from');
    expect(readRestore(words('--project sur-mesure --from f'), {})).toMatchObject({
      ...{ goesOn: false, only: null, erasures: null },
    });
    expect(readRestore(words('--project sur-mesure --from f --continue'), {})).toMatchObject({ goesOn: true });
    const one = readRestore(words('--project sur-mesure --from f --only missions/a'), {});
    expect(one).toMatchObject({ only: 'missions/a' });
    const told = readRestore(words('--project sur-mesure --from f --erasures marks.txt'), {});
    expect(told).toMatchObject({ erasures: 'marks.txt' });
    const both = '--project sur-mesure --from f --erasures marks.txt --only missions/a';
    expect(readRestore(words(both), {})).toContain('--only');
  });
});

it('npm run drill plays the demonstration, or an export that it is given', () => {
  expect(readDrill([])).toEqual({ small: false, folder: null });
  expect(readDrill(words('--small --port-offset 1000'))).toEqual({ small: true, folder: null });
  expect(readDrill(words('--from f'))).toMatchObject({ folder: 'f' });
  expect(readDrill(words('--project x'))).toContain('Option inconnue');
});
