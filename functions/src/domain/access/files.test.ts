import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import type { FolderMission } from '../dossiers/folder.ts';
import { type PieceKind, pieceKinds, pieces, type StoredFile } from '../dossiers/pieces.ts';
import { type Grant, WHILE_LIVE } from '../missions/facts.ts';
import { can, type OpenMission, opensByGrant } from './policy.ts';

const NOW = 1_000_000;
const person = (uid: string) => ({ uid, name: uid, signedInAt: NOW });
const member = (uid: string, laureateId: string): Actor => ({
  kind: 'laureate',
  ...person(uid),
  memberships: [{ laureateId, role: 'contributor' }],
});
const ada = member('ada', 'atelier');
const colleague = member('bob', 'atelier');
const bocal = member('eve', 'bocal');
const noe = { kind: 'expert', ...person('noe'), expertId: 'forge' } as const;
const mina = { kind: 'expert', ...person('mina'), expertId: 'forge' } as const;
const rival = { kind: 'expert', ...person('zoe'), expertId: 'another' } as const;
const staff: Actor = { kind: 'staff', ...person('cam') };
const observer: Actor = { kind: 'observer', ...person('obs') };
const system: Actor = { kind: 'system', uid: 'system', name: 'system' };
const anonymous: Actor = { kind: 'anonymous' };

const grant: Grant = {
  laureateId: 'atelier',
  uid: 'noe',
  expertId: 'forge',
  missions: { m1: WHILE_LIVE },
  active: true,
};
const folder: FolderMission = { id: 'm1', expertId: 'forge', laureateIds: ['atelier'], goesOn: true };
const mission: OpenMission = { expertId: 'forge', laureateIds: ['atelier'], departures: {}, handedInAt: 0 };
const shared: OpenMission = { ...mission, laureateIds: ['atelier', 'bocal'] };

const note: StoredFile = {
  ...{ id: 'f1', piece: 'scopingNote', laureateId: 'atelier', missionId: null, ownerUid: 'ada', ownerName: 'Ada' },
  ...{ name: 'Note.pdf', contentType: 'application/pdf', size: 1, sha256: 'a', createdAt: 0, side: 'laureate' },
  ...{ shared: false, replacesId: null, replacedById: null, withdrawnAt: null, scan: 'clean', preview: 'none' },
};
const other: StoredFile = { ...note, piece: 'other' };
const devis: StoredFile = {
  ...{ ...note, piece: 'devis', laureateId: null, missionId: 'm1', ownerUid: 'noe', side: 'expert' },
};
const fromLaureate: StoredFile = { ...note, piece: 'working', missionId: 'm1' };
const fromExpert: StoredFile = { ...devis, piece: 'working' };

describe('What is made on request', () => {
  const summary: StoredFile = { ...devis, piece: 'devisSummary', ownerUid: 'cam', side: null };
  const own: StoredFile = { ...summary, laureateId: 'atelier' };
  const bilan: StoredFile = { ...own, piece: 'feedback' };
  const printed: StoredFile = { ...note, piece: 'printedNote', ownerUid: 'cam', side: null };
  const seen = (actor: Actor, file: StoredFile, about: OpenMission | null = shared) =>
    can(actor, { action: 'seeFile', file, grant, mission: about, now: NOW })?.code ?? null;

  it('of a devis: all of it is for its expert and who oversees, a part for the laureate that it names, with what it has left', () => {
    for (const actor of [noe, mina, staff, observer]) expect(seen(actor, summary)).toBeNull();
    for (const actor of [ada, bocal, rival]) expect(seen(actor, summary)).toBe('not-yours');
    for (const actor of [ada, colleague, staff, observer]) expect(seen(actor, own)).toBeNull();
    for (const actor of [bocal, rival, noe, mina]) expect(seen(actor, own)).toBe('not-yours');
  });

  it('of a feedback: for the team alone, whoever gave it and whoever oversees', () => {
    for (const actor of [staff, system]) expect(seen(actor, bilan)).toBeNull();
    for (const actor of [observer, noe, mina, ada, colleague, bocal]) expect(seen(actor, bilan)).toBe('not-yours');
    expect(seen(ada, { ...bilan, ownerUid: 'ada' })).toBe('not-yours');
  });

  it('of the programme: for who oversees it, whoever asked for it', () => {
    const week: StoredFile = { ...summary, piece: 'summary', missionId: null };
    for (const actor of [staff, observer, system]) expect(seen(actor, week, null)).toBeNull();
    for (const actor of [ada, bocal, noe, mina, rival]) expect(seen(actor, week, null)).toBe('not-yours');
    expect(seen(ada, { ...week, ownerUid: 'ada' }, null)).toBe('not-yours');
  });

  it('of a note: for who reads the laureate’s record, and no expert, whose dossier has the note itself', () => {
    for (const actor of [ada, colleague, staff, observer]) expect(seen(actor, printed, null)).toBeNull();
    for (const actor of [noe, bocal]) expect(seen(actor, printed, null)).toBe('not-yours');
    expect(seen(noe, note, null)).toBeNull();
  });
});

