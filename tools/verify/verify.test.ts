import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { renderDocument } from '../../functions/src/documents/render.ts';
import { issuedAtMs, samples } from '../../functions/src/documents/samples/samples.ts';
import { readText } from '../../functions/src/documents/testing/raster.ts';
import { seal } from '../../functions/src/sealing/seal.ts';
import { OpensslAuthority } from '../../functions/src/sealing/testing/openssl-authority.ts';
import { readResponse, timeStampRequest } from '../../functions/src/sealing/time-stamp/messages.ts';
import { sha256 } from '../../functions/src/store/hash.ts';
import { makeCertificate, timeStamping } from '../sealing/certificates.ts';
import { chainHashOf, type ExportedProof, recordHashOf, stampedHashOf } from './exported.ts';
import { readOptions } from './options.ts';
import { exitCodeOf, verify } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'sur-mesure-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const now = Date.now();
const valid = { fromMs: Date.UTC(2020, 0, 1), toMs: now + 86_400_000 };
const signer = makeCertificate({ ...valid, commonName: 'France Tiers-Lieux', demonstration: false });
const clock = makeCertificate({ ...valid, commonName: 'Autorité d’horodatage', uses: [timeStamping] });
const known = [signer.certificate, clock.certificate];

const devis = Buffer.from('%PDF-1.7 le devis, tel qu’il a été montré');
const proof = {
  ...{ id: 'm1-validation-4', at: issuedAtMs, laureateId: 'l1', sealed: true },
  person: { name: 'Jeanne Martin', organisation: 'La Filature' },
  documents: [{ fileId: 'f1', sha256: createHash('sha256').update(devis).digest('hex') }],
};
const authority = new OpensslAuthority(join(folder, 'authority'), clock);
const place = { sequence: 3, previousHash: 'a'.repeat(64) };

function exportOf(record: ExportedProof['proof']) {
  const hash = chainHashOf({ proof: record }, place);
  const together = { day: '2026-11-29', hashes: ['b'.repeat(64), hash] };
  const response = readResponse(authority.answer(timeStampRequest(Buffer.from(stampedHashOf(together), 'hex'), 7n)));
  const token = response.granted ? Buffer.from(response.token).toString('base64') : '';
  return {
    ...{ proof: record, recordHash: recordHashOf({ proof: record }) },
    ...{ chain: { ...place, hash }, timeStamp: { ...together, token } },
  } satisfies ExportedProof;
}

const exported = exportOf(proof);
const { recordHash, chain } = exported;
const { token, ...stamped } = exported.timeStamp;

const attestationOf = (hash: string) =>
  seal(renderDocument('attestation', { ...samples.attestation, recordHash: hash }, { issuedAtMs }), signer, {
    reason: 'Attestation de validation',
    sealedAtMs: issuedAtMs,
  });
const attestation = attestationOf(recordHash);

async function said(changes: { proof?: unknown; file?: Uint8Array; known?: typeof known }) {
  const answers = await verify({
    proof: JSON.stringify(changes.proof ?? exported),
    file: changes.file ?? devis,
    known: changes.known ?? known,
    textOf: async (bytes) => (await readText(bytes)).join('\n'),
  });
  return { code: exitCodeOf(answers), text: answers.map(({ sentence }) => sentence).join('\n') };
}

