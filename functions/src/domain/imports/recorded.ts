import type { Day, Instant } from '../calendar.ts';
import type { Expert } from '../experts/profile.ts';
import type { CellProblem } from '../laureates/import.ts';
import type { Laureate } from '../laureates/laureate.ts';
import { fold } from '../laureates/text.ts';
import type { LedgerEntry } from '../subsidy/ledger.ts';

/** The programme as an import finds it: every laureate with its ledger, every expert, the missions that exist, the PDFs of dossiers. */
export interface Recorded {
  readonly laureates: readonly RecordedLaureate[];
  readonly experts: readonly RecordedExpert[];
  readonly missionIds: ReadonlySet<string>;
  readonly files: readonly RecordedFile[];
  /** Addresses that have an account already, in lower case. */
  readonly addresses: ReadonlySet<string>;
}

export interface RecordedLaureate {
  readonly laureate: Laureate;
  /** In the order of the chain. */
  readonly entries: readonly LedgerEntry[];
  readonly ledgerHolds: boolean;
  /** Every version of its scoping note. */
  readonly notes: readonly RecordedNote[];
}

export interface RecordedNote {
  readonly version: number;
  readonly day: Day;
  readonly subthemes: readonly string[];
  /** What a file said that the trainers recommended with it; null when none did. */
  readonly recommendation: string | null;
}

export interface RecordedExpert {
  readonly id: string;
  readonly name: string;
  readonly siret: string;
  /** In lower case: of the contact and of each consultant. */
  readonly emails: readonly string[];
  readonly profile: Pick<Expert, 'state' | 'mayBeCommissioned' | 'contact' | 'website' | 'subthemes' | 'regions'>;
}

/** A verified PDF of a laureate's dossier, not withdrawn. */
export interface RecordedFile {
  readonly fileId: string;
  readonly laureateId: string;
  readonly name: string;
  readonly sha256: string;
  readonly isScopingNote: boolean;
}

/** Who imports, when, and from which file: what each line written keeps. */
export interface ImportSource {
  readonly now: Instant;
  readonly settingsVersion: number;
  readonly by: string;
  readonly byName: string;
  readonly fileName: string;
}

/** « Reprise (missions.csv, ligne 4) » */
export function reasonOf({ fileName }: ImportSource, line: number): string {
  return `Reprise (${fileName}, ligne ${line})`;
}

export interface Named {
  readonly line: number;
  /** The header of the cell that names it. */
  readonly column: string;
  readonly text: string;
}

type Found<Value> = { readonly value: Value } | { readonly problem: CellProblem };

/** The laureate that a cell names, by its reference or its SIRET; else why none is found. */
export function laureateNamed({ column, text }: Named, { laureates }: Recorded): Found<RecordedLaureate> {
  const digits = text.replace(/[\s.-]/g, '');
  const value =
    laureates.find(({ laureate }) => laureate.reference !== null && fold(laureate.reference) === fold(text)) ??
    laureates.find(({ laureate }) => laureate.legalEntities.some(({ siret }) => siret === digits));
  if (value === undefined) {
    const reason = 'aucun lauréat n’a cette référence ni ce SIRET : importez d’abord les lauréats, ou corrigez-la';
    return { problem: { column, value: text, reason } };
  }
  const reason = 'le registre de ce lauréat ne concorde pas : rien n’y est écrit avant qu’il soit réparé';
  return value.ledgerHolds ? { value } : { problem: { column, value: text, reason } };
}

/** The expert that a cell names, by its SIRET or an address; else why none is found. */
export function expertNamed({ column, text }: Named, { experts }: Recorded): Found<RecordedExpert> {
  const value = experts.find(({ siret, emails }) => siret === text || emails.includes(text));
  const reason = 'aucun expert inscrit n’a ce SIRET ni cette adresse : inscrivez-le d’abord';
  return value ? { value } : { problem: { column, value: text, reason } };
}