it('What is made on request closes to who asked for it and left; a deposit stays its author’s', () => {
  const gone: Actor = { kind: 'laureate', ...person('ada'), memberships: [] };
  const opened = (actor: Actor, file: StoredFile) =>
    can(actor, { action: 'seeFile', file: { ...file, ownerUid: 'ada' }, grant: null, mission: null, now: NOW })?.code ??
    null;
  for (const piece of ['statement', 'printedNote'] as const) {
    expect(opened(ada, { ...note, piece, side: null })).toBeNull();
    expect(opened(gone, { ...note, piece, side: null })).toBe('not-yours');
  }
  expect(opened(gone, note)).toBeNull();
});

describe('A deposit', () => {
  interface Asked {
    readonly laureateId?: string | null;
    readonly mission?: FolderMission | null;
    readonly replaces?: StoredFile | null;
  }
  const deposit = (actor: Actor, piece: PieceKind, asked: Asked = {}) =>
    can(actor, { action: 'deposit', piece, laureateId: 'atelier', mission: folder, replaces: null, ...asked })?.code ??
    null;

  it.each(pieceKinds)('of %s follows the table of pieces', (piece) => {
    const who: readonly string[] = pieces[piece].depositedBy;
    expect(deposit(ada, piece)).toBe(who.includes('laureate') ? null : 'not-your-piece');
    expect(deposit(noe, piece)).toBe(who.includes('expert') ? null : 'not-your-piece');
    expect(deposit(staff, piece)).toBe(who.includes('staff') ? null : 'not-your-piece');
    expect(deposit(observer, piece)).toBe('not-your-piece');
    expect(deposit(system, piece)).toBe('not-your-piece');
    expect(deposit(anonymous, piece)).toBe('not-signed-in');
  });

  it('is for one’s own laureate and one’s own missions', () => {
    expect(deposit(bocal, 'scopingNote')).toBe('not-yours');
    expect(deposit(bocal, 'scopingNote', { laureateId: 'bocal' })).toBeNull();
    expect(deposit(ada, 'scopingNote', { laureateId: null })).toBe('not-yours');
    expect(deposit(rival, 'devis')).toBe('not-yours');
    expect(deposit(rival, 'devis', { mission: { ...folder, expertId: 'another' } })).toBeNull();
    expect(deposit(noe, 'devis', { mission: null })).toBe('not-yours');
  });

  it('in a working folder is for those of the mission, in the name of a laureate that takes part', () => {
    expect(deposit(ada, 'working')).toBeNull();
    expect(deposit(ada, 'working', { laureateId: null })).toBe('not-yours');
    expect(deposit(bocal, 'working', { laureateId: 'bocal' })).toBe('not-yours');
    expect(
      deposit(bocal, 'working', { laureateId: 'bocal', mission: { ...folder, laureateIds: ['atelier', 'bocal'] } }),
    ).toBeNull();
    for (const laureateId of [null, 'atelier']) {
      expect(deposit(noe, 'working', { laureateId })).toBeNull();
      expect(deposit(rival, 'working', { laureateId })).toBe('not-yours');
      expect(deposit(staff, 'working', { laureateId })).toBeNull();
    }
    expect(deposit(noe, 'working', { laureateId: 'bocal' })).toBe('not-yours');
    expect(deposit(ada, 'working', { mission: { ...folder, goesOn: false } })).toBe('folder-closed');
  });

  it('as the next version is of the same piece in the same place, after one that has none', () => {
    const place = { mission: null, replaces: note } as const;
    expect(deposit(ada, 'scopingNote', place)).toBeNull();
    expect(deposit(staff, 'scopingNote', place)).toBeNull();
    expect(deposit(ada, 'incubationReport', place)).toBe('version-elsewhere');
    expect(deposit(bocal, 'scopingNote', { ...place, laureateId: 'bocal' })).toBe('version-elsewhere');
    expect(deposit(bocal, 'scopingNote', place)).toBe('not-yours');
    expect(deposit(ada, 'scopingNote', { ...place, replaces: { ...note, replacedById: 'f2' } })).toBe(
      'already-replaced',
    );
    expect(deposit(ada, 'scopingNote', { ...place, replaces: { ...note, withdrawnAt: 1 } })).toBe('file-withdrawn');
  });

  it('of an application is corrected by FTL alone once it is there', () => {
    const replaces: StoredFile = { ...note, piece: 'application' };
    expect(deposit(ada, 'application', { mission: null, replaces })).toBe('not-your-piece');
    expect(deposit(staff, 'application', { mission: null, replaces })).toBeNull();
    expect(deposit(ada, 'application', { mission: null })).toBeNull();
  });

  it('in a working folder follows one of its own side', () => {
    expect(deposit(colleague, 'working', { replaces: fromLaureate })).toBeNull();
    expect(deposit(noe, 'working', { replaces: fromLaureate })).toBe('version-elsewhere');
    expect(deposit(mina, 'working', { replaces: fromExpert, laureateId: null })).toBeNull();
    expect(deposit(noe, 'devis', { replaces: devis, laureateId: null })).toBe('not-your-piece');
  });
});

