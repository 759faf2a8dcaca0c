import { beforeAll, describe, expect, it, vi } from 'vitest';
import { clientWrites, type ReadCollection, type Relation, reads } from '../functions/src/domain/access/reads.ts';
import { HOUR } from '../functions/src/domain/calendar.ts';
import { attestationOf } from '../functions/src/domain/proofs/export.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { documentHashes } from '../functions/src/store/collections/document-hashes.ts';
import { files } from '../functions/src/store/collections/files.ts';
import { PROOFS, proofs } from '../functions/src/store/collections/proofs.ts';
import { rateLimits } from '../functions/src/store/collections/sign-in.ts';
import { compareFile, comparisonLimits } from '../functions/src/store/proofs/compare-file.ts';
import { indexProofs } from '../functions/src/store/proofs/named-files.ts';
import { countOf } from '../functions/src/store/rate-limits.ts';
import { verify } from '../tools/verify/run.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { allows, allowsQuery, type Operation, operations } from './firestore-client.ts';
import { deposited, openProgramme } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { firestore } from './suite.ts';
import { type Actor, type Story, twoStories } from './two-stories.ts';

/** What each actor is to the documents of the first story: of laureate X, its signatory, expert A and their mission. */
const relations = {
  anonymous: [],
  selfMade: [],
  expertA: ['company'],
  expertB: [],
  formerExpert: [],
  laureateX: ['member', 'participant'],
  laureateY: [],
  staff: ['overseer'],
  observer: ['overseer'],
  formerStaff: [],
} as const satisfies Record<Actor, readonly Relation[]>;
/** Whom a document is about, where that person alone may read it. */
const about: { readonly [Name in ReadCollection]?: Actor } = {
  account: 'laureateX',
  grant: 'expertA',
  upload: 'expertA',
};
const everyone = keysOf(relations);
const ofMission: readonly Actor[] = ['laureateX', 'expertA', 'staff', 'observer'];

/** What the reference policy says of one cell. Clients write none of these documents. */
function allowedByPolicy(actor: Actor, collection: ReadCollection, operation: Operation): boolean {
  if (operation !== 'get' && operation !== 'list') return false;
  const mine: readonly Relation[] = [
    'anyone',
    ...relations[actor],
    ...(about[collection] === actor ? (['self'] as const) : []),
  ];
  const readers: readonly Relation[] = reads[collection][operation];
  return readers.some((reader) => mine.includes(reader));
}

let story: Story;

beforeAll(async () => {
  await openProgramme();
  story = await twoStories();
});

const fieldsOf = {
  draft: { schema: { integerValue: '1' }, text: { stringValue: 'Brouillon' }, updatedAt: { integerValue: '1' } },
} as const satisfies Record<keyof typeof clientWrites, object>;

describe('the Firestore rules', () => {
  it.each(everyone)('let %s do what the access matrix says and nothing else', async (actor) => {
    const token = story.tokens[actor];
    const cells = keysOf(reads).flatMap((collection) => operations.map((operation) => ({ collection, operation })));
    const verdicts = await Promise.all(
      cells.map(async ({ collection, operation }) => ({
        cell: `${operation} ${collection}`,
        verdict: await allows(operation, story.paths[collection], token),
      })),
    );
    const expected = cells.map(({ collection, operation }) => ({
      cell: `${operation} ${collection}`,
      verdict: allowedByPolicy(actor, collection, operation),
    }));
    expect(verdicts).toEqual(expected);
  });

  it('answer for every actor, collection and operation, and refuse a collection that is not named', async () => {
    const cells = everyone.length * keysOf(reads).length * operations.length;
    process.stdout.write(`The access matrix: ${cells} cells compared with the Firestore rules.\n`);
    expect(cells).toBeGreaterThanOrEqual(400);
    for (const actor of everyone)
      for (const path of [`unknown/${newId()}`, `laureates/${story.x.laureateId}/unknown/${newId()}`])
        expect(await Promise.all(operations.map((operation) => allows(operation, path, story.tokens[actor])))).toEqual(
          operations.map(() => false),
        );
  });

  it('list the directory to anyone by its published cards, and to nobody without that filter', async () => {
    const published = {
      fieldFilter: { field: { fieldPath: 'published' }, op: 'EQUAL', value: { booleanValue: true } },
    };
    for (const token of [null, story.tokens.laureateY]) {
      expect(await allowsQuery('directory', published, token)).toBe(true);
      expect(await allowsQuery('directory', null, token)).toBe(false);
    }
  });

  it('let nobody search across laureates and missions', async () => {
    for (const collection of ['ledger', 'grants', 'members', 'shares', 'submissions'])
      for (const actor of ['expertB', 'laureateY'] as const)
        expect(await allowsQuery(collection, null, story.tokens[actor], true)).toBe(false);
  });

  it('close to an observer when the invitation ends', async () => {
    const account = firestore.doc(accounts.path(story.observer.uid));
    const read = () => allows('get', story.paths.laureate, story.tokens.observer);
    await account.update({ until: Date.now() - 1 });
    expect([await read(), codeOf(await call('view', { name: 'staff' }, story.tokens.observer))]).toEqual([
      false,
      'account-inactive',
    ]);
    await account.update({ until: Date.now() + HOUR });
    expect([await read(), codeOf(await call('view', { name: 'staff' }, story.tokens.observer))]).toEqual([true, null]);
  });
});

