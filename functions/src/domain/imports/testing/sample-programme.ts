import type { Laureate } from '../../laureates/laureate.ts';
import { wholeBase } from '../../subsidy/funded.ts';
import { emptyBalance, entryId, type LedgerEntry } from '../../subsidy/ledger.ts';
import type { ImportSource, Recorded, RecordedExpert, RecordedLaureate } from '../recorded.ts';

/** 22 November 2026. */
export const source: ImportSource = {
  now: Date.UTC(2026, 10, 22, 12),
  settingsVersion: 3,
  by: 'staff-1',
  byName: 'Camille Roux',
  fileName: 'reprise.csv',
};

/** The laureates of docs/examples that have an award, and one expert: what the example files are about. */
export function sampleProgramme(): Recorded {
  return {
    laureates: [
      laureateOf('fabrique', 'FTL-001', '90000000600016', 15_000_00),
      laureateOf('etabli', 'FTL-002', '90000000200015', 8_500_50),
      laureateOf('couture', 'FTL-004', '90000000400011', 12_000_00),
    ],
    experts: [sud],
    missionIds: new Set(),
    files: [],
    addresses: new Set(sud.emails),
  };
}

const sud: RecordedExpert = {
  ...{ id: 'sud', name: 'Atelier Sud', siret: '73282932000074', emails: ['atelier@atelier-sud.example'] },
  profile: {
    ...{ state: 'published', mayBeCommissioned: true, website: '', subthemes: ['4.2'], regions: ['Bretagne'] },
    contact: { name: 'Lou Martin', email: 'atelier@atelier-sud.example', phone: '' },
  },
};

function laureateOf(id: string, reference: string, siret: string, awardCents: number): RecordedLaureate {
  const laureate: Laureate = {
    ...{ id, reference, name: `Manufacture ${id}`, status: 'active', promotion: 1, territory: 'rural' },
    ...{ region: 'Bretagne', department: 'Finistère', note: null, openToSharing: null, balance: emptyBalance },
    legalEntities: [{ from: '2023-01-01', siret, name: `Manufacture ${id}`, fundedBase: wholeBase }],
  };
  const decision = { reference: 'CP', date: '2023-01-12', ceilingCents: 20_000_00, recommendations: '' };
  const line = { at: 0, by: 'staff-1', reason: null, settingsVersion: 1, decision };
  const award: LedgerEntry = { ...line, id: entryId.award('CP'), type: 'award', cents: awardCents };
  return { laureate, entries: [award], ledgerHolds: true, notes: [] };
}

/** What is recorded once these lines are written. */
export function withEntries(recorded: Recorded, added: ReadonlyMap<string, readonly LedgerEntry[]>): Recorded {
  return {
    ...recorded,
    laureates: recorded.laureates.map((one) => ({
      ...one,
      entries: [...one.entries, ...(added.get(one.laureate.id) ?? [])],
    })),
  };
}