describe('A file', () => {
  const opens = (actor: Actor, file: StoredFile, among: OpenMission | null = null, given: Grant | null = null) =>
    can(actor, { action: 'openFile', file, grant: given, mission: among, now: NOW, scannerConfigured: false })?.code ??
    null;

  it('that one deposited stays open to its author whatever ended', () => {
    const elsewhere = { ...mission, expertId: 'another', laureateIds: [] };
    expect(opens(noe, devis, elsewhere)).toBeNull();
    expect(opens(mina, devis, elsewhere)).toBe('not-yours');
  });

  it('of the dossier closes with the grant', () => {
    const ended = { ...grant, missions: { m1: NOW } };
    expect(opens(noe, note, null, ended)).toBe('grant-ended');
    expect(opens(noe, note, null, grant)).toBeNull();
  });

  it('that the laureate may share is open to its experts from the moment it does', () => {
    expect(opens(noe, other, null, grant)).toBe('not-yours');
    expect(opens(noe, { ...other, shared: true }, null, grant)).toBeNull();
    expect(opens(noe, { ...other, shared: true }, null, null)).toBe('no-grant');
    expect(opens(colleague, other)).toBeNull();
  });

  it('that is a logo is for its laureate, the team, and the experts that may read its dossier', () => {
    const logo: StoredFile = { ...note, piece: 'logo', name: 'Logo.png', contentType: 'image/png' };
    for (const who of [ada, colleague, staff, observer]) expect(opens(who, logo)).toBeNull();
    expect(opens(noe, logo, null, grant)).toBeNull();
    expect(opens(noe, logo)).toBe('no-grant');
    expect(opens(bocal, logo)).toBe('not-yours');
  });

  it('that is never shared stays closed to experts, whatever its flag says', () => {
    const unshared: StoredFile = { ...note, piece: 'attestation', shared: true };
    expect(opens(noe, unshared, null, grant)).toBe('not-yours');
    expect(opens(ada, unshared, null, grant)).toBeNull();
  });

  it('that names one laureate of a shared mission is not for the others', () => {
    const attestation: StoredFile = { ...devis, piece: 'attestation', laureateId: 'atelier', ownerUid: 'server' };
    expect(opens(bocal, attestation, shared)).toBe('not-yours');
    expect(opens(bocal, { ...attestation, laureateId: null }, shared)).toBeNull();
    expect(opens(ada, attestation, shared)).toBeNull();
    expect(opens(noe, attestation, shared)).toBeNull();
  });

  it('handed in after a laureate left a shared mission is not for it; its own attestation still is', () => {
    const left = { ...shared, departures: { atelier: 10 } };
    const attestation: StoredFile = { ...devis, piece: 'attestation', laureateId: 'atelier', ownerUid: 'server' };
    expect(opens(ada, devis, { ...left, handedInAt: 11 })).toBe('not-yours');
    expect(opens(ada, devis, { ...left, handedInAt: 10 })).toBeNull();
    expect(opens(bocal, devis, { ...left, handedInAt: 11 })).toBeNull();
    expect(opens(ada, attestation, { ...left, handedInAt: 11 })).toBeNull();
  });

  it('that a laureate put in a working folder opens to the expert as its dossier does, and not to another laureate', () => {
    expect(opens(noe, fromLaureate, shared, grant)).toBeNull();
    expect(opens(noe, fromLaureate, shared, null)).toBe('no-grant');
    expect(opens(noe, fromLaureate, shared, { ...grant, active: false })).toBe('grant-ended');
    expect(opens(rival, fromLaureate, shared, { ...grant, uid: 'zoe' })).toBe('not-yours');
    expect(opens(bocal, fromLaureate, shared)).toBe('not-yours');
    expect(opens(colleague, fromLaureate, shared)).toBeNull();
  });

  it('that the expert put in a working folder is for every laureate of the mission, or for the one it names', () => {
    for (const who of [colleague, bocal, mina]) expect(opens(who, fromExpert, shared)).toBeNull();
    const forOne: StoredFile = { ...fromExpert, laureateId: 'atelier' };
    expect([opens(colleague, forOne, shared), opens(mina, forOne, shared)]).toEqual([null, null]);
    expect(opens(bocal, forOne, shared)).toBe('not-yours');
    expect(opens(rival, fromExpert, shared)).toBe('not-yours');
  });

  it('that is withdrawn is kept for its own side and FTL', () => {
    const gone = { withdrawnAt: NOW };
    const sharedOther = { ...other, shared: true };
    expect(opens(noe, { ...sharedOther, ...gone }, null, grant)).toBe('file-withdrawn');
    expect(opens(noe, sharedOther, null, grant)).toBeNull();
    expect(opens(colleague, { ...other, ...gone, ownerUid: 'cam', side: 'staff' })).toBeNull();
    expect(opens(mina, { ...fromExpert, ...gone }, mission)).toBeNull();
    expect(opens(ada, { ...fromExpert, ...gone }, mission)).toBe('file-withdrawn');
    expect(opens(bocal, { ...other, ...gone })).toBe('not-yours');
    for (const who of [staff, observer]) expect(opens(who, { ...other, ...gone })).toBeNull();
  });

  it('that no antivirus has seen closes to everyone as soon as there is one; an infected one whatever there is', () => {
    const opened = (scan: StoredFile['scan'], scannerConfigured: boolean) =>
      [ada, staff, observer].map(
        (who) =>
          can(who, { action: 'openFile', file: { ...note, scan }, grant, mission: null, now: NOW, scannerConfigured })
            ?.code ?? null,
      );
    const each = (code: string | null) => [code, code, code];
    expect(opened('unscanned', true)).toEqual(each('file-unscanned'));
    expect(opened('unscanned', false)).toEqual(each(null));
    expect(opened('clean', true)).toEqual(each(null));
    expect(opened('infected', false)).toEqual(each('file-infected'));
  });

  it('that belongs to nothing is open to staff alone', () => {
    const lost: StoredFile = { ...note, laureateId: null };
    expect(opens(bocal, lost)).toBe('not-yours');
    expect(opens(staff, lost)).toBeNull();
  });

  it('opens by a grant where the grant must end it: to an expert, of a laureate, not its own', () => {
    expect([note, other, fromLaureate].map((file) => opensByGrant(noe, file))).toEqual([true, true, true]);
    expect([devis, fromExpert].map((file) => opensByGrant(mina, file))).toEqual([false, false]);
    expect(opensByGrant(noe, { ...fromLaureate, ownerUid: 'noe' })).toBe(false);
    expect([ada, staff].map((who) => opensByGrant(who, note))).toEqual([false, false]);
  });
});

