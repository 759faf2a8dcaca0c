import type { Firestore } from 'firebase-admin/firestore';
import { formatEuros } from '../../functions/src/domain/money.ts';
import type { Balance } from '../../functions/src/domain/subsidy/ledger.ts';
import { knownCollections } from '../stored/collections.ts';
import { type Difference, sentenceOf } from './differences.ts';
import { exportedObjects } from './folder.ts';
import { differencesOf, type Restoring } from './restoring.ts';
import { accountsHold, derivedHold, type Findings, missingFiles, Reading } from './soundness.ts';

/** One thing that a drill looked at, and what it found wrong. */
export interface Checked {
  readonly what: string;
  readonly findings: Findings;
}

interface Checking extends Pick<Restoring, 'documents' | 'bucket' | 'folder'> {
  readonly firestore: Firestore;
  /** Whether nothing happened since the figures were made. */
  readonly still: boolean;
}

export interface Restored {
  readonly checked: readonly Checked[];
  /** What all the subsidies come to. */
  readonly total: Balance;
}

/** A restored project against its export, then against itself. Reads each document three times or so, and each file once. */
export async function checkRestored(checking: Checking): Promise<Restored> {
  const { firestore, folder, still } = checking;
  const reading = new Reading(await knownCollections());
  const differences = await differencesOf(checking, (line) => reading.see(line));
  const kept = new Map<string, string>();
  for await (const { path, sha256 } of exportedObjects(folder)) kept.set(path, sha256);
  const { findings, total } = await accountsHold(firestore);
  const sums = `${formatEuros(total.awardedCents)} attribués, ${formatEuros(total.paidCents)} payés`;
  const checked = [
    { what: 'chaque document et chaque fichier, à l’octet près', findings: differences.map(sentenceOf) },
    { what: 'chaque document se lit', findings: reading.findings },
    { what: 'chaque fichier est celui que son document nomme', findings: missingFiles(reading.promised, kept) },
    { what: `registres, preuves, parts, factures et soldes (${sums})`, findings },
    { what: 'listes, annuaire et chiffres, refaits', findings: await derivedHold(firestore, still) },
  ];
  return { checked, total };
}

export const wholeness = (faults: readonly Difference[]): Checked => ({
  what: 'la sauvegarde est entière',
  findings: faults.map(sentenceOf),
});

export const allHold = (checked: readonly Checked[]) => checked.every(({ findings }) => findings.length === 0);

const MOST_SAID = 20;

/** The report, a line a check, and under it the first of what is wrong. */
export function reportOf(checked: readonly Checked[]): string[] {
  return checked.flatMap(({ what, findings }) => [
    `${findings.length === 0 ? '✓' : '✗'} ${what}`,
    ...findings.slice(0, MOST_SAID).map((sentence) => `    ${sentence}`),
    ...(findings.length > MOST_SAID ? [`    … et ${findings.length - MOST_SAID} autres.`] : []),
  ]);
}
