import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { makeCertificate, makeKeys } from '../../../tools/sealing/certificates.ts';
import { renderDocument } from '../documents/render.ts';
import { issuedAtMs, samples } from '../documents/samples/samples.ts';
import { faultsOf } from '../documents/testing/conformance/check.ts';
import { readText } from '../documents/testing/raster.ts';
import { everyElement, readStructure } from '../documents/testing/structure-reading.ts';
import { partsOf } from './certificate.ts';
import { checkSeal } from './check.ts';
import { EngineFile, NotAnEngineFile } from './engine-file.ts';
import { openRevision } from './revision.ts';
import { SealError, seal } from './seal.ts';
import { identifiers, signedData } from './signed-data.ts';
import type { Signer } from './signer.ts';

const valid = { fromMs: Date.UTC(2024, 0, 1), toMs: Date.UTC(2034, 0, 1) };
const authority = makeCertificate({ ...valid, commonName: 'Autorité de certification', authority: true });
const keys = makeKeys('rsa');
const wanted = { ...valid, commonName: 'France Tiers-Lieux', keys, issuer: authority, serial: 77n } as const;
const signer = makeCertificate({ ...wanted, demonstration: false });
const known = [authority.certificate];
const said = { reason: 'Attestation de validation', sealedAtMs: issuedAtMs };

const attestation = renderDocument('attestation', samples.attestation, { issuedAtMs });
const sealed = Buffer.from(seal(attestation, signer, said));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const findingsOf = (bytes: Uint8Array, by = known) => checkSeal(bytes, by).findings;

/** `from` and `to` are of one length, so that no place in the file moves. */
function replaced(bytes: Buffer, from: string, to: string, last = false): Buffer {
  expect(to).toHaveLength(from.length);
  const text = bytes.toString('latin1');
  const place = last ? text.lastIndexOf(from) : text.indexOf(from);
  expect(place).toBeGreaterThan(-1);
  return Buffer.from(text.slice(0, place) + to + text.slice(place + from.length), 'latin1');
}

const hexadecimal = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const contentsOf = (bytes: Buffer) => /\/Contents<([0-9a-f]{4,})>>>/.exec(bytes.toString('latin1'))?.[1] ?? '';

/** What `seal` refuses to make: a signature at a time that the certificate does not cover. */
function sealedAt(sealedAtMs: number, by: Signer): Uint8Array {
  const room = 4_000;
  const description = { ...said, signedBy: 'France Tiers-Lieux', sealedAtMs };
  const contentHash = sha256(attestation);
  const { before, after } = openRevision(new EngineFile(attestation), description, { contentHash, room });
  const digest = createHash('sha256').update(before).update(after).digest();
  const signature = hexadecimal(signedData({ contentType: identifiers.data, digest }, by));
  return Buffer.concat([before, Buffer.from(`<${signature.padEnd(room * 2, '0')}>`), after]);
}

/** A second seal over everything, as another program would add one. */
function sealedAgain(bytes: Uint8Array, by: Signer): Uint8Array {
  const room = 4_000;
  const start = `9 0 obj\n<</Type/Sig/SubFilter/ETSI.CAdES.detached/M(D:20260101000000Z)/ByteRange`;
  const gapStart = bytes.length + start.length + 60;
  const gapEnd = gapStart + room * 2 + 2;
  const after = Buffer.from('>>\nendobj\n');
  const range = `[0 ${gapStart} ${gapEnd} ${after.length}]/Contents`.padEnd(60);
  const before = Buffer.concat([bytes, Buffer.from(start + range)]);
  const digest = createHash('sha256').update(before).update(after).digest();
  const signature = hexadecimal(signedData({ contentType: identifiers.data, digest }, by));
  return Buffer.concat([before, Buffer.from(`<${signature.padEnd(room * 2, '0')}>`), after]);
}

