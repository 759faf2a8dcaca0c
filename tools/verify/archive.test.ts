import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MANIFEST, MANIFEST_HASH, manifestText } from '../../functions/src/domain/archives/manifest.ts';
import { award } from '../../functions/src/domain/subsidy/testing/entries.ts';
import { once } from '../../functions/src/store/archives/contents.ts';
import { type Source, type Written, zipEnd, zipEntries } from '../../functions/src/store/archives/zip.ts';
import { canonicalJson, sha256 } from '../../functions/src/store/hash.ts';
import { extendChain } from '../../functions/src/store/laureates/ledger-chain.ts';
import { linkHash } from '../../functions/src/store/proofs/chain.ts';
import { verifyArchive } from './archive.ts';
import { readOptions } from './options.ts';
import { exitCodeOf } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'sur-mesure-verify-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

const devis = '%PDF-1.7 le devis, tel qu’il a été montré';
const proof = {
  ...{ id: 'm1-validation-4', at: 1_740_989_550_000, laureateId: 'l1' },
  person: { name: 'Jeanne Martin', organisation: 'La Filature' },
  documents: [{ fileId: 'f1', sha256: sha256(devis) }],
};
/** Two proofs of one laureate, in their places. */
const other = { ...proof, id: 'm2-service-9', documents: [] };
const [first, second] = linked([proof, other]);
const exported = JSON.stringify(first);
const { lines, head: end } = extendChain(null, [], [award(10_000_00), award(500_00, 'COPIL-2')], 'l1');
const head = { ...end, proofs: { sequence: 2, hash: second.chain.hash } };
const firstEnd = { sequence: 1, hash: first.chain.hash };
const ledger = JSON.stringify({ laureateId: 'l1', lines, head });
const within = 'Structures/La Filature [l1]/Subvention/Registre.json';
const files = {
  'Missions/m1/Documents/Devis/devis.pdf': devis,
  'Missions/m1/Preuves/m1-validation-4.json': exported,
  'Missions/m2/Preuves/m2-service-9.json': JSON.stringify(second),
  [within]: ledger,
};
type Files = Readonly<Record<string, string>>;

function placed(sequence: number, previousHash: string, record: object) {
  const hash = linkHash({ sequence, previousHash }, record);
  return { proof: record, recordHash: sha256(canonicalJson(record)), chain: { sequence, previousHash, hash } };
}

function linked([one, two]: readonly [object, object]) {
  const before = placed(1, '0'.repeat(64), one);
  return [before, placed(2, before.chain.hash, two)] as const;
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** An archive that has `there`, under a manifest that says `listed`; and the print of that manifest. */
async function archiveOf(there: Files, listed: Files, missing: Parameters<typeof manifestText>[2] = []) {
  const rows = Object.entries(listed).map(([path, text]) => ({
    path,
    size: Buffer.byteLength(text),
    sha256: sha256(text),
  }));
  const headOf = { format: 1, title: 'Programme', madeAt: 1_740_989_550_000, madeFor: 'Anne Le Goff' } as const;
  let manifest = '';
  for await (const piece of manifestText(headOf, each(rows), missing)) manifest += piece;
  const all = { ...there, [MANIFEST]: manifest, [MANIFEST_HASH]: `${sha256(manifest)}  ${MANIFEST}\n` };
  const sources = Object.entries(all).map(
    ([path, text]): Source => ({ path, at: 0, sha256: null, open: () => once(Buffer.from(text)) }),
  );
  const written: Written = { entries: [], missing: [], offset: 0 };
  const pieces: Uint8Array[] = [];
  for await (const piece of zipEntries(each(sources), written)) pieces.push(piece);
  for await (const piece of zipEnd(each(written.entries), written.offset)) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), manifest: sha256(manifest) };
}

async function said(bytes: Uint8Array, manifest: string | null = null) {
  const path = join(folder, 'archive.zip');
  writeFileSync(path, bytes);
  const answers = await verifyArchive(path, { manifest, known: [] });
  return { code: exitCodeOf(answers), text: answers.map(({ sentence }) => sentence).join('\n') };
}

