import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { LAUREATES, laureates, members } from '../functions/src/store/collections/laureates.ts';
import { ledger, ledgerOf } from '../functions/src/store/collections/ledger.ts';
import { accountByEmail } from '../functions/src/store/people/accounts.ts';
import { call, codeOf } from './calls.ts';
import { publishedExpert } from './experts.ts';
import { csvOfFile, type FileOfTests, newFile } from './laureate-files.ts';
import { type Person, signIn, staffPerson } from './people.ts';
import { laureateWith, openProgramme } from './programme.ts';
import { newSiret } from './sirets.ts';
import { firestore } from './suite.ts';

let staff: Person;

beforeAll(async () => {
  await openProgramme();
  staff = await staffPerson(newId());
});

const importFile = (file: FileOfTests, dryRun = false, token = staff.token) =>
  call('importLaureates', { csv: csvOfFile(file), dryRun, skipBad: false }, token);

/** What is recorded of the laureate of this name: the document, its people, its ledger. */
async function recordedAs(name: string) {
  const found = laureates.list((await firestore.collection(LAUREATES).where('name', '==', name).get()).docs);
  const [laureate] = found;
  if (!laureate) return null;
  const [people, lines] = await Promise.all([
    firestore.collection(`${laureates.path(laureate.id)}/members`).get(),
    firestore.collection(ledgerOf(laureate.id)).get(),
  ]);
  const { balance: _balance, ...imported } = laureate;
  return { laureate: imported, count: found.length, people: members.list(people.docs), lines: ledger.list(lines.docs) };
}

describe('importing laureates', () => {
  it('is for the team', async () => {
    const file = newFile();
    const laureate = await laureateWith(10_000_00);
    const expert = await publishedExpert();
    for (const token of [await signIn(laureate.signatory.uid), await signIn(expert.person.uid)])
      expect(codeOf(await importFile(file, false, token))).toBe('staff-only');
    expect(await recordedAs(file.name)).toBeNull();
  });

  it('first tells what it would do and writes nothing; then does it; a second time changes nothing', async () => {
    const file = newFile();
    const planned = { created: 1, updated: 0, unchanged: 0, problems: [] };
    const again = { created: 0, updated: 0, unchanged: 1, written: true, problems: [], changes: [] };
    expect(await importFile(file, true)).toMatchObject({ ...planned, written: false });
    expect([await recordedAs(file.name), await accountByEmail(firestore, file.email)]).toEqual([null, null]);
    expect(await importFile(file)).toMatchObject({ ...planned, written: true });
    const recorded = await recordedAs(file.name);
    expect(recorded).toMatchObject({ count: 1, people: [{ email: file.email, role: 'signatory' }] });
    expect(recorded?.lines.map(({ entry }) => [entry.type, entry.cents])).toEqual([['award', 12_000_00]]);
    expect(await importFile(file)).toEqual({ ...again, left: [] });
    expect(await recordedAs(file.name)).toEqual(recorded);
  });

  it('with another SIRET or another person of the same laureate shows it, and leaves the record and its people as they are', async () => {
    const file = newFile();
    await importFile(file);
    const before = await recordedAs(file.name);
    const other = { ...file, siret: newSiret(), email: newFile().email };
    const left = [/^le SIRET : /, /^le fichier nomme /, /garde son accès/];
    expect(await importFile(other)).toMatchObject({
      ...{ created: 0, updated: 0, unchanged: 1, written: true, problems: [] },
      left: left.map((about) => ({ line: 2, about: expect.stringMatching(about) })),
    });
    expect(await recordedAs(file.name)).toEqual(before);
    expect(await accountByEmail(firestore, other.email)).toBeNull();
    expect(await importFile({ ...file, promotion: '3' })).toMatchObject({ updated: 1, left: [] });
    expect((await recordedAs(file.name))?.laureate).toEqual({ ...before?.laureate, promotion: 3 });
  });

  it('of a file with a bad row lists where and why, and writes nothing', async () => {
    const file = newFile({ siret: '12345678901234', promotion: '9' });
    const report = await importFile(file);
    expect(report).toMatchObject({ written: false });
    expect('problems' in report ? report.problems : []).toEqual([
      { line: 2, column: 'SIRET', value: '12345678901234', reason: expect.stringMatching(/\p{L}/u) },
      { line: 2, column: 'promotion', value: '9', reason: expect.stringMatching(/\p{L}/u) },
    ]);
    expect(await recordedAs(file.name)).toBeNull();
    expect(await importFile({ ...file, siret: newSiret(), promotion: '6' })).toMatchObject({
      created: 1,
      written: true,
    });
  });
});
