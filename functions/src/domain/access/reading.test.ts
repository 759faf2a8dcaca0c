import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import type { StoredFile } from '../dossiers/pieces.ts';
import type { Grant } from '../missions/facts.ts';
import { can } from './policy.ts';
import { type OpenMission, opensByGrant } from './reading.ts';
import {
  ada,
  bocal,
  colleague,
  devis,
  fromExpert,
  fromLaureate,
  grant,
  mina,
  mission,
  NOW,
  noe,
  note,
  observer,
  other,
  person,
  rival,
  shared,
  staff,
  system,
} from './testing/files.ts';

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
