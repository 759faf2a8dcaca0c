import type { SignedInActor } from '../../actor.ts';
import { wholeBase } from '../../subsidy/funded.ts';
import { emptyBalance } from '../../subsidy/ledger.ts';
import type { LaureateActionFacts, LaureateActionName, LaureateCommand, TypedEntity } from '../facts.ts';
import type { Laureate, SharingOptIn } from '../laureate.ts';

/** Noon, 5 March 2024. */
export const now = Date.UTC(2024, 2, 5, 11);

export const atelier: Laureate = {
  id: 'atelier',
  reference: 'MP-1',
  name: 'Atelier du Lac',
  status: 'active',
  legalEntities: [
    {
      from: '2022-01-10',
      siret: '73282932000074',
      name: 'Lac en commun',
      legalForm: 'association',
      fundedBase: wholeBase,
    },
    {
      from: '2023-05-01',
      siret: '55210055400013',
      name: 'Atelier du Lac',
      legalForm: 'association',
      fundedBase: wholeBase,
    },
  ],
  promotion: 2,
  territory: 'rural',
  region: 'Bretagne',
  department: 'Finistère',
  note: null,
  openToSharing: null,
  balance: emptyBalance,
  // By the one who acts below.
  takeover: { intoId: 'bocal', byUid: 'somebody', byName: 'Camille Roux', at: now },
};

/** What an « yes » to being proposed leaves in a record. */
export const opened: SharingOptIn = { at: now, byName: 'Zoé Martin' };

/** Takes over. */
export const bocal: Laureate = { ...atelier, id: 'bocal', reference: 'MP-2', name: 'Le Bocal' };

const person = { uid: 'somebody', name: 'Camille Roux', signedInAt: now };
export const staff: SignedInActor = { ...person, kind: 'staff' };
/** Of `atelier`. */
export const member: SignedInActor = {
  ...{ ...person, name: 'Zoé Martin', kind: 'laureate' },
  memberships: [{ laureateId: 'atelier', role: 'contributor' }],
};
/** Everybody else who may be signed in. */
export const others: Readonly<Record<string, SignedInActor>> = {
  observer: { ...person, kind: 'observer' },
  signatory: { ...person, kind: 'laureate', memberships: [{ laureateId: 'atelier', role: 'signatory' }] },
  contributor: member,
  stranger: { ...person, kind: 'laureate', memberships: [{ laureateId: 'bocal', role: 'signatory' }] },
  expert: { ...person, kind: 'expert', expertId: 'forge' },
  system: { kind: 'system', uid: 'system', name: 'Service automatique' },
};

export const scic: TypedEntity = {
  from: '2024-03-01',
  siret: '44306184100047',
  name: 'SCIC Atelier du Lac',
  legalForm: 'scic',
};
const reason = 'Vu en assemblée générale.';

/** A command of each action that everything allows. */
export const goodCommands = {
  changeLegalEntity: { action: 'changeLegalEntity', ...scic, reason },
  correctLegalEntity: { action: 'correctLegalEntity', position: 0, ...scic, from: '2022-02-01', reason },
  setFundedBase: { action: 'setFundedBase', fundedBase: { kind: 'excludingVat' }, reason },
  assignReferent: { action: 'assignReferent', uid: 'ines', phone: '01 23 45 67 89' },
  suspend: { action: 'suspend', reason },
  resume: { action: 'resume', reason },
  withdrawLabel: { action: 'withdrawLabel', reason },
  restoreLabel: { action: 'restoreLabel', reason },
  transferEntity: { action: 'transferEntity', intoId: 'bocal', typedName: 'atelier du lac', reason },
  withdrawTransfer: { action: 'withdrawTransfer', reason },
  openToSharing: { action: 'openToSharing' },
  closeToSharing: { action: 'closeToSharing' },
} as const satisfies Record<LaureateActionName, LaureateCommand>;

export function factsOf(changed: Partial<LaureateActionFacts> = {}): LaureateActionFacts {
  const base = { now, actor: staff, laureate: atelier, siretHolder: null, referentName: 'Inès Garnier', into: bocal };
  return { ...base, ...changed };
}
