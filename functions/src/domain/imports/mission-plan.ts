import { dayOf } from '../calendar.ts';
import type { CellProblem } from '../laureates/import.ts';
import { fold } from '../laureates/text.ts';
import type { TakeOver } from '../missions/actions.ts';
import { needsOf, type TakenOverPiece, takenOverAmounts } from '../missions/taken-over.ts';
import { type Cents, formatEuros } from '../money.ts';
import { baseOn, subsidyOfFinal } from '../subsidy/funded.ts';
import { balanceOf, entryId, type LedgerEntry } from '../subsidy/ledger.ts';
import type { ImportedMission } from './missions.ts';
import { type ProgrammePlan, planned, type Verdict } from './plan.ts';
import {
  expertNamed,
  type ImportSource,
  laureateNamed,
  type Recorded,
  type RecordedLaureate,
  reasonOf,
} from './recorded.ts';

/** One mission to take over, and the dossier's PDFs that become its own. */
export interface ImportedTakeOver {
  readonly line: number;
  readonly missionId: string;
  readonly input: TakeOver;
  readonly pdfs: readonly { readonly piece: TakenOverPiece; readonly fileId: string }[];
  /** What the ledgers will have more, to compare the totals before anything is written. */
  readonly entries: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly about: string;
}

/** Rows of one mission, in the order of the file. */
interface MissionRows {
  readonly line: number;
  readonly first: ImportedMission;
  readonly rows: readonly ImportedMission[];
}

export function takenOverMissionId(key: string): string {
  return `mission-reprise-${key}`;
}

/** A mission that is here already is left as it is: from then on its life is here. */
export function planMissions(
  rows: readonly ImportedMission[],
  recorded: Recorded,
  source: ImportSource,
): ProgrammePlan<ImportedTakeOver> {
  const engaged = new Map<string, Cents>();
  const groups = [...Map.groupBy(rows, ({ key }) => key).values()].flatMap((group): MissionRows[] => {
    const [first] = group;
    return first ? [{ line: first.line, first, rows: group }] : [];
  });
  return planned(groups, (group): Verdict<ImportedTakeOver> => {
    const missionId = takenOverMissionId(group.first.key);
    if (recorded.missionIds.has(missionId)) return { kind: 'unchanged' };
    const parts = partsOf(group, recorded);
    if ('problem' in parts) return parts;
    const expert = expertNamed(group.first.expert, recorded);
    if ('problem' in expert) return expert;
    const pdfs = pdfsOf(group.first, parts.value, recorded);
    if ('problem' in pdfs) return pdfs;
    const doubt = splitDoubt(group) ?? moneyDoubt(parts.value, engaged);
    if (doubt) return { problem: doubt };
    const { first } = group;
    const { need, subthemes, state, askedOn, devis, validated, reportedOn } = first;
    const shares = Object.fromEntries(
      parts.value.map(({ row, found }) => {
        const { shareCents, subsidyCents, finalCents } = row;
        return [found.laureate.id, { shareCents, subsidyCents, finalCents }] as const;
      }),
    );
    const reason = reasonOf(source, first.line);
    const input = {
      state,
      expertId: expert.value.id,
      need,
      subthemes,
      askedOn,
      shares,
      devis,
      validated,
      reportedOn,
      reason,
    };
    const names = parts.value.map(({ found }) => found.laureate.name).join(', ');
    const about = `${first.mission.text} : ${names} avec ${expert.value.name}`;
    const entries = entriesOf(missionId, input, { source, recorded });
    return { kind: 'create', change: { line: first.line, missionId, input, pdfs: pdfs.value, entries, about } };
  });
}

interface Part {
  readonly row: ImportedMission;
  readonly found: RecordedLaureate;
}

type Answer<Value> = { readonly value: Value } | { readonly problem: CellProblem };

function partsOf({ first, rows }: MissionRows, recorded: Recorded): Answer<readonly Part[]> {
  const parts: Part[] = [];
  for (const row of rows) {
    const found = laureateNamed(row.laureate, recorded);
    if ('problem' in found) return found;
    const { column, text: value } = row.laureate;
    if (parts.some((part) => part.found.laureate.id === found.value.laureate.id))
      return { problem: { column, value, reason: `ce lauréat a deux lignes pour la mission ${first.mission.text}` } };
    if (row.state !== first.state || row.expert.text !== first.expert.text) {
      const reason = `la mission ${first.mission.text} n’a pas le même état ou le même expert à la ligne ${first.line}`;
      return { problem: { column: row.mission.column, value: row.mission.text, reason } };
    }
    parts.push({ row, found: found.value });
  }
  return parts.length <= 10
    ? { value: parts }
    : {
        problem: {
          column: 'mission',
          value: first.mission.text,
          reason: 'une mission se partage entre dix lauréats au plus',
        },
      };
}

