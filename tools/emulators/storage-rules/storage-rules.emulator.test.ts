import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseBinary } from '../binaries.ts';
import { gatherFacts } from '../machine.ts';
import { storageRulesLauncher } from '../prepare.ts';
import { RulesRuntimeClient } from './runtime-client.ts';

/*
 * Judged by the runtime that this machine's suite uses: our stand-in, or Google's own where it was downloaded. Both must
 * give the same verdicts, so the table proves the stand-in on one machine and the table itself on the other. The limit of
 * two documents is production's and our stand-in's; Google's emulator is not known to hold it, so that group belongs to
 * the stand-in and exists only where it runs.
 */
const facts = await gatherFacts(['storage'], false);
const choice = chooseBinary('storage', facts);
const built = resolve(import.meta.dirname, '../../../.emulators/built');

async function runtimeJar(): Promise<string> {
  if (choice.kind === 'standIn') return storageRulesLauncher(choice.engine, built);
  if (choice.kind === 'named') return choice.path;
  const { downloaded } = facts;
  if (downloaded.storage === undefined) throw new Error(`No Storage rules runtime on this machine: ${choice.kind}`);
  return downloaded.storage;
}

const documents = {
  'all/types': {
    nothing: { nullValue: null },
    yes: { booleanValue: true },
    whole: { integerValue: '9007199254740993' },
    part: { doubleValue: 1.5 },
    instant: { timestampValue: '2026-01-02T03:04:05.678Z' },
    word: { stringValue: 'été' },
    bytes: { bytesValue: 'AAEC' },
    link: { referenceValue: 'projects/demo-rules/databases/(default)/documents/all/other' },
    place: { geoPointValue: { latitude: 48.5 } },
    list: { arrayValue: { values: [{ integerValue: '1' }, { stringValue: 'b' }] } },
    map: { mapValue: { fields: { inner: { mapValue: { fields: { word: { stringValue: 'deep' } } } } } } },
    emptyList: { arrayValue: {} },
    emptyMap: { mapValue: {} },
  },
  'all/other': { yes: { booleanValue: true } },
  'all/third': { yes: { booleanValue: true } },
};

const at = (path: string) => `/databases/(default)/documents/${path}`;
const get = (path: string) => `firestore.get(${at(path)}).data`;
const exists = (path: string) => `firestore.exists(${at(path)})`;
const types = get('all/types');

const rules = (condition: string) => `rules_version = '2';
service firebase.storage {
  match /b/{bucket}/o {
    match /files/{id} {
      allow get: if ${condition};
    }
  }
}`;

const signedIn = {
  auth: { map_value: { fields: { uid: { string_value: 'ada' } } } },
  time: { timestamp_value: '2026-06-01T00:00:00.000Z' },
};
const anonymous = { auth: { null_value: null } };

const verdicts: [rule: string, request: object, permit: boolean][] = [
  ['true', anonymous, true],
  ['false', anonymous, false],
  ['request.auth != null', anonymous, false],
  ['request.auth != null', signedIn, true],
  ["request.auth.uid == 'ada'", signedIn, true],
  ["request.auth.uid == 'bob'", signedIn, false],
  ['resource == null', anonymous, true],
  ["id == 'a.pdf' && bucket == 'demo'", anonymous, true],
  [`${types}.nothing == null`, anonymous, true],
  [`${types}.yes`, anonymous, true],
  [`${types}.whole == 9007199254740993`, anonymous, true],
  [`${types}.whole == 9007199254740992`, anonymous, false],
  [`${types}.part == 1.5`, anonymous, true],
  [`${types}.instant.toMillis() == 1767323045678`, anonymous, true],
  [`${types}.instant < request.time`, signedIn, true],
  [`${types}.instant > request.time`, signedIn, false],
  [`${types}.word == 'été'`, anonymous, true],
  [`${types}.bytes == b'\\x00\\x01\\x02'`, anonymous, true],
  [`${types}.link == ${at('all/other')}`, anonymous, true],
  [`${types}.link == ${at('all/types')}`, anonymous, false],
  [`${types}.place.latitude() == 48.5 && ${types}.place.longitude() == 0.0`, anonymous, true],
  [`${types}.list[0] == 1 && ${types}.list[1] == 'b' && ${types}.list.size() == 2`, anonymous, true],
  [`${types}.map.inner.word == 'deep'`, anonymous, true],
  [`${types}.emptyList.size() == 0 && ${types}.emptyMap.keys().size() == 0`, anonymous, true],
  [exists('all/types'), anonymous, true],
  [exists('all/nowhere'), anonymous, false],
  [`${types}.yes && ${get('all/other')}.yes`, anonymous, true],
  [`(request.auth == null ? ${types} : ${get('all/nowhere')}).yes`, anonymous, true],
  [`(request.auth == null ? ${types} : ${get('all/nowhere')}).yes`, signedIn, false],
];

