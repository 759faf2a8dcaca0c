import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../functions/src/domain/calendar.ts';
import type { ProgrammeKind } from '../functions/src/domain/imports/kinds.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { balanceOf } from '../functions/src/domain/subsidy/ledger.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { expertMembers } from '../functions/src/store/collections/experts.ts';
import { files } from '../functions/src/store/collections/files.ts';
import { grants } from '../functions/src/store/collections/grants.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { missionEvents, missions } from '../functions/src/store/collections/missions.ts';
import { proofs } from '../functions/src/store/collections/proofs.ts';
import { recommendations, scopingNotes } from '../functions/src/store/collections/scoping-notes.ts';
import { shares } from '../functions/src/store/collections/shares.ts';
import { importProgramme } from '../functions/src/store/imports/import-programme.ts';
import { readRecorded } from '../functions/src/store/imports/read-recorded.ts';
import { projectBalance } from '../functions/src/store/laureates/balances.ts';
import { reconcileLaureate } from '../functions/src/store/laureates/reconciling.ts';
import { accountByEmail } from '../functions/src/store/people/accounts.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { deposited, type LaureateOfTests, laureateWith, openProgramme, play, staff } from './programme.ts';
import { newSiret } from './sirets.ts';
import { bucket, firestore } from './suite.ts';

let laureate: LaureateOfTests;
let expert: ExpertOfTests;
let reference: string;
const key = newId().toLowerCase();

beforeAll(async () => {
  await openProgramme();
  [laureate, expert] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
  const found = laureates.read(await firestore.doc(laureates.path(laureate.laureateId)).get());
  reference = found?.reference ?? '';
});

const french = (day: string) => day.split('-').reverse().join('/');
const ago = (days: number) => french(addDays(dayOf(Date.now()), -days));

function consumption(paid: string): string {
  return [
    'lauréat;pièce;intitulé;expert;montant réglé;montant payé;date',
    `${reference};F-${key};Étude de marché;Agence du Port;1 500,00;${paid};${ago(200)}`,
    `TOTAL;;;;1 500,00;${paid};`,
  ].join('\n');
}

function mission(change: Record<string, string> = {}): string {
  const cells = {
    mission: key,
    lauréat: reference,
    expert: expert.email,
    besoin: 'Revoir le modèle économique.',
    'sous-thématiques': '4.2',
    état: 'rapport attendu',
    'demandée le': ago(90),
    'part du lauréat': '3 000,00',
    'subvention validée': '3 000,00',
    'numéro du devis': 'D-9',
    'devis valable jusqu’au': ago(10),
    'début prévu': ago(60),
    'fin prévue': ago(2),
    'montant HT': '2 500,00',
    'montant TTC': '3 000,00',
    'validée le': ago(70),
    'validée par': 'Anne Le Goff',
    ...change,
  };
  return [Object.keys(cells).join(';'), Object.values(cells).join(';')].join('\n');
}

async function imported(
  kind: ProgrammeKind,
  csv: string,
  change: { dryRun?: boolean; skipBad?: boolean; used?: number } = {},
) {
  const actor = { uid: staff.uid, name: staff.name, signedInAt: Date.now() };
  const control = change.used === undefined ? {} : { used: change.used };
  const { dryRun = false, skipBad = false } = change;
  const asked = { kind, csv, fileName: 'reprise.csv', dryRun, skipBad, control, actor };
  const report = await importProgramme(firestore, () => bucket, { ...asked, now: Date.now(), newId });
  if (isRefusal(report)) throw new Error(report.message);
  return report;
}

async function balance() {
  const { laureates: all } = await readRecorded(firestore);
  const own = all.find(({ laureate: { id } }) => id === laureate.laureateId);
  expect(own?.ledgerHolds).toBe(true);
  return balanceOf(own?.entries ?? []);
}

