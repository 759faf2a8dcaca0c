import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import type { StoredFile } from '../dossiers/pieces.ts';
import { type Grant, WHILE_LIVE } from '../missions/facts.ts';
import { can, type Subject } from './policy.ts';
import type { OpenMission } from './reading.ts';

const NOW = 1_000;
const person = (uid: string) => ({ uid, name: uid, signedInAt: 0 });
const actors = {
  anonymous: { kind: 'anonymous' },
  signatory: { kind: 'laureate', ...person('ada'), memberships: [{ laureateId: 'atelier', role: 'signatory' }] },
  contributor: { kind: 'laureate', ...person('bob'), memberships: [{ laureateId: 'atelier', role: 'contributor' }] },
  'other laureate': { kind: 'laureate', ...person('cleo'), memberships: [{ laureateId: 'bocal', role: 'signatory' }] },
  expert: { kind: 'expert', ...person('noe'), expertId: 'forge' },
  'other expert': { kind: 'expert', ...person('zoe'), expertId: 'another' },
  staff: { kind: 'staff', ...person('staff') },
  observer: { kind: 'observer', ...person('observer') },
  system: { kind: 'system', uid: 'system', name: 'system' },
} as const satisfies Record<string, Actor>;
type ActorName = keyof typeof actors;

const grant: Grant = {
  laureateId: 'atelier',
  uid: 'noe',
  expertId: 'forge',
  missions: { m1: WHILE_LIVE },
  active: true,
};
const mission: OpenMission = { expertId: 'forge', laureateIds: ['atelier'], departures: {}, handedInAt: 0 };
const note: StoredFile = {
  id: 'f1',
  piece: 'scopingNote',
  laureateId: 'atelier',
  missionId: null,
  ownerUid: 'ada',
  name: 'Note.pdf',
  contentType: 'application/pdf',
  size: 1,
  sha256: 'a',
  createdAt: 0,
  ownerName: 'Ada',
  side: 'laureate',
  shared: false,
  replacesId: null,
  replacedById: null,
  withdrawnAt: null,
  scan: 'clean',
  preview: 'none',
};
const devis: StoredFile = {
  ...note,
  piece: 'devis',
  laureateId: null,
  missionId: 'm1',
  ownerUid: 'noe',
  side: 'expert',
};

/** Actions → who may; everybody else is refused, with the code given here or else the default one. */
interface Row {
  readonly subject: Subject;
  readonly may: readonly ActorName[];
  readonly code: string;
  readonly except?: Partial<Record<ActorName, string>>;
}
const members = ['signatory', 'contributor'] as const;
const overseers = ['staff', 'observer', 'system'] as const;

