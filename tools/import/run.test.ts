import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readLaureates } from '../../functions/src/domain/laureates/import.ts';
import { planImport } from '../../functions/src/domain/laureates/plan.ts';
import {
  csvOf,
  nothingRecorded,
  otherCells,
  sampleContext,
  written,
} from '../../functions/src/domain/laureates/testing/sample-import.ts';
import { type ImportOptions, readOptions } from './options.ts';
import { type ImportWorld, runImport } from './run.ts';

const options: ImportOptions = {
  kind: 'laureates',
  control: {},
  file: 'laureats.csv',
  apply: false,
  skipBad: false,
  yes: false,
  target: { project: 'demo-sur-mesure', emulator: '127.0.0.1:8080' },
};

/** A programme in memory, with what the command said and asked. */
function memory(file: Uint8Array | string, answer: boolean | null = null) {
  const context = sampleContext();
  const said: string[] = [];
  const state = { recorded: nothingRecorded };
  const world: ImportWorld = {
    readFile: async () => (typeof file === 'string' ? new TextEncoder().encode(file) : file),
    say: (text) => said.push(text),
    confirm:
      answer === null
        ? null
        : async (question) => {
            said.push(question);
            return answer;
          },
    importLaureates: async ({ csv, dryRun, skipBad }) => {
      const read = readLaureates(csv);
      const plan = planImport(read.rows, state.recorded, context);
      const problems = [...read.problems, ...plan.problems];
      const mayWrite = !dryRun && (problems.length === 0 || skipBad);
      if (mayWrite) state.recorded = written(state.recorded, plan);
      const counts = { created: plan.create.length, updated: plan.update.length, unchanged: plan.unchanged };
      const changes = [...plan.create, ...plan.update].map(({ line, laureate: { name } }) => ({ line, about: name }));
      return { plan, report: { ...counts, written: mayWrite, changes, problems, left: plan.left } };
    },
  };
  return { world, said: () => said.join('\n'), count: () => state.recorded.laureates.length };
}

const good = csvOf({}, otherCells);
const oneBad = csvOf({}, { ...otherCells, SIRET: '7,32829E+13' });

describe('the import command', () => {
  it('writes nothing unless asked, and says so', async () => {
    const dry = memory(good);
    expect(await runImport(options, dry.world)).toBe(0);
    expect(dry.said()).toContain('laureats.csv → projet demo-sur-mesure, émulateur 127.0.0.1:8080');
    expect(dry.said()).toContain('À créer : 2 · à modifier : 0 · sans changement : 0 · lignes en erreur : 0');
    expect(dry.said()).toContain('Essai à blanc, rien n’a été écrit');
    expect(dry.count()).toBe(0);

    const applied = memory(good);
    expect(await runImport({ ...options, apply: true }, applied.world)).toBe(0);
    expect(applied.said()).toContain('C’est écrit : 2 créés, 0 modifiés.');
    expect(applied.count()).toBe(2);
  });

  it('writes nothing as soon as one row is bad, unless bad rows are skipped', async () => {
    const stopped = memory(oneBad);
    expect(await runImport({ ...options, apply: true }, stopped.world)).toBe(1);
    expect(stopped.said()).toMatch(/ligne 3, SIRET, « 7,32829E\+13 » : Excel a changé ce SIRET/);
    expect(stopped.said()).toContain('Rien n’a été écrit : corrigez ces lignes');
    expect(stopped.count()).toBe(0);

    const skipping = memory(oneBad);
    expect(await runImport({ ...options, apply: true, skipBad: true }, skipping.world)).toBe(0);
    expect(skipping.count()).toBe(1);
  });

  it('run twice finds everything recorded', async () => {
    const { world, said, count } = memory(good);
    await runImport({ ...options, apply: true }, world);
    expect(await runImport({ ...options, apply: true }, world)).toBe(0);
    expect(said()).toContain('Rien à écrire : tout est déjà enregistré.');
    expect(count()).toBe(2);
  });

  it('asks before writing when somebody is there', async () => {
    const refused = memory(good, false);
    expect(await runImport({ ...options, apply: true }, refused.world)).toBe(1);
    expect(refused.said()).toContain('Écrire ces changements (projet demo-sur-mesure, émulateur 127.0.0.1:8080) ?');
    expect(refused.count()).toBe(0);

    for (const [yes, answer] of [
      [false, true],
      [true, false],
    ] as const) {
      const accepted = memory(good, answer);
      await runImport({ ...options, apply: true, yes }, accepted.world);
      expect(accepted.count()).toBe(2);
    }
  });

  it('refuses a workbook and a missing file, with what to do', async () => {
    const workbook = memory(Uint8Array.of(0x50, 0x4b, 0x03, 0x04));
    expect(await runImport(options, workbook.world)).toBe(1);
    expect(workbook.said()).toContain('CSV UTF-8');

    const missing = memory(good);
    const world = { ...missing.world, readFile: () => Promise.reject(new Error('ENOENT')) };
    expect(await runImport(options, world)).toBe(1);
    expect(missing.said()).toContain('laureats.csv : ce fichier est introuvable');
  });

  it('reads the example of the guide without any problem', async () => {
    const example = memory(await readFile(new URL('../../docs/examples/laureats.csv', import.meta.url)));
    expect(await runImport({ ...options, apply: true }, example.world)).toBe(0);
    expect(example.said()).not.toContain('Colonnes non lues');
    expect(example.count()).toBe(5);
  });
});

describe('the command line', () => {
  it('says where it writes: a demo- project is never in production', () => {
    const target = (line: string, environment = {}) => {
      const read = readOptions(line.split(' '), environment);
      return typeof read === 'string' ? read : read.target;
    };
    expect(target('a.csv --project demo-x')).toEqual({ project: 'demo-x', emulator: '127.0.0.1:8080' });
    expect(target('a.csv --project real')).toEqual({ project: 'real', emulator: null });
    expect(target('a.csv', { GCLOUD_PROJECT: 'demo-y', FIRESTORE_EMULATOR_HOST: '127.0.0.1:18080' })).toEqual({
      project: 'demo-y',
      emulator: '127.0.0.1:18080',
    });
  });

  it.each([
    ['', /un fichier/],
    ['a.csv b.csv --project x', /un seul/],
    ['a.csv', /--project/],
    ['a.csv --project x --kind devis', /pas une sorte/],
    ['a.csv --project x --kind missions --controle total=3', /pas lisible/],
    ['a.csv --project x --controle reste=3', /pas de total/],
    ['a.csv --aply --project x', /Option inconnue/],
  ])('« %s » is refused with what it lacks', (line, reason) => {
    expect(readOptions(line.split(' ').filter(Boolean), {})).toMatch(reason);
    expect(readOptions(['a.csv', '--apply', '--skip-bad', '--yes', '--project', 'x'], {})).toMatchObject({
      ...{ file: 'a.csv', apply: true, skipBad: true, yes: true },
    });
  });
});
