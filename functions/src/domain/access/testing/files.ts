import type { Actor } from '../../actor.ts';
import type { FolderMission } from '../../dossiers/folder.ts';
import type { StoredFile } from '../../dossiers/pieces.ts';
import { type Grant, WHILE_LIVE } from '../../missions/facts.ts';
import type { OpenMission } from '../reading.ts';

/** Two laureates that share a mission of `forge`, an expert of another company, who oversees; and the files between them. */
export const NOW = 1_000_000;
export const person = (uid: string) => ({ uid, name: uid, signedInAt: NOW });
const member = (uid: string, laureateId: string): Actor => ({
  kind: 'laureate',
  ...person(uid),
  memberships: [{ laureateId, role: 'contributor' }],
});
export const ada = member('ada', 'atelier');
export const colleague = member('bob', 'atelier');
export const bocal = member('eve', 'bocal');
export const noe = { kind: 'expert', ...person('noe'), expertId: 'forge' } as const;
export const mina = { kind: 'expert', ...person('mina'), expertId: 'forge' } as const;
export const rival = { kind: 'expert', ...person('zoe'), expertId: 'another' } as const;
export const staff: Actor = { kind: 'staff', ...person('cam') };
export const observer: Actor = { kind: 'observer', ...person('obs') };
export const system: Actor = { kind: 'system', uid: 'system', name: 'system' };
export const anonymous: Actor = { kind: 'anonymous' };
export const grant: Grant = {
  laureateId: 'atelier',
  uid: 'noe',
  expertId: 'forge',
  missions: { m1: WHILE_LIVE },
  active: true,
};
export const folder: FolderMission = { id: 'm1', expertId: 'forge', laureateIds: ['atelier'], goesOn: true };
export const mission: OpenMission = { expertId: 'forge', laureateIds: ['atelier'], departures: {}, handedInAt: 0 };
export const shared: OpenMission = { ...mission, laureateIds: ['atelier', 'bocal'] };
export const note: StoredFile = {
  ...{ id: 'f1', piece: 'scopingNote', laureateId: 'atelier', missionId: null, ownerUid: 'ada', ownerName: 'Ada' },
  ...{ name: 'Note.pdf', contentType: 'application/pdf', size: 1, sha256: 'a', createdAt: 0, side: 'laureate' },
  ...{ shared: false, replacesId: null, replacedById: null, withdrawnAt: null, scan: 'clean', preview: 'none' },
};
export const other: StoredFile = { ...note, piece: 'other' };
export const devis: StoredFile = {
  ...{ ...note, piece: 'devis', laureateId: null, missionId: 'm1', ownerUid: 'noe', side: 'expert' },
};
export const fromLaureate: StoredFile = { ...note, piece: 'working', missionId: 'm1' };
export const fromExpert: StoredFile = { ...devis, piece: 'working' };