/** Deposited before by staff in the dossier of one of its laureates, where the usual verification took place. */
function pdfsOf(first: ImportedMission, parts: readonly Part[], { files }: Recorded): Answer<ImportedTakeOver['pdfs']> {
  const ids = parts.map(({ found }) => found.laureate.id);
  const found: { piece: TakenOverPiece; fileId: string }[] = [];
  for (const { piece, column, text } of first.pdfs) {
    const named = files.filter(({ laureateId, name }) => ids.includes(laureateId) && fold(name) === fold(text));
    const [file, ...others] = named;
    if (!file || others.length > 0) {
      const reason = file
        ? 'plusieurs PDF de ce nom sont dans le dossier : gardez-en un'
        : 'aucun PDF de ce nom n’est dans le dossier du lauréat : déposez-le d’abord, depuis « Déposer des dossiers »';
      return { problem: { column, value: text, reason } };
    }
    found.push({ piece, fileId: file.fileId });
  }
  const lacking = needsOf(first.state).documents.find((piece) => !found.some((one) => one.piece === piece));
  const reason = 'dans cet état, ce PDF est nécessaire : la prochaine décision se prend sur lui';
  return lacking ? { problem: { column: pdfHeaders[lacking], value: '', reason } } : { value: found };
}

const pdfHeaders = {
  diagnostic: 'PDF du diagnostic',
  devis: 'PDF du devis',
  report: 'PDF du rapport',
} as const satisfies Record<TakenOverPiece, string>;

function splitDoubt({ first, rows }: MissionRows): CellProblem | null {
  if (first.devis === null) return null;
  const total = rows.reduce((sum, { shareCents }) => sum + shareCents, 0);
  const { includingVatCents } = first.devis.amounts;
  const reason = `les parts font ${formatEuros(total)}, le devis est de ${formatEuros(includingVatCents)}`;
  return total === includingVatCents ? null : { column: 'part du lauréat', value: formatEuros(total), reason };
}

/** What remains once the rows above are in: two missions of the file may not use the same euro. */
function moneyDoubt(parts: readonly Part[], engaged: Map<string, Cents>): CellProblem | null {
  for (const { row, found } of parts) {
    if (!needsOf(row.state).validated) continue;
    const { id } = found.laureate;
    const remaining = balanceOf(found.entries).remainingCents - (engaged.get(id) ?? 0);
    const value = formatEuros(row.subsidyCents);
    if (row.subsidyCents > remaining)
      return { column: 'subvention validée', value, reason: `il ne reste que ${formatEuros(remaining)} à ce lauréat` };
  }
  for (const { row, found } of parts) {
    // A mission that is over gives back what it did not use; counted whole here, a file is refused too early rather than too late.
    const { id } = found.laureate;
    if (needsOf(row.state).validated) engaged.set(id, (engaged.get(id) ?? 0) + row.subsidyCents);
  }
  return null;
}

interface Written {
  readonly source: ImportSource;
  readonly recorded: Recorded;
}

/** The lines that `takeOver` will write, by the same amounts. */
function entriesOf(missionId: string, input: TakeOver, { source, recorded }: Written): ImportedTakeOver['entries'] {
  const { validated, share: status } = needsOf(input.state);
  const { now: at, by, settingsVersion } = source;
  const base = { at, by, settingsVersion, reason: input.reason, missionId };
  return new Map(
    Object.entries(input.shares).map(([laureateId, share]) => {
      const { subsidyCents, finalCents } = share;
      const laureate = recorded.laureates.find((one) => one.laureate.id === laureateId)?.laureate;
      const rule = baseOn(laureate?.legalEntities ?? [], dayOf(at));
      const final = subsidyOfFinal(finalCents ?? 0, takenOverAmounts(share, input.devis?.amounts ?? null, rule));
      const commit = {
        ...base,
        id: entryId.commit(missionId, 1),
        cents: -subsidyCents,
        type: 'commit',
        version: 1,
      } as const;
      const settle = {
        ...base,
        id: entryId.settle(missionId, 0),
        cents: subsidyCents - final,
        type: 'settle',
      } as const;
      const settled = { ...settle, committedCents: subsidyCents, finalCents: final };
      return [laureateId, validated ? [commit, ...(status === 'settled' ? [settled] : [])] : []] as const;
    }),
  );
}