const rows: Record<string, Row> = {
  'imports laureates': { subject: { action: 'importLaureates' }, may: ['staff', 'system'], code: 'staff-only' },
  'cuts, restores and extends accesses': {
    subject: { action: 'manageGrants' },
    may: ['staff', 'system'],
    code: 'staff-only',
  },
  'corrects subsidies': { subject: { action: 'manageSubsidies' }, may: ['staff', 'system'], code: 'staff-only' },
  'changes settings': { subject: { action: 'manageSettings' }, may: ['staff', 'system'], code: 'staff-only' },
  'shares the views of its lists': { subject: { action: 'shareViews' }, may: ['staff', 'system'], code: 'staff-only' },
  'makes and revokes tokens of the data API': {
    subject: { action: 'manageApiTokens' },
    may: ['staff', 'system'],
    code: 'staff-only',
  },
  'makes the figures anew': { subject: { action: 'makeFigures' }, may: ['staff', 'system'], code: 'staff-only' },
  'sees everything': { subject: { action: 'seeEverything' }, may: ['staff', 'observer'], code: 'staff-only' },
  'hands in a scoping note': {
    subject: { action: 'handInScopingNote', laureateId: 'atelier' },
    may: [...members, 'staff'],
    code: 'not-yours',
  },
  'asks for a mission': {
    subject: { action: 'requestMission', laureateId: 'atelier' },
    may: [...members, 'staff'],
    code: 'not-yours',
  },
  'sees a laureate': {
    subject: { action: 'seeLaureate', laureateId: 'atelier' },
    may: [...members, ...overseers],
    code: 'not-yours',
  },
  'writes a draft of a company, and previews it': {
    subject: { action: 'writeDraft', expertId: 'forge' },
    may: ['expert'],
    code: 'not-yours',
  },
  'has an archive made of a laureate': {
    subject: { action: 'makeArchive', scope: { kind: 'laureate', laureateId: 'atelier' }, laureateIds: [] },
    may: ['signatory', ...overseers],
    code: 'not-yours',
    except: { contributor: 'signatory-only' },
  },
  'has an archive made of its own part of a mission': {
    subject: {
      action: 'makeArchive',
      scope: { kind: 'mission', missionId: 'm1', laureateId: 'atelier' },
      laureateIds: ['atelier', 'bocal'],
    },
    may: ['signatory', ...overseers],
    code: 'not-yours',
    except: { contributor: 'signatory-only' },
  },
  'has an archive made of a mission that is none of its own': {
    subject: {
      action: 'makeArchive',
      scope: { kind: 'mission', missionId: 'm2', laureateId: 'atelier' },
      laureateIds: ['bocal'],
    },
    may: overseers,
    code: 'not-yours',
  },
  'has an archive made of all the parts of a mission': {
    subject: {
      action: 'makeArchive',
      scope: { kind: 'mission', missionId: 'm1', laureateId: null },
      laureateIds: ['atelier'],
    },
    may: overseers,
    code: 'not-yours',
  },
  'has an archive made of the programme': {
    subject: { action: 'makeArchive', scope: { kind: 'programme' }, laureateIds: [] },
    may: overseers,
    code: 'staff-only',
  },
  'sees a dossier without a grant': {
    subject: { action: 'seeDossier', laureateId: 'atelier', grant: null, now: NOW },
    may: [...members, ...overseers],
    code: 'no-grant',
    except: { 'other laureate': 'not-yours' },
  },
  'sees a dossier with a grant of this expert': {
    subject: { action: 'seeDossier', laureateId: 'atelier', grant, now: NOW },
    may: [...members, ...overseers, 'expert'],
    code: 'no-grant',
    except: { 'other laureate': 'not-yours' },
  },
  'sees a mission': {
    subject: { action: 'seeMission', expertId: 'forge', laureateIds: ['atelier'] },
    may: [...members, ...overseers, 'expert'],
    code: 'not-yours',
  },
  'exports a proof of this laureate': {
    subject: { action: 'seeProof', expertId: 'forge', laureateId: 'atelier' },
    may: [...members, ...overseers, 'expert'],
    code: 'not-yours',
  },
  'opens a piece of the dossier': {
    subject: { action: 'openFile', file: note, grant, mission: null, now: NOW, scannerConfigured: false },
    may: [...members, ...overseers, 'expert'],
    code: 'no-grant',
    except: { 'other laureate': 'not-yours' },
  },
  'opens a file of a mission': {
    subject: { action: 'openFile', file: devis, grant: null, mission, now: NOW, scannerConfigured: false },
    may: [...members, ...overseers, 'expert'],
    code: 'not-yours',
  },
};

describe.each(Object.entries(rows))('Who %s', (_name, { subject, may, code, except }) => {
  it.each(Object.entries(actors))('%s', (name, actor) => {
    const allowed = may.some((one) => one === name);
    const special = Object.entries(except ?? {}).find(([one]) => one === name)?.[1];
    const expected = allowed ? null : actor.kind === 'anonymous' ? 'not-signed-in' : (special ?? code);
    expect(can(actor, subject)?.code ?? null).toBe(expected);
  });
});

describe('A grant opens a dossier', () => {
  const opens = (change: Partial<Grant>, now = NOW) =>
    can(actors.expert, { action: 'seeDossier', laureateId: 'atelier', grant: { ...grant, ...change }, now })?.code ??
    null;

  it.each<[string, Partial<Grant>, string | null]>([
    ['while one of its missions lives', { missions: { m1: 0, m2: WHILE_LIVE } }, null],
    ['until the last instant', { missions: { m1: NOW + 1 } }, null],
    ['not from the instant it ends', { missions: { m1: NOW } }, 'grant-ended'],
    ['not without any mission', { missions: {} }, 'grant-ended'],
    ['not once switched off', { active: false }, 'grant-ended'],
    ['not another laureate’s', { laureateId: 'bocal' }, 'no-grant'],
    ['not to a colleague', { uid: 'mina' }, 'no-grant'],
  ])('%s', (_name, change, code) => expect(opens(change)).toBe(code));
});