describe('drafts, the only documents that clients write', () => {
  const own = (kind: keyof typeof clientWrites, key = 'one') =>
    clientWrites[kind].replace('{person}', story.x.signatory.uid).replace('{key}', key);
  const write = (path: string, fields: object, actor: Actor = 'laureateX') =>
    allows('create', path, story.tokens[actor], { ...fields });

  it('are written, read and deleted by their owner, and by nobody else', async () => {
    for (const kind of keysOf(clientWrites)) {
      const fields = fieldsOf[kind];
      for (const actor of everyone.filter((one) => one !== 'laureateX')) {
        const verdicts = operations.map((operation) => allows(operation, own(kind), story.tokens[actor], fields));
        expect(await Promise.all(verdicts)).toEqual(operations.map(() => false));
      }
      for (const operation of operations)
        expect(await allows(operation, own(kind), story.tokens.laureateX, fields)).toBe(true);
    }
  });

  it.each([
    ['a field more', { ...fieldsOf.draft, admin: { booleanValue: true } }],
    ['a field less', { schema: fieldsOf.draft.schema, text: fieldsOf.draft.text }],
    ['another type', { ...fieldsOf.draft, text: { integerValue: '1' } }],
    ['another schema', { ...fieldsOf.draft, schema: { integerValue: '2' } }],
    ['too long a text', { ...fieldsOf.draft, text: { stringValue: 'x'.repeat(100_001) } }],
  ])('are refused with %s', async (_what, fields) => {
    expect(await write(own('draft', newId()), fields)).toBe(false);
    expect(await write(own('draft', newId()), fieldsOf.draft)).toBe(true);
  });
});

describe('what a page reads', () => {
  const view = async (actor: Actor, request: Parameters<typeof call<'view'>>[1]) =>
    codeOf(await call('view', request, story.tokens[actor]));

  it('of a laureate is for its people and for those who oversee', async () => {
    const laureate = { name: 'laureate', laureateId: story.x.laureateId } as const;
    expect(await view('laureateX', laureate)).toBeNull();
    expect(await view('observer', laureate)).toBeNull();
    for (const actor of ['laureateY', 'expertA', 'expertB'] as const)
      expect(await view(actor, laureate)).toBe('not-yours');
    expect(await view('formerStaff', laureate)).toBe('account-inactive');
    expect(await view('anonymous', laureate)).toBe('not-signed-in');
    const partners = { name: 'partners', laureateId: story.x.laureateId } as const;
    expect([await view('laureateX', partners), await view('laureateY', partners)]).toEqual([null, 'not-yours']);
  });

  it('of a mission does not say to others that it exists', async () => {
    const mission = { name: 'mission', missionId: story.mission.missionId, laureateId: null } as const;
    for (const actor of ofMission) expect(await view(actor, mission)).toBeNull();
    for (const actor of ['laureateY', 'expertB'] as const) {
      expect(await view(actor, mission)).toBe('mission-unknown');
      expect(await view(actor, { ...mission, missionId: newId() })).toBe('mission-unknown');
    }
  });

  it('of a mission of another laureate stays closed when one asks in its name', async () => {
    const mission = { name: 'mission', missionId: story.mission.missionId, laureateId: story.x.laureateId } as const;
    expect([await view('laureateX', mission), await view('laureateY', mission)]).toEqual([null, 'mission-unknown']);
  });

  it('of a dossier is open to the expert with a grant on it, never to one with a grant elsewhere', async () => {
    const dossier = (laureateId: string) => ({ name: 'dossier', laureateId }) as const;
    expect(await view('expertA', dossier(story.x.laureateId))).toBeNull();
    expect(await view('expertB', dossier(story.y.laureateId))).toBeNull();
    expect(await view('expertA', dossier(story.y.laureateId))).toBe('no-grant');
    expect(await view('expertB', dossier(story.x.laureateId))).toBe('no-grant');
    expect(await view('laureateY', dossier(story.x.laureateId))).toBe('not-yours');
  });

  it('of the team is for the team', async () => {
    const file = { name: 'expertFile', expertId: story.a.expertId } as const;
    for (const actor of ['expertA', 'laureateX'] as const) {
      expect(await view(actor, { name: 'staff' })).toBe('staff-only');
      expect(await view(actor, file)).toBe('staff-only');
    }
    for (const actor of ['staff', 'observer'] as const)
      expect([await view(actor, { name: 'staff' }), await view(actor, file)]).toEqual([null, null]);
    expect([await view('laureateX', { name: 'expert' }), await view('expertA', { name: 'expert' })]).toEqual([
      'no-expert',
      null,
    ]);
  });

  it('never holds another laureate in its text', async () => {
    const requests = [
      { name: 'laureate', laureateId: null },
      { name: 'mission', missionId: story.mission.missionId, laureateId: null },
    ] as const;
    for (const request of requests) {
      const shown = JSON.stringify(await call('view', request, story.tokens.laureateX));
      expect(shown).toContain(story.x.laureateId);
      expect(shown).not.toContain(story.y.laureateId);
      expect(shown).not.toContain(story.y.email);
    }
  });
});

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
      { timeout: 20_000, interval: 100 },
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
    const refused = {
      ...{ laureateY: 'proof-unknown', expertB: 'proof-unknown', formerExpert: 'proof-unknown' },
      ...{ formerStaff: 'account-inactive', anonymous: 'not-signed-in' },
    } as const;
    for (const actor of keysOf(refused))
      expect([actor, codeOf(await call('view', { name: 'proof', proofId }, story.tokens[actor]))]).toEqual([
        actor,
        refused[actor],
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

function keysOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(table).filter((name): name is Name => name in table);
}
