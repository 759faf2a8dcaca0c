import { dayOf } from '../calendar.ts';
import type { CellProblem, ImportProblem } from '../laureates/import.ts';
import { fold } from '../laureates/text.ts';
import type { TakeOver } from '../missions/actions.ts';
import { dayToCome, needsOf, type TakenOverPiece, takenOverAmounts, takenOverFile } from '../missions/taken-over.ts';
import { type Cents, formatEuros } from '../money.ts';
import { baseOn, subsidyOfFinal } from '../subsidy/funded.ts';
import { balanceOf, entryId, type LedgerEntry } from '../subsidy/ledger.ts';
import type { ImportedMission } from './missions.ts';
import { leftWith, type ProgrammePlan, planned, type Verdict } from './plan.ts';
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
  readonly pdfs: readonly { readonly piece: TakenOverPiece; readonly fileId: string; readonly keptAs: string }[];
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

function takenOverMissionId(key: string): string {
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
  const plan = planned(groups, (group) => judge(group, { recorded, source, engaged }));
  return { ...plan, problems: plan.problems.flatMap((problem) => [problem, ...cutWith(problem, groups)]) };
}

/** The other rows of the mission that a row in error leaves out. */
function cutWith({ line: culprit }: ImportProblem, groups: readonly MissionRows[]): ImportProblem[] {
  const cut = groups.find(({ rows }) => rows.some(({ line }) => line === culprit))?.rows ?? [];
  return cut.filter(({ line }) => line !== culprit).map(({ mission }) => leftWith(mission, culprit));
}

interface Judging {
  readonly recorded: Recorded;
  readonly source: ImportSource;
  /** What the rows above engage, by laureate. */
  readonly engaged: Map<string, Cents>;
}

function judge(group: MissionRows, { recorded, source, engaged }: Judging): Verdict<ImportedTakeOver> {
  const { first, line } = group;
  const missionId = takenOverMissionId(first.key);
  if (recorded.missionIds.has(missionId)) return { kind: 'unchanged' };
  const parts = partsOf(group, recorded);
  if ('problem' in parts) return parts;
  const expert = expertNamed(first.expert, recorded);
  if ('problem' in expert) return expert;
  const pdfs = pdfsOf(first, { parts: parts.value, recorded, missionId });
  if ('problem' in pdfs) return pdfs;
  const input = inputOf(first, { parts: parts.value, pdfs: pdfs.value, expertId: expert.value.id, source });
  const doubt = splitDoubt(group) ?? dayDoubt(input, source) ?? moneyDoubt(parts.value, engaged);
  if (doubt) return { problem: doubt };
  const names = parts.value.map(({ found }) => found.laureate.name).join(', ');
  const about = `${first.mission.text} : ${names} avec ${expert.value.name}`;
  const entries = entriesOf(missionId, input, { source, recorded });
  return { kind: 'create', change: { line, missionId, input, pdfs: pdfs.value, entries, about } };
}

interface Known {
  readonly parts: readonly Part[];
  readonly pdfs: ImportedTakeOver['pdfs'];
  readonly expertId: string;
  readonly source: ImportSource;
}

/** The command that takes it over, by its first row for what is common. */
function inputOf(first: ImportedMission, { parts, pdfs, expertId, source }: Known): TakeOver {
  const { need, subthemes, state, askedOn, devis, validated, reportedOn, line } = first;
  const shares = parts.map(({ row: { shareCents, subsidyCents, finalCents }, found }) => {
    return [found.laureate.id, { shareCents, subsidyCents, finalCents }] as const;
  });
  return {
    ...{ state, expertId, need, subthemes, askedOn, devis, validated, reportedOn },
    shares: Object.fromEntries(shares),
    pdfs: Object.fromEntries(pdfs.map(({ piece, keptAs }) => [piece, keptAs])),
    reason: reasonOf(source, line),
  };
}

/** As the action itself refuses it: said here, the dry run shows it. */
function dayDoubt(input: TakeOver, { now }: ImportSource): CellProblem | null {
  const toCome = dayToCome(input, dayOf(now));
  return toCome && { column: toCome.column, value: toCome.day, reason: 'cette date est dans l’avenir : corrigez-la' };
}

interface Part {
  readonly row: ImportedMission;
  readonly found: RecordedLaureate;
}

type Answer<Value> = { readonly value: Value } | { readonly problem: CellProblem | ImportProblem };

function partsOf({ first, rows }: MissionRows, recorded: Recorded): Answer<readonly Part[]> {
  const parts: Part[] = [];
  for (const row of rows) {
    const { line } = row;
    const found = laureateNamed(row.laureate, recorded);
    if ('problem' in found) return { problem: { line, ...found.problem } };
    const { column, text: value } = row.laureate;
    if (parts.some((part) => part.found.laureate.id === found.value.laureate.id))
      return {
        problem: { line, column, value, reason: `ce lauréat a deux lignes pour la mission ${first.mission.text}` },
      };
    if (row.state !== first.state || row.expert.text !== first.expert.text) {
      const reason = `la mission ${first.mission.text} n’a pas le même état ou le même expert à la ligne ${first.line}`;
      return { problem: { line, column: row.mission.column, value: row.mission.text, reason } };
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

interface Keeping {
  readonly parts: readonly Part[];
  readonly recorded: Recorded;
  readonly missionId: string;
}

/** Deposited before by staff in the dossier of one of its laureates, where the usual verification took place. */
function pdfsOf(first: ImportedMission, { parts, recorded, missionId }: Keeping): Answer<ImportedTakeOver['pdfs']> {
  const ids = parts.map(({ found }) => found.laureate.id);
  const { files } = recorded;
  const found: ImportedTakeOver['pdfs'][number][] = [];
  for (const { piece, column, text } of first.pdfs) {
    const named = files.filter(({ laureateId, name }) => ids.includes(laureateId) && fold(name) === fold(text));
    const [file, ...others] = named;
    if (!file || others.length > 0) {
      const reason = file
        ? 'plusieurs PDF de ce nom sont dans le dossier : gardez-en un'
        : 'aucun PDF de ce nom n’est dans le dossier du lauréat : déposez-le d’abord, depuis « Déposer des dossiers »';
      return { problem: { column, value: text, reason } };
    }
    const { fileId, sha256 } = file;
    found.push({ piece, fileId, keptAs: takenOverFile(missionId, piece, sha256) });
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
function moneyDoubt(parts: readonly Part[], engaged: Map<string, Cents>): ImportProblem | null {
  for (const { row, found } of parts) {
    if (!needsOf(row.state).validated) continue;
    const { id } = found.laureate;
    const remaining = balanceOf(found.entries).remainingCents - (engaged.get(id) ?? 0);
    const value = formatEuros(row.subsidyCents);
    const reason = `il ne reste que ${formatEuros(remaining)} à ce lauréat`;
    if (row.subsidyCents > remaining) return { line: row.line, column: 'subvention validée', value, reason };
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
