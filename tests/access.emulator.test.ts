import { beforeAll, describe, expect, it } from 'vitest';
import { clientWrites, type ReadCollection, type Relation, reads } from '../functions/src/domain/access/reads.ts';
import { HOUR } from '../functions/src/domain/calendar.ts';
import { noExpertFilter } from '../functions/src/domain/lists/experts.ts';
import { noLaureateFilter } from '../functions/src/domain/lists/laureates.ts';
import { noMissionFilter } from '../functions/src/domain/lists/missions.ts';
import type { ViewRequest } from '../functions/src/domain/views.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { experts } from '../functions/src/store/collections/experts.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { allows, allowsQuery, type Operation, operations } from './firestore-client.ts';
import { openProgramme } from './programme.ts';
import { firestore, origin } from './suite.ts';
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
    expect([
      await read(),
      codeOf(await call('view', { name: 'staff', whose: 'all', after: null }, story.tokens.observer)),
    ]).toEqual([false, 'account-inactive']);
    await account.update({ until: Date.now() + HOUR });
    expect([
      await read(),
      codeOf(await call('view', { name: 'staff', whose: 'all', after: null }, story.tokens.observer)),
    ]).toEqual([true, null]);
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
    const { laureateId } = story.x;
    for (const sharing of [
      { name: 'partners', laureateId },
      { name: 'sharedNeeds', laureateId },
      { name: 'sharers', laureateId, subtheme: '4.2' },
    ] as const)
      expect([await view('laureateX', sharing), await view('laureateY', sharing)]).toEqual([null, 'not-yours']);
    const experts = {
      name: 'expertsForNeed',
      laureateId: story.x.laureateId,
      ...{ subthemes: ['4.2'], words: '', chosenIds: [], page: 0 },
    } as const;
    expect(await view('laureateX', experts)).toBeNull();
    for (const actor of ['laureateY', 'expertA', 'observer'] as const)
      expect(await view(actor, experts)).toBe('not-yours');
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

  it('of the team is for the team, and for who observes', async () => {
    const { laureateId } = story.x;
    const page = { descending: false, after: null, before: null, size: 10 } as const;
    const ofTeam: readonly ViewRequest[] = [
      { name: 'staff', whose: 'all', after: null },
      { name: 'expertFile', expertId: story.a.expertId },
      { name: 'missions', filters: noMissionFilter, page: { ...page, sort: 'since' } },
      { name: 'laureates', filters: noLaureateFilter, page: { ...page, sort: 'name' } },
      { name: 'experts', filters: noExpertFilter, page: { ...page, sort: 'company' } },
      { name: 'laureateChoices' },
      { name: 'laureateHeader', laureateId },
      { name: 'laureateMails', laureateId, before: null },
      { name: 'programmeLedger', after: null },
    ];
    for (const request of ofTeam) {
      for (const actor of ['expertA', 'laureateX'] as const) expect(await view(actor, request)).toBe('staff-only');
      for (const actor of ['staff', 'observer'] as const) expect(await view(actor, request)).toBeNull();
    }
    expect([await view('laureateX', { name: 'expert' }), await view('expertA', { name: 'expert' })]).toEqual([
      'no-expert',
      null,
    ]);
  });

  it('of the experts shows who observes the contacts that the directory shows, and finds nobody by another', async () => {
    const expert = await get(firestore, experts, story.b.expertId);
    if (expert === null) throw new Error('the expert has no record');
    const listed = async (actor: Actor) => {
      const filters = { ...noExpertFilter, words: story.b.email };
      const page = { sort: 'company', descending: false, after: null, before: null, size: 10 } as const;
      const answer = await expectCall('view', { name: 'experts', filters, page }, story.tokens[actor]);
      return 'page' in answer && answer.name === 'experts' ? answer.page.rows.map(({ contact }) => contact) : [];
    };
    const { name, email, phone } = expert.contact;
    expect(expert.publishes).toEqual({ email: true, phone: false });
    expect(await listed('staff')).toEqual([{ name, email, phone }]);
    expect(await listed('observer')).toEqual([{ name, email, phone: '' }]);
    const nothing = { ...expert, publishes: { email: false, phone: false } };
    await firestore.doc(experts.path(expert.id)).set(experts.write(nothing));
    expect(await listed('staff')).toEqual([{ name, email, phone }]);
    expect(await listed('observer')).toEqual([]);
    await firestore.doc(experts.path(expert.id)).set(experts.write(expert));
  });

  it('is asked in three megabytes at most, sent whole or in pieces', async () => {
    const asked = (spaces: number) => new Blob([`{"data": {"name": "contact"}${' '.repeat(spaces)}}`]);
    const answer = async (body: Blob | ReadableStream) => {
      const headers = { 'content-type': 'application/json' };
      const sent = await fetch(`${origin}/api/view`, { method: 'POST', headers, body, duplex: 'half' });
      return sent.text();
    };
    for (const sentAs of [(body: Blob) => body, (body: Blob) => body.stream()]) {
      expect(await answer(sentAs(asked(3_000_000)))).toContain('invalid-input');
      expect(await answer(sentAs(asked(1_000)))).toContain('"result"');
    }
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

function keysOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(table).filter((name): name is Name => name in table);
}