/** Changed by somebody who made the manifest again, and could do nothing about what holds by itself. */
const remade = (change: (texts: Record<string, string>) => void) => {
  const texts: Record<string, string> = { ...files };
  change(texts);
  return archiveOf(texts, texts);
};

describe('npm run verify -- archive.zip', () => {
  it('reads every file, proof and ledger again, and says which manifest it was', async () => {
    const { bytes, manifest } = await archiveOf(files, files);
    const { code, text } = await said(bytes, manifest);
    expect(text).toContain('« Programme », préparée le');
    expect(text).toContain(`${manifest} (celle que vous avez donnée)`);
    expect(text).toContain('4 fichiers sur 4');
    expect(text).toContain('2 preuves');
    expect(text).toContain('Les 2 preuves qui ont une place dans la suite de leur lauréat s’y suivent');
    expect(text).toContain('sans horodatage : 2');
    expect(text).toContain('1 registres de subvention');
    expect(code).toBe(0);
  });

  const { [within]: _ledger, ...withoutLedger } = files;
  const others = {
    'a document that was changed': [
      () => archiveOf({ ...files, 'Missions/m1/Documents/Devis/devis.pdf': 'autre' }, files),
      'a changé depuis',
      1,
    ],
    'a file that was taken away': [() => archiveOf(withoutLedger, files), 'plus dans l’archive', 1],
    'a file that was added': [() => archiveOf({ ...files, 'ajout.pdf': 'x' }, files), 'a été ajouté', 1],
    'a proof that was changed, with its manifest': [
      () => remade((texts) => (texts['Missions/m1/Preuves/m1-validation-4.json'] = exported.replace('Jeanne', 'Jean'))),
      'ne correspond plus à son empreinte',
      1,
    ],
    'a proof that was made again whole, with its manifest': [
      () =>
        remade((texts) => {
          const [forged] = linked([{ ...proof, at: 1 }, other]);
          texts['Missions/m1/Preuves/m1-validation-4.json'] = JSON.stringify(forged);
        }),
      'La preuve m2-service-9 ne suit pas celle qui la précède',
      1,
    ],
    'the last proof made again whole, with its manifest': [
      () =>
        remade((texts) => {
          const [, forged] = linked([proof, { ...other, at: 1 }]);
          texts['Missions/m2/Preuves/m2-service-9.json'] = JSON.stringify(forged);
        }),
      'La preuve m2-service-9 n’est pas celle que le registre de la subvention désigne',
      1,
    ],
    'a proof without a place, later than one that has one, with its manifest': [
      () =>
        remade((texts) => {
          const record = { ...proof, id: 'm1-validation-5', at: proof.at + 1, documents: [] };
          const added = { proof: record, recordHash: sha256(canonicalJson(record)) };
          texts['Missions/m1/Preuves/m1-validation-5.json'] = JSON.stringify(added);
        }),
      'La preuve m1-validation-5 n’a pas de place dans la suite de son lauréat',
      1,
    ],
    'a proof after the last one that the ledger names, with its manifest': [
      () =>
        remade(
          (texts) => (texts[within] = JSON.stringify({ laureateId: 'l1', lines, head: { ...head, proofs: firstEnd } })),
        ),
      'La preuve m2-service-9 vient après la dernière',
      2,
    ],
    'a proof that was left out, with its manifest': [
      () => remade((texts) => delete texts['Missions/m1/Preuves/m1-validation-4.json']),
      'désigne des preuves qui ne sont pas dans l’archive : n° 1.',
      2,
    ],
    'the proofs of a ledger left out, all of them, with its manifest': [
      () =>
        remade((texts) => {
          for (const path of Object.keys(texts)) if (path.includes('/Preuves/')) delete texts[path];
        }),
      'désigne des preuves qui ne sont pas dans l’archive : n° 1, 2.',
      2,
    ],
    'a proof of nobody, with its manifest': [
      () =>
        remade((texts) => {
          const { laureateId: _laureateId, ...record } = other;
          const [nobodys] = linked([record, other]);
          texts['Missions/m2/Preuves/m2-service-9.json'] = JSON.stringify(nobodys);
        }),
      'la preuve est illisible',
      2,
    ],
    'a line of a ledger that was changed, with its manifest': [
      () => remade((texts) => (texts[within] = ledger.replaceAll('1000000', '2000000'))),
      'Registre.json',
      1,
    ],
    'a document that was decided on and left out, with its manifest': [
      () => remade((texts) => delete texts['Missions/m1/Documents/Devis/devis.pdf']),
      'n’est pas dans l’archive',
      2,
    ],
    'a document that the service could not give': [
      () => archiveOf(files, files, [{ path: 'perdu.pdf', sha256: '', reason: 'Perdu.' }]),
      'manquait déjà',
      2,
    ],
  } as const satisfies Record<string, readonly [() => ReturnType<typeof archiveOf>, string, number]>;

  it.each(Object.entries(others))('does not conclude well of %s', async (_name, [make, words, code]) => {
    const { bytes } = await make();
    expect(await said(bytes)).toEqual({ code, text: expect.stringContaining(words) });
  });

  it('finds a proof beside the ledger of its laureate, whose mission is not in the archive', async () => {
    const apart = 'Structures/La Filature [l1]/Preuves/m2-service-9.json';
    const { 'Missions/m2/Preuves/m2-service-9.json': moved, ...rest } = files;
    const texts = { ...rest, [apart]: moved };
    const { code, text } = await said((await archiveOf(texts, texts)).bytes);
    expect(text).toContain('Les 2 preuves qui ont une place dans la suite de leur lauréat s’y suivent');
    expect(code).toBe(0);
  });

  it('tells which proofs are between those of an archive without a ledger, and concludes all the same', async () => {
    const third = placed(3, second.chain.hash, { ...other, id: 'm1-service-12' });
    const texts = {
      'Missions/m1/Documents/Devis/devis.pdf': devis,
      'Missions/m1/Preuves/m1-validation-4.json': exported,
      'Missions/m1/Preuves/m1-service-12.json': JSON.stringify(third),
    };
    const { code, text } = await said((await archiveOf(texts, texts)).bytes);
    expect(text).toContain('le même lauréat en a d’autres, qui ne sont pas dans l’archive : n° 2.');
    expect(code).toBe(0);
  });

  it('says of an archive that is not the one whose print was kept', async () => {
    const { bytes } = await remade((texts) => (texts['ajout.txt'] = 'x'));
    expect(await said(bytes, (await archiveOf(files, files)).manifest)).toEqual({
      code: 1,
      text: expect.stringContaining('n’est pas celui dont vous avez donné l’empreinte'),
    });
  });

  it('concludes nothing of a file that is cut short, or is no archive of ours', async () => {
    const { bytes } = await archiveOf(files, files);
    expect(await said(bytes.subarray(0, 500))).toEqual({ code: 2, text: expect.stringContaining('illisible') });
    const written: Written = { entries: [], missing: [], offset: 0 };
    const pieces: Uint8Array[] = [];
    for await (const piece of zipEnd(each(written.entries), 0)) pieces.push(piece);
    expect(await said(Buffer.concat(pieces))).toEqual({ code: 2, text: expect.stringContaining('manifeste lisible') });
  });

  it('answers from the command line', async () => {
    const { bytes } = await archiveOf(files, files);
    writeFileSync(join(folder, 'whole.zip'), bytes);
    const command = [join(import.meta.dirname, 'verify.ts'), 'whole.zip'];
    const { stdout, status } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
    expect(stdout).toMatch(/✓ « Programme »[^✗?]*Tout concorde\.\n$/);
    expect(status).toBe(0);
    expect(readOptions(['whole.zip', '--manifest', 'a'])).toMatchObject({ archive: 'whole.zip', manifest: 'a' });
    expect(readOptions(['preuve.json', 'devis.pdf', '--manifest', 'a'])).toContain('Donnez une preuve');
  });
});