describe('A programme that runs already', () => {
  it('brings its consumption once, by lines whose totals are read again', async () => {
    const dry = await imported('consumption', consumption('1 000,00'), { dryRun: true });
    expect(dry).toMatchObject({ created: 1, written: false, problems: [], totals: { differences: [] } });
    const stopped = await imported('consumption', consumption('1 000,00'), { used: 1 });
    expect(stopped).toMatchObject({ written: false, totals: { differences: [expect.stringMatching(/^utilisé : /)] } });
    const [header, row, total] = consumption('1 000,00').split('\n');
    const wrong = await imported('consumption', [header, row, total?.replace('1 500', '1 600')].join('\n'), {
      skipBad: true,
    });
    expect(wrong).toMatchObject({ written: false, totals: { differences: [expect.stringMatching(/^ligne 3, /)] } });
    expect(await balance()).toMatchObject({ settledCents: 0, remainingCents: 10_000_00 });

    const done = await imported('consumption', consumption('1 000,00'));
    expect(done).toMatchObject({ created: 1, written: true, problems: [], totals: { differences: [] } });
    expect(await imported('consumption', consumption('1 000,00'))).toMatchObject({ created: 0, unchanged: 1 });
    expect(await balance()).toMatchObject({ settledCents: 1_500_00, paidCents: 1_000_00, remainingCents: 8_500_00 });
  });

  it('has a mission that was running at the import, which goes on here to its end', async () => {
    const missionId = `mission-reprise-${key}`;
    expect(await imported('missions', mission())).toMatchObject({
      created: 1,
      written: true,
      problems: [],
      totals: { differences: [] },
    });
    expect(await imported('missions', mission())).toMatchObject({ created: 0, unchanged: 1 });
    expect(await balance()).toMatchObject({ committedCents: 3_000_00, remainingCents: 5_500_00 });

    const taken = missions.read(await firestore.doc(missions.path(missionId)).get());
    expect(taken).toMatchObject({ state: 'awaiting_report', expert: { declarations: [] } });
    const proof = proofs.read(await firestore.doc(proofs.path(`${missionId}-outside-${laureate.laureateId}`)).get());
    expect(proof).toMatchObject({ kind: 'outside', paper: { signedBy: 'Anne Le Goff', recordedBy: 'staff' } });
    const event = missionEvents.read(await firestore.doc(missionEvents.path(missionId, '1')).get());
    expect(event).toMatchObject({ action: 'takeOver', from: null, reason: 'Reprise (reprise.csv, ligne 2)' });

    const grant = firestore.doc(grants.path(laureate.laureateId, expert.person.uid));
    expect((await grant.get()).exists).toBe(false);
    await play(expert.person, missionId, null, { action: 'declareNoInterest', input: { declares: true } });
    expect((await grant.get()).exists).toBe(true);

    const report = await deposited(missionId, expert.person.uid, 'report');
    const finals = { [laureate.laureateId]: 2_800_00 };
    const document = { kind: 'file', fileId: report.id } as const;
    await play(expert.person, missionId, null, { action: 'submitReport', input: { document, finals } });
    const closed = await play(laureate.signatory, missionId, laureate.laureateId, {
      action: 'confirmService',
      input: { finalCents: 2_800_00, reportNumber: 1 },
    });
    expect(closed).toMatchObject({ state: 'closed', balance: { settledCents: 4_300_00, remainingCents: 5_700_00 } });

    const share = shares.read(await firestore.doc(shares.path(laureate.laureateId, missionId)).get());
    expect(share).toMatchObject({ status: 'settled', finalCents: 2_800_00, outside: { by: 'Anne Le Goff' } });
    // What is shown is projected from the ledger, and both say the same.
    await projectBalance(firestore, laureate.laureateId);
    const shown = laureates.read(await firestore.doc(laureates.path(laureate.laureateId)).get());
    expect(shown?.balance).toEqual(await balance());
  });

  it('tells the row that is refused when it is written, keeps the others, and then has the PDFs that the dossier has now', async () => {
    const amounts = { 'montant HT': '833,33', 'montant TTC': '1 000,00' };
    const papers = { 'PDF du diagnostic': '', 'PDF du devis': '' };
    const row = { ...amounts, ...papers, 'part du lauréat': '1 000,00', 'subvention validée': '1 000,00' };
    const [header] = mission(row).split('\n');
    const line = (of: string, change = {}) => mission({ ...row, mission: `${of}-${key}`, ...change }).split('\n')[1];
    const named = { 'PDF du diagnostic': 'diagnostic.pdf', 'PDF du devis': 'devis.pdf' };
    const file = [header, line('a', named), line('b')].join('\n');
    const inDossier = (piece: 'diagnostic' | 'devis') => deposited(null, staff.uid, piece, laureate.laureateId);
    const [diagnostic, devis] = [await inDossier('diagnostic'), await inDossier('devis')];
    await bucket.file(devis.path).delete();
    const first = await imported('missions', file);
    const refused = { line: 2, column: 'mission', reason: expect.stringContaining('n’est plus dans le dossier') };
    expect(first).toMatchObject({ written: true, created: 1, problems: [refused], changes: [{ line: 3 }] });

    for (const { id } of [diagnostic, devis]) await firestore.doc(files.path(id)).update({ withdrawnAt: Date.now() });
    const replaced = { diagnostic: await inDossier('diagnostic'), devis: await inDossier('devis') };
    const mended = { created: 1, unchanged: 1, problems: [], changes: [{ line: 2 }] };
    expect(await imported('missions', file)).toMatchObject(mended);
    const missionId = `mission-reprise-a-${key}`;
    const every = files.list((await firestore.collection('files').where('missionId', '==', missionId).get()).docs);
    const own = every.filter(({ piece }) => piece === 'diagnostic' || piece === 'devis');
    const live = own.filter(({ withdrawnAt }) => withdrawnAt === null);
    expect(own).toHaveLength(3);
    expect(Object.fromEntries(live.map(({ piece, sha256 }) => [piece, sha256]))).toEqual({
      diagnostic: replaced.diagnostic.sha256,
      devis: replaced.devis.sha256,
    });
    const taken = missions.read(await firestore.doc(missions.path(missionId)).get());
    const handedIn = [taken?.submission?.diagnostic.fileId, taken?.submission?.devis.fileId];
    expect(handedIn.toSorted()).toEqual(live.map(({ id }) => id).toSorted());
  });

  it('leaves accounts in which the nightly check finds nothing', async () => {
    const asked = { laureateId: laureate.laureateId, byName: 'Service automatique', now: Date.now() };
    expect(await reconcileLaureate(firestore, asked)).toMatchObject({ fault: null, missions: 3 });
  });

  it('brings a scoping note at its own date, once', async () => {
    const before = laureates.read(await firestore.doc(laureates.path(laureate.laureateId)).get())?.note?.version ?? 0;
    const day = ago(0);
    const csv = `lauréat;sous-thématiques;remise le;acceptée\n${reference};10.1;${day};oui`;
    expect(await imported('notes', csv)).toMatchObject({ created: 1, written: true, problems: [] });
    expect(await imported('notes', csv)).toMatchObject({ created: 0, unchanged: 1, problems: [] });
    const version = before + 1;
    // What the trainers recommended may come in a later file, and comes once.
    const [first, second] = csv.split('\n');
    const recommended = `${first};recommandations des formateurs\n${second};Revoir les tarifs.`;
    const changes = [{ line: 2, about: expect.stringContaining('recommandation des formateurs') }];
    expect(await imported('notes', recommended)).toMatchObject({ updated: 1, written: true, problems: [], changes });
    expect(await imported('notes', recommended)).toMatchObject({ updated: 0, unchanged: 1, left: [] });
    const found = await firestore.doc(recommendations.path(laureate.laureateId, `reprise-note-${version}`)).get();
    expect(recommendations.read(found)).toMatchObject({ source: 'trainers', text: 'Revoir les tarifs.' });
    const own = laureates.read(await firestore.doc(laureates.path(laureate.laureateId)).get());
    expect(own?.note).toMatchObject({ version, subthemes: ['10.1'], accepted: true, answer: 'accept' });
    const path = scopingNotes.path(laureate.laureateId, String(version));
    const kept = scopingNotes.read(await firestore.doc(path).get());
    expect(kept).toMatchObject({ at: own?.note?.at, answer: { message: 'Reprise (reprise.csv, ligne 2)' } });
  });

  it('brings an expert once, with the accounts of its people', async () => {
    const email = `${key}@coop.example`;
    const siret = newSiret();
    const header =
      'structure;SIRET;contact;e-mail;sous-thématiques;régions;compétences;références;état;absence d’intérêt déclarée le';
    const csv = `${header}\nCoop ${key};${siret};Ana ${key};${email};4.2;Bretagne;Conseil;Dix missions;publiée;12/05/2023`;
    expect(await imported('experts', csv)).toMatchObject({ created: 1, written: true, problems: [] });
    expect(await imported('experts', csv)).toMatchObject({ created: 0, unchanged: 1, problems: [], left: [] });
    const account = await accountByEmail(firestore, email);
    const expertId = `expert-reprise-${siret}`;
    expect(account).toMatchObject({ kind: 'expert', expertId, verifiedEmail: false });
    const seat = expertMembers.read(await firestore.doc(expertMembers.path(expertId, account?.uid ?? '')).get());
    expect(seat).toMatchObject({ role: 'contact', active: true });
  });
});
