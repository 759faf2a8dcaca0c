import type { Laureate } from '../../laureates/laureate.ts';
import { defaultSettings } from '../../programme/settings.ts';
import type { SubsidyFacts, SubsidySubject } from '../facts.ts';
import { wholeBase } from '../funded.ts';
import { emptyBalance, type LedgerEntry } from '../ledger.ts';
import { award, commit, settle } from './entries.ts';

export const camille = { uid: 'camille', name: 'Camille Roux' };
export const ines = { uid: 'ines', name: 'Inès Garnier' };

const laureate = (id: string): Laureate => ({
  ...{ id, reference: null, name: `Manufacture ${id}`, status: 'active', promotion: 1, territory: 'rural' },
  ...{ region: 'Bretagne', department: 'Finistère', note: null, openToSharing: null, balance: emptyBalance },
  legalEntities: [{ from: '2020-01-01', siret: '73282932000074', name: id, fundedBase: wholeBase }],
});

export const subjectWith = (id: string, entries: readonly LedgerEntry[]): SubsidySubject => ({
  laureate: laureate(id),
  entries,
  ledgerHolds: true,
});

/** `atelier` has 10 000 €, of which 3 000 € settled on m1 and 1 000 € engaged on m2; `bocal` has 5 000 €. Camille acts, in March 2024. */
export function subsidyFacts(change: Partial<SubsidyFacts> = {}): SubsidyFacts {
  return {
    now: Date.UTC(2024, 2, 5, 11),
    settings: defaultSettings,
    actor: camille,
    operationId: 'op-1',
    subject: subjectWith('atelier', [
      award(10_000_00),
      commit(3_000_00),
      settle(3_000_00, 3_000_00),
      commit(1_000_00, 'm2'),
    ]),
    other: null,
    adjustment: null,
    ...change,
  };
}