describe('npm run verify', () => {
  it('recognises a file that was validated, in its place and at its time', async () => {
    const { code, text } = await said({});
    expect(text).toContain('Identique : ce fichier est un de ceux qui ont été validés');
    expect(text).toContain('Jeanne Martin, La Filature');
    expect(text).toContain('n° 3 de la chaîne');
    expect(text).toContain('Horodaté par Autorité d’horodatage (certificat de démonstration)');
    expect(code).toBe(0);
  });

  it('says that nobody outside gave the time of a proof, and concludes all the same', async () => {
    const { timeStamp: _timeStamp, ...unstamped } = exported;
    const { code, text } = await said({ proof: unstamped });
    expect(text).toContain('Cette preuve n’est pas horodatée');
    expect(code).toBe(0);
  });

  it('recognises the attestation by its seal and by the hash that it prints', async () => {
    const { code, text } = await said({ file: attestation });
    expect(text).toContain('L’attestation est celle de cette preuve');
    expect(text).toContain('Cachet au nom de France Tiers-Lieux');
    expect(code).toBe(0);
  });

  const unsealed = renderDocument('attestation', { ...samples.attestation, recordHash }, { issuedAtMs });
  const changed = Buffer.from(attestation);
  changed[9_000] = (changed[9_000] ?? 0) ^ 1;
  const others = {
    'another file': [{ file: Buffer.from('%PDF-1.7 un autre devis') }, 'Différent', 1],
    'the attestation of another proof': [
      { file: attestationOf('c'.repeat(64)) },
      'n’est pas l’attestation de cette',
      1,
    ],
    'an attestation that was changed': [{ file: changed }, 'a changé depuis', 1],
    'a record that was changed': [{ proof: { ...exported, proof: { ...proof, at: 1 } } }, 'a été modifié', 1],
    'a link that was changed': [{ proof: { ...exported, chain: { ...chain, sequence: 4 } } }, 'à sa place', 1],
    'the time-stamp of others': [
      { proof: { ...exported, timeStamp: { ...stamped, hashes: ['b'.repeat(64)], token } } },
      'ne porte pas sur cet enregistrement',
      1,
    ],
    'a time-stamp whose list was changed': [
      { proof: { ...exported, timeStamp: { ...stamped, hashes: [chain.hash], token } } },
      'n’est pas bon',
      1,
    ],
    'a record that says it is later than its time-stamp': [
      { proof: exportOf({ ...proof, at: now + 86_400_000 }) },
      'plus récent que son horodatage',
      1,
    ],
    'an authority that nobody named': [{ known: [signer.certificate] }, 'donnez son certificat', 2],
    'a seal by nobody who was named': [
      { file: attestation, known: [clock.certificate] },
      'ne vient pas du programme',
      2,
    ],
    'a sealed document that prints the hash, where the export names another': [
      { file: attestation, proof: { ...exported, attestation: { fileId: 'f2', sha256: 'c'.repeat(64) } } },
      'désigne un autre fichier',
      2,
    ],
    'an attestation that carries no seal': [
      { file: unsealed, proof: { ...exported, attestation: { fileId: 'f2', sha256: sha256(unsealed) } } },
      'ne porte pas de cachet',
      2,
    ],
    'a proof that is none': [{ proof: { rien: true } }, 'illisible', 2],
  } as const satisfies Record<string, readonly [Parameters<typeof said>[0], string, number]>;

  it.each(Object.entries(others))('does not conclude well of %s', async (_name, [changes, words, code]) => {
    expect(await said(changes)).toEqual({ code, text: expect.stringContaining(words) });
  });

  it('answers with the code and the words from the command line, and says what is missing', () => {
    const files = { 'proof.json': JSON.stringify(exported), 'seal.pem': known.map(String).join('\n') };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'attestation.pdf'), attestation);
    const run = (...options: string[]) =>
      spawnSync(process.execPath, [join(import.meta.dirname, 'verify.ts'), ...options], {
        cwd: folder,
        encoding: 'utf8',
      });
    const whole = run('proof.json', 'attestation.pdf', '--certificate', 'seal.pem');
    expect(whole.stdout).toMatch(/✓ L’attestation est celle de cette preuve[^✗?]*Tout concorde\.\n$/);
    expect(whole.status).toBe(0);
    const absent = run('proof.json', 'absent.pdf');
    expect(absent).toMatchObject({ status: 2, stderr: '« absent.pdf » ne peut pas être lu.\n' });
    expect(readOptions(['proof.json'])).toContain('une preuve et un fichier');
    expect(readOptions(['proof.json', 'a.pdf', '--force'])).toContain('Option inconnue');
  });
});
