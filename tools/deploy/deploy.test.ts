import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { foreground, root } from '../commands.ts';
import { readOptions } from './options.ts';
import { absentParameters, parametersOfCode } from './parameters.ts';
import { completed, obstacles } from './preflight.ts';
import { runDeploy } from './run.ts';

const parameters = parametersOfCode();
const example = await readFile(join(root, '.env.example'), 'utf8');
const given = parseEnv(example);
const well = { node: 'v24.21.0', uncommitted: [], parameters: given };

describe('.env.example', () => {
  it('names every parameter that the code asks for, and no other; secrets are in no file', () => {
    const inFile = parameters.filter(({ isSecret }) => !isSecret).map(({ name }) => name);
    expect(Object.keys(given).sort()).toEqual(inFile.toSorted());
    for (const { name, isSecret } of parameters) if (isSecret) expect(example).toContain(name);
  });

  it('gives what the code would take by itself, where it would', () => {
    for (const { name, byDefault } of parameters) if (byDefault !== null) expect(given[name]).toBe(byDefault);
    expect(absentParameters(parameters, given)).toEqual([]);
  });
});

describe('Nothing is deployed', () => {
  it.each([
    ['by another Node', { node: 'v20.19.0' }, 'Node 24'],
    ['that is not in Git', { uncommitted: [' M firestore.rules'] }, '--dirty'],
    ['from outside of Git', { uncommitted: null }, '--dirty'],
    ['without parameters', { parameters: null }, 'cp .env.example .env.sur-mesure'],
    ['without one of them', { parameters: { ...given, ORIGIN: '' } }, 'ORIGIN'],
    ['with one that the code does not know', { parameters: { ...given, SMTP_HOTS: 'x' } }, 'SMTP_HOTS'],
    ['with a secret in a file', { parameters: { ...given, SEAL_KEY: 'x' } }, 'SEAL_KEY'],
  ])('%s', (_what, changed, said) => {
    expect(obstacles('sur-mesure', parameters, { ...well, ...changed }, false).join('\n')).toContain(said);
  });

  it('and everything is where nothing is in the way; what is not in Git, when that is said', () => {
    expect(obstacles('sur-mesure', parameters, well, false)).toEqual([]);
    expect(obstacles('sur-mesure', parameters, { ...well, uncommitted: null }, true)).toEqual([]);
  });
});

describe('The command line', () => {
  it.each([
    ['', '--project'],
    ['--project demo-sur-mesure', 'émulateurs'],
    ['--project sur-mesure --only pages', '« pages »'],
    ['--project sur-mesure --channel live', 'aperçu'],
    ['--project sur-mesure --channel essai --only hosting', 'Choisissez'],
    ['--project sur-mesure --rollback ../..', 'numéro'],
    ['--project sur-mesure --force', 'Option inconnue'],
  ])('« %s » lacks something, and says what', (line, said) => {
    expect(readOptions(line.split(' ').filter(Boolean))).toContain(said);
  });
});

it('Parameters with a default are given to firebase-tools, which would ask for them', () => {
  const text = 'ORIGIN=https://x\nSMTP_PORT=465';
  const complete = parseEnv(completed(text, parameters, parseEnv(text)));
  expect(complete).toMatchObject({ ORIGIN: 'https://x', SMTP_PORT: '465', MAIL_FROM_NAME: 'France Tiers-Lieux' });
  expect(Object.keys(complete)).not.toContain('SEAL_KEY');
});