describe('a sealed document', () => {
  it('keeps its own bytes, its text and its pages', async () => {
    expect(sealed.subarray(0, attestation.length).equals(attestation)).toBe(true);
    expect(await readText(sealed)).toEqual(await readText(attestation));
  });

  it('is the same bytes again for an RSA key and the same instant, and others for another instant', () => {
    expect(sealed.equals(seal(attestation, signer, said))).toBe(true);
    expect(sealed.equals(seal(attestation, signer, { ...said, sealedAtMs: issuedAtMs + 1_000 }))).toBe(false);
  });

  it('has its seal in the structure that assistive technology reads', async () => {
    const { root } = await readStructure(sealed);
    const before = everyElement((await readStructure(attestation)).root);
    const elements = everyElement(root);
    expect(elements.map(({ type }) => type)).toEqual([...before.map(({ type }) => type), 'Form']);
    expect(root.children.at(-1)?.type).toBe('Form');

    const { context, catalog } = await PDFDocument.load(sealed);
    const tree = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const numbers = tree.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
    const form = context.lookup(numbers.get(numbers.size() - 1), PDFDict);
    const kid = form.lookup(PDFName.of('K'), PDFArray).lookup(0, PDFDict).lookup(PDFName.of('Obj'), PDFDict);
    expect(String(form.get(PDFName.of('S')))).toBe('/Form');
    expect(kid.lookup(PDFName.of('StructParent'))).toEqual(numbers.lookup(numbers.size() - 2, PDFNumber));
    expect(catalog.lookup(PDFName.of('AcroForm'), PDFDict).lookup(PDFName.of('SigFlags'))).toEqual(PDFNumber.of(3));
  });

  it('keeps the rules of PDF/UA and PDF/A, whose identifiers it still carries', async () => {
    expect(await faultsOf(sealed)).toEqual([]);
  });

  it('keeps the links of its pages', async () => {
    const subtypes = async (bytes: Uint8Array) =>
      (await PDFDocument.load(bytes))
        .getPages()
        .flatMap(({ node }) =>
          (node.Annots()?.asArray() ?? []).map((one) =>
            String(node.context.lookup(one, PDFDict).get(PDFName.of('Subtype'))),
          ),
        );
    const links = await subtypes(attestation);
    expect(links.length).toBeGreaterThan(0);
    expect((await subtypes(sealed)).sort()).toEqual([...links, '/Widget'].sort());
  });

  it.each(['statement', 'report', 'diagnostic'] as const)('may be any of ours: %s', (template) => {
    const bytes = renderDocument(template, samples[template], { issuedAtMs });
    expect(checkSeal(seal(bytes, signer, said), known)).toMatchObject({ holds: true });
  });

  it('is sealed once, and is ours: anything else is refused whole', async () => {
    const foreign = await (await PDFDocument.create()).save();
    const damaged = Buffer.from(attestation).fill(0x20, attestation.length - 200, attestation.length - 100);
    for (const bytes of [sealed, foreign, Buffer.from('%PDF-1.7\n'), attestation.subarray(0, 40_000), damaged])
      expect(() => seal(bytes, signer, said)).toThrow(NotAnEngineFile);
  });

  it('is not sealed with a certificate that is not valid yet, or no longer', () => {
    for (const sealedAtMs of [valid.fromMs - 1_000, valid.toMs + 1_000])
      expect(() => seal(attestation, signer, { ...said, sealedAtMs })).toThrow(SealError);
  });

  it('holds for another program too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sur-mesure-seal-'));
    const changed = replaced(sealed, 'obj\n', 'obj ');
    const judged = [sealed, changed].map((bytes) => {
      writeFileSync(join(folder, 'sealed.pdf'), bytes);
      const { error, stdout } = spawnSync('pdfsig', [join(folder, 'sealed.pdf')], { encoding: 'utf8' });
      return error ? null : stdout;
    });
    rmSync(folder, { recursive: true });
    const [whole, broken] = judged;
    // pdfsig (poppler-utils) is optional: our own check, below, is not. Where it is missing, the run says so.
    if (whole == null || broken == null) {
      process.stderr.write('pdfsig is not installed (poppler-utils): seals were checked by our own check alone\n');
      expect(findingsOf(sealed)).toEqual([]);
      return;
    }
    expect(whole).toContain('Signature is Valid');
    expect(whole).toContain('Total document signed');
    expect(whole).toContain('ETSI.CAdES.detached');
    expect(broken).toContain('Digest Mismatch');
  });
});