describe('An action on a file', () => {
  const acts = (actor: Actor, act: 'share' | 'unshare' | 'withdraw', file: StoredFile) =>
    can(actor, { action: 'actOnFile', act, file })?.code ?? null;

  it('is for the laureate’s people and FTL in a dossier', () => {
    for (const who of [ada, colleague, staff]) {
      expect(acts(who, 'share', other)).toBeNull();
      expect(acts(who, 'unshare', { ...other, shared: true })).toBeNull();
      expect(acts(who, 'withdraw', note)).toBeNull();
    }
    for (const who of [bocal, noe, rival, observer]) expect(acts(who, 'share', other)).toBe('not-your-file');
    expect(acts(anonymous, 'share', other)).toBe('not-signed-in');
  });

  it('is for its author and FTL in a working folder', () => {
    for (const who of [noe, staff]) expect(acts(who, 'withdraw', fromExpert)).toBeNull();
    for (const who of [mina, ada, observer]) expect(acts(who, 'withdraw', fromExpert)).toBe('not-your-file');
  });

  it('is one that the piece has, and that changes something', () => {
    expect(acts(ada, 'share', note)).toBe('not-for-this-piece');
    expect(acts(noe, 'withdraw', devis)).toBe('not-for-this-piece');
    expect(acts(noe, 'share', fromExpert)).toBe('not-for-this-piece');
    expect(acts(ada, 'share', { ...other, shared: true })).toBe('already-so');
    expect(acts(ada, 'unshare', other)).toBe('already-so');
    expect(acts(ada, 'withdraw', { ...other, withdrawnAt: 1 })).toBe('file-withdrawn');
  });
});