/** Programs of the names that the steps run, which write down how they were called, and end as they are told: no project is reached. */
describe('A deployment', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deploy-'));
    const script = [
      '#!/bin/sh',
      `echo "$(basename "$0") $*" >> '${folder}/ran'`,
      `! grep -qxF -e "$3" '${folder}/fails'`,
    ];
    for (const name of ['firebase', 'node']) {
      await writeFile(join(folder, name), script.join('\n'));
      await chmod(join(folder, name), 0o755);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  afterEach(() => vi.unstubAllEnvs());

  async function deployed(line: string, failing = '') {
    const options = readOptions(line.split(' '));
    if (typeof options === 'string') throw new Error(options);
    await writeFile(join(folder, 'ran'), '');
    await writeFile(join(folder, 'fails'), failing);
    vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH ?? ''}`);
    const said: string[] = [];
    let written = '';
    const code = await runDeploy(options, {
      ...{ ...well, commit: 'abc1234', parametersText: example, run: foreground },
      writeParameters: async (text) => {
        written = text;
      },
      say: (text) => said.push(text),
    });
    const ran = (await readFile(join(folder, 'ran'), 'utf8')).split('\n').filter(Boolean);
    return { code, ran, said: said.join('\n'), written };
  }

  it('goes from what harms nobody to what calls the rest', async () => {
    const { code, ran, written, said } = await deployed('--project sur-mesure');
    expect(ran).toEqual([
      'node tools/build/build.ts',
      'firebase deploy --only firestore:indexes --project sur-mesure',
      'firebase deploy --only firestore:rules --project sur-mesure',
      'firebase deploy --only storage --project sur-mesure',
      'firebase deploy --only functions --project sur-mesure',
      'firebase deploy --only hosting --project sur-mesure --message abc1234',
    ]);
    expect(written).toContain('ORIGIN=');
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('npm run doctor') });
  });

  it('stops at the first step that fails, and says what is done, what stands, and what to type next', async () => {
    const { code, ran, said } = await deployed('--project sur-mesure', 'functions');
    expect(ran.at(-1)).toBe('firebase deploy --only functions --project sur-mesure');
    expect(code).toBe(1);
    expect(said).toContain('chaque fonction est l’ancienne ou la nouvelle');
    expect(said).toContain('Fait : Construction, Index de Firestore, Règles de Firestore, Règles de Storage.');
    expect(said).toContain('npm run deploy -- --project sur-mesure --only functions,hosting');
  });

  it('is resumed with what was allowed the first time', async () => {
    const { said } = await deployed('--project sur-mesure --dirty --unattended', 'functions');
    expect(said).toContain('--project sur-mesure --only functions,hosting --unattended --dirty');
    expect((await deployed('--project sur-mesure --only hosting --dirty', 'hosting')).said).toContain(
      'npm run deploy -- --project sur-mesure --only hosting --dirty',
    );
  });

  it('says that a new index is still being built when its step ends, and how to wait for it', async () => {
    expect((await deployed('--project sur-mesure')).said).toContain('--project=sur-mesure');
    expect((await deployed('--project sur-mesure --only indexes')).said).toContain('attendez READY');
    expect((await deployed('--project sur-mesure --only hosting')).said).not.toContain('READY');
  });

  it('does one part when one is named, and deletes functions unattended, never indexes', async () => {
    const { ran } = await deployed('--project sur-mesure --only functions,indexes --unattended');
    expect(ran).toEqual([
      'node tools/build/build.ts',
      'firebase deploy --only firestore:indexes --project sur-mesure --non-interactive',
      'firebase deploy --only functions --project sur-mesure --non-interactive --force',
    ]);
  });

  it('shows pages apart, or puts former ones back', async () => {
    expect((await deployed('--project sur-mesure --channel essai')).ran).toEqual([
      'node tools/build/build.ts',
      'firebase hosting:channel:deploy essai --expires 7d --no-authorized-domains --project sur-mesure',
    ]);
    expect((await deployed('--project sur-mesure --rollback 7e1f2a3b')).ran).toEqual([
      'firebase hosting:clone sur-mesure@7e1f2a3b sur-mesure:live --project sur-mesure',
    ]);
  });

  it('does nothing when it is only asked what it would do', async () => {
    const { code, ran, said } = await deployed('--project sur-mesure --dry-run');
    expect({ code, ran }).toEqual({ code: 0, ran: [] });
    expect(said.match(/^ {2}\d\. /gm)).toHaveLength(6);
  });
});