describe('the check of a seal', () => {
  it('says who sealed, when, and which document was inside', () => {
    expect(checkSeal(sealed, known)).toEqual({
      holds: true,
      findings: [],
      seals: [
        {
          signedBy: 'France Tiers-Lieux',
          issuedBy: 'OU=Certificat de démonstration, CN=Autorité de certification',
          certificateSha256: sha256(signer.certificate.raw),
          demonstration: false,
          sealedAtMs: issuedAtMs,
          contentSha256: sha256(attestation),
          findings: [],
        },
      ],
    });
  });

  it('accepts a P-256 key, and a certificate that is known by itself', () => {
    const alone = makeCertificate({ ...valid, commonName: 'Cette machine', kind: 'p256' });
    const bytes = seal(attestation, alone, said);
    expect(checkSeal(bytes, [alone.certificate])).toMatchObject({ holds: true, seals: [{ demonstration: true }] });
    expect(findingsOf(bytes)).toEqual(['unknownSigner']);
  });

  it('finds no seal where there is none', () => {
    expect(findingsOf(attestation)).toEqual(['unsealed']);
  });

  it('finds one byte changed in a page', () => {
    const changed = Buffer.from(sealed);
    changed[20_000] = (changed[20_000] ?? 0) ^ 1;
    expect(findingsOf(changed)).toEqual(['contentChanged']);
  });

  it('finds a revision added after the seal', () => {
    const hidden = Buffer.from(`\n5 0 obj\n<</Type/Page>>\nendobj\nstartxref\n10\n%%EOF\n`);
    expect(findingsOf(Buffer.concat([sealed, hidden]))).toEqual(['addedAfter']);
    expect(findingsOf(Buffer.concat([sealed, Buffer.from('\n')]))).toEqual(['addedAfter']);
  });

  it('finds the seal of another document', () => {
    const other = Buffer.from(seal(renderDocument('report', samples.report, { issuedAtMs }), signer, said));
    expect(findingsOf(replaced(sealed, contentsOf(sealed), contentsOf(other)))).toEqual(['foreignSeal']);
  });

  it('finds a certificate put in the place of the one that sealed, even for the same key', () => {
    const other = makeCertificate({ ...wanted, commonName: 'France Tiers Lieux', demonstration: false });
    const swapped = replaced(sealed, hexadecimal(signer.certificate.raw), hexadecimal(other.certificate.raw));
    expect(findingsOf(swapped)).toEqual(['certificateSwapped']);
  });

  it('finds a certificate left out', () => {
    const { issuer, serial } = partsOf(signer.certificate);
    const name = hexadecimal(Buffer.concat([issuer.raw, serial.raw]));
    expect(findingsOf(replaced(sealed, name, `${name.slice(0, -2)}4e`, true))).toEqual(['certificateMissing']);
  });

  it('finds a signature by another key', () => {
    const key = makeKeys('rsa').privateKey;
    expect(findingsOf(seal(attestation, { ...signer, key }, said))).toEqual(['signatureInvalid']);
  });

  it('finds a certificate that was not valid when the seal says it was made', () => {
    expect(findingsOf(sealedAt(issuedAtMs, signer))).toEqual([]);
    expect(findingsOf(sealedAt(valid.toMs + 1_000, signer))).toEqual(['unknownSigner', 'certificateOutOfDate']);
  });

  it('knows no certificate issued by one that may not issue any', () => {
    const issued = makeCertificate({ ...valid, commonName: 'France Tiers-Lieux', issuer: signer });
    expect(findingsOf(seal(attestation, issued, said))).toEqual(['unknownSigner']);
    const between = makeCertificate({ ...valid, commonName: 'Intermédiaire', issuer: authority, authority: true });
    const allowed = makeCertificate({ ...valid, commonName: 'France Tiers-Lieux', issuer: between });
    expect(findingsOf(seal(attestation, allowed, said))).toEqual([]);
  });

  it('judges a seal that it does not know, or can not read, as such', () => {
    expect(findingsOf(replaced(sealed, 'ETSI.CAdES.detached', 'adbe.pkcs7.detached'))).toEqual(['unsupported']);
    const contents = contentsOf(sealed);
    expect(findingsOf(replaced(sealed, contents, '0'.repeat(contents.length)))).toEqual(['unreadable']);
    expect(findingsOf(replaced(sealed, contents, `${contents.slice(0, -2)}01`))).toEqual(['unreadable']);
  });

  it('leaves nothing out but the signature: a wider gap is refused', () => {
    const [range = '', start = '', end = ''] = /\/ByteRange\[0 (\d+) (\d+)/.exec(sealed.toString('latin1')) ?? [];
    const wider = range.replace(start, `${Number(start) - 1}`).replace(end, `${Number(end) + 1}`);
    expect(findingsOf(replaced(sealed, range, wider))).toEqual(['unreadable', 'addedAfter']);
  });

  it('lets a second seal vouch for what it adds, if it is one that we know', () => {
    expect(checkSeal(sealedAgain(sealed, signer), known)).toMatchObject({ holds: true, seals: [{}, {}] });
    const stranger = makeCertificate({ ...valid, commonName: 'France Tiers-Lieux' });
    expect(findingsOf(sealedAgain(sealed, stranger))).toEqual(['unknownSigner']);
    const again = sealedAgain(sealed, signer);
    expect(findingsOf(Buffer.concat([again, Buffer.from(' ')]))).toEqual(['addedAfter']);
  });

  it('never holds once a byte of the document has changed, and never says anything else for one of the envelope', () => {
    const report = checkSeal(sealed, known);
    const gap = sealed.indexOf('/Contents<') + '/Contents'.length;
    const held: number[] = [];
    for (let place = 0; place < sealed.length; place += 487) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const found = checkSeal(changed, known);
      if (found.holds && place < gap) held.push(place);
      // The envelope has a few figures of its own (versions, algorithms said twice) that no signature covers.
      if (found.holds) expect(found).toEqual(report);
    }
    expect(held).toEqual([]);
  });
});