const errors: [what: string, rule: string][] = [
  ['a member that the document lacks', `${types}.missing == null`],
  ['a member of a document that is not there', `${get('all/nowhere')}.yes`],
  ['a comparison between types', `${types}.word < 3`],
  ['an index out of a list', `${types}.list[7] == 1`],
  ['a function that does not exist', 'unheardOf(1)'],
  ['a condition that is no boolean', `${types}.word`],
];

describe(`the Storage rules runtime of this machine (${choice.kind})`, () => {
  let runtime: RulesRuntimeClient;
  let rulesets = 0;

  beforeAll(async () => {
    runtime = new RulesRuntimeClient(await runtimeJar(), documents);
    await runtime.ready;
  });
  afterAll(() => runtime.end());

  async function judge(rule: string, request: object, path = '/b/demo/o/files/a.pdf', method = 'get') {
    rulesets += 1;
    expect((await runtime.load(`r${rulesets}`, rules(rule))).errors).toEqual([]);
    return runtime.verify(`r${rulesets}`, path, method, request);
  }

  test.each(verdicts)('%s %j → %s', async (rule, request, permit) => {
    expect((await judge(rule, request)).permit).toBe(permit);
  });

  test.each(errors)('%s is a denial, not a failure', async (_what, rule) => {
    expect(await judge(rule, anonymous)).toMatchObject({ errors: [], permit: false });
  });

  test.each([
    ['another method', '/b/demo/o/files/a.pdf', 'delete'],
    ['a path that no rule names', '/b/demo/o/secret/a.pdf', 'get'],
    ['a path deeper than the rule', '/b/demo/o/files/a/b.pdf', 'get'],
  ])('%s is denied where everything else is allowed', async (_what, path, method) => {
    expect((await judge('true', anonymous, path, method)).permit).toBe(false);
  });

  test.each([
    ['true &&', '5:28'],
    ['request.auth = null', '5:34'],
  ])('the syntax error in "%s" is told with its line and column', async (rule, position) => {
    const { errors: told } = await runtime.load('broken', rules(rule));
    expect(told[0]).toContain(`storage.rules:${position} - `);
  });

  test('fifty verdicts asked at once are all answered, those that read Firestore too', async () => {
    await runtime.load('odd', rules(`${types}.yes && ${exists('all/other')}`));
    await runtime.load('even', rules(exists('all/nowhere')));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        runtime.verify(index % 2 ? 'odd' : 'even', '/b/demo/o/files/a.pdf', 'get'),
      ),
    );
    expect(answers.map(({ permit }) => permit)).toEqual(Array.from({ length: 50 }, (_, index) => index % 2 === 1));
  });
});

if (choice.kind === 'standIn') {
  describe('the stand-in, at least as strict as production', () => {
    let runtime: RulesRuntimeClient;

    beforeAll(async () => {
      runtime = new RulesRuntimeClient(await runtimeJar(), documents);
      await runtime.ready;
    });

    test('reads a document once however often one verdict names it', async () => {
      await runtime.load('twice', rules(`${types}.yes && ${types}.part == 1.5 && ${exists('all/types')}`));
      expect((await runtime.verify('twice', '/b/demo/o/files/a.pdf', 'get')).permit).toBe(true);
      expect(runtime.fetched).toEqual([at('all/types')]);
    });

    test.each([
      ['and', `${exists('all/types')} && ${exists('all/other')} && ${exists('all/third')}`],
      ['or', `${exists('all/no1')} || ${exists('all/no2')} || ${exists('all/third')}`],
      [
        'whatever else would permit',
        `(${exists('all/types')} && ${exists('all/other')} && ${exists('all/third')}) || true`,
      ],
    ])('refuses a third distinct document (%s)', async (_what, rule) => {
      await runtime.load('three', rules(rule));
      const answer = await runtime.verify('three', '/b/demo/o/files/a.pdf', 'get');
      expect(answer.permit).toBe(false);
      expect(answer.warnings.join()).toContain('A Storage verdict may read 2 documents');
    });

    test('a text put into a path names one segment, never another document', async () => {
      await runtime.load('path', rules(exists("all/$('types/../other')")));
      expect((await runtime.verify('path', '/b/demo/o/files/a.pdf', 'get')).permit).toBe(false);
    });

    test('ends when firebase-tools is gone', async () => {
      expect(await runtime.end()).toBe(0);
    });
  });
}
