import { beforeAll, describe, expect, it, vi } from 'vitest';
import { HOUR } from '../functions/src/domain/calendar.ts';
import { attestationOf } from '../functions/src/domain/proofs/export.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { documentHashes } from '../functions/src/store/collections/document-hashes.ts';
import { files } from '../functions/src/store/collections/files.ts';
import { PROOFS, proofs } from '../functions/src/store/collections/proofs.ts';
import { rateLimits } from '../functions/src/store/collections/sign-in.ts';
import { compareFile, comparisonLimits } from '../functions/src/store/proofs/compare-file.ts';
import { indexProofs } from '../functions/src/store/proofs/named-files.ts';
import { countOf } from '../functions/src/store/rate-limits.ts';
import { verify } from '../tools/verify/run.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { deposited, openProgramme } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { firestore } from './suite.ts';
import { type Actor, type Story, twoStories } from './two-stories.ts';

let story: Story;

beforeAll(async () => {
  await openProgramme();
  story = await twoStories();
});

/** Who reads a proof of the first story. */
const ofMission: readonly Actor[] = ['laureateX', 'expertA', 'staff', 'observer'];

describe('a proof', () => {
  const ofX = async () => {
    const found = await firestore.collection(PROOFS).where('missionId', '==', story.mission.missionId).get();
    const [proof] = proofs.list(found.docs);
    if (!proof) throw new Error('the first story has a proof');
    return proof;
  };
  /** Of a file, by anybody: no token goes with the question. */
  const compared = async (sha256: string, proofId: string | null = null) =>
    (await expectCall('compareFile', { sha256, proofId }, null)).comparison;
  /** The attestation is made by a trigger; it is found by its bytes from then on. */
  const attestation = (proofId: string) =>
    vi.waitFor(
      async () => {
        const file = await get(firestore, files, attestationOf(proofId));
        expect(await get(firestore, documentHashes, file?.sha256 ?? 'none')).not.toBeNull();
        return file?.sha256 ?? '';
      },
      { timeout: 60_000, interval: 100 },
    );

  it('is exported by its laureate, its expert and who oversees, and checked without the service', async () => {
    const { id: proofId } = await ofX();
    const attested = await attestation(proofId);
    for (const actor of ofMission) {
      const { name: _name, ...view } = await expectCall('view', { name: 'proof', proofId }, story.tokens[actor]);
      if (!('exported' in view)) throw new Error('another view came back');
      const { exported } = view;
      expect(Object.keys(exported).toSorted()).toEqual(['attestation', 'chain', 'proof', 'recordHash']);
      expect(exported.attestation?.sha256).toBe(attested);
      expect(JSON.stringify(exported)).not.toMatch(new RegExp(`${story.y.laureateId}|userAgent|"ip"`));
      const file = samplePdf(story.mission.devis.id);
      const offline = { known: [], textOf: async () => null };
      const answers = await verify({ ...offline, proof: JSON.stringify(exported, null, 2), file });
      expect(answers.map(({ verdict }) => verdict)).toEqual(['holds', 'holds', 'told', 'holds']);
      const changed = { ...exported, proof: { ...exported.proof, subsidyCents: 1 } };
      const [record] = await verify({ ...offline, proof: JSON.stringify(changed), file });
      expect(record?.verdict).toBe('fails');
    }
    const refused = [
      ['laureateY', 'proof-unknown'],
      ['expertB', 'proof-unknown'],
      ['formerExpert', 'proof-unknown'],
      ['formerStaff', 'account-inactive'],
      ['anonymous', 'not-signed-in'],
    ] as const;
    for (const [actor, code] of refused)
      expect([actor, codeOf(await call('view', { name: 'proof', proofId }, story.tokens[actor]))]).toEqual([
        actor,
        code,
      ]);
    expect(codeOf(await call('view', { name: 'proof', proofId: newId() }, story.tokens.staff))).toBe('proof-unknown');
  });

  it('answers of a file by one word, to anyone, and says neither what else is kept nor which numbers exist', async () => {
    const { id: proofId } = await ofX();
    const { devis, diagnostic } = story.mission;
    for (const sha256 of [devis.sha256, diagnostic.sha256, await attestation(proofId)]) {
      expect([await compared(sha256), await compared(sha256, proofId)]).toEqual(['identical', 'identical']);
      expect(await compared(sha256, newId())).toBe('different');
    }
    // Kept here too, and validated by nobody: as unknown as what was never here.
    const kept = await deposited(null, story.x.signatory.uid, 'application', story.x.laureateId);
    for (const sha256 of [kept.sha256, '0'.repeat(64)]) {
      expect(await compared(sha256)).toBe('unknown');
      expect([await compared(sha256, proofId), await compared(sha256, newId())]).toEqual(['different', 'different']);
    }
  });

  it('answers no more to an address that asked too often, and still to the others', async () => {
    const now = Date.now();
    const ask = (address: string) =>
      compareFile(firestore, { sha256: '0'.repeat(64), proofId: null, from: { address, relay: newId() }, now });
    const [often, seldom] = [newId(), newId()];
    await countOf(firestore, comparisonLimits.ip, often).set(
      rateLimits.write({ count: comparisonLimits.ip.most, resetsAt: now + HOUR }),
    );
    expect(codeOf(await ask(often))).toBe('too-many-comparisons');
    expect(await ask(seldom)).toEqual({ comparison: 'unknown' });
  });

  it('made before files were found by their bytes is found once the command has run', async () => {
    const proof = await ofX();
    const hashes = [await attestation(proof.id), ...proof.documents.map(({ sha256 }) => sha256)];
    await Promise.all(hashes.map((hash) => firestore.doc(documentHashes.path(hash)).delete()));
    expect((await indexProofs(firestore, false)).missing).toBeGreaterThanOrEqual(hashes.length);
    expect(await Promise.all(hashes.map((hash) => compared(hash)))).toEqual(hashes.map(() => 'unknown'));
    await indexProofs(firestore, true);
    expect(await Promise.all(hashes.map((hash) => compared(hash, proof.id)))).toEqual(hashes.map(() => 'identical'));
  });
});
