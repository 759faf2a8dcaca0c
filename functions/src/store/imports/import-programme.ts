import type { Firestore } from 'firebase-admin/firestore';
import { consumptionSheet } from '../../domain/imports/consumption.ts';
import { planConsumption } from '../../domain/imports/consumption-plan.ts';
import { planExperts } from '../../domain/imports/expert-plan.ts';
import { expertsSheet } from '../../domain/imports/experts.ts';
import { importKinds, type ProgrammeKind } from '../../domain/imports/kinds.ts';
import { planMissions } from '../../domain/imports/mission-plan.ts';
import { missionsSheet } from '../../domain/imports/missions.ts';
import { planNotes } from '../../domain/imports/note-plan.ts';
import { notesSheet } from '../../domain/imports/notes.ts';
import type { ImportedEntries, ProgrammePlan } from '../../domain/imports/plan.ts';
import type { ImportSource, Recorded } from '../../domain/imports/recorded.ts';
import type { ProgrammeReport } from '../../domain/imports/report.ts';
import { type AnnouncedTotals, readSheet, totalsInDoubt } from '../../domain/imports/sheet.ts';
import { type Control, differencesWith, reconciliation } from '../../domain/imports/totals.ts';
import type { ImportProblem } from '../../domain/laureates/import.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { LedgerEntry } from '../../domain/subsidy/ledger.ts';
import type { Bucket } from '../bucket.ts';
import { settingsInForce } from '../collections/settings.ts';
import { appendEntries } from '../laureates/append-entries.ts';
import { IMPORT_LEASE, LEASE_LASTS, underWay } from '../laureates/import.ts';
import { alone } from '../lease.ts';
import { optimistically } from '../optimistic.ts';
import { readRecorded } from './read-recorded.ts';
import { takeOverExpert } from './take-over-expert.ts';
import { takeOverMission } from './take-over-mission.ts';
import { addRecommendation, takeOverNote } from './take-over-note.ts';

export interface ProgrammeAsked {
  readonly kind: ProgrammeKind;
  readonly csv: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  /** Write the good rows although others are bad. */
  readonly skipBad: boolean;
  /** What the operator announces, in cents; a difference, as one with a row « TOTAL », stops the import whatever `skipBad` says. */
  readonly control: Control;
  /** Of the team, or the command run with the project's own rights. */
  readonly actor: { readonly uid: string; readonly name: string; readonly signedInAt: number };
  readonly now: number;
  readonly newId: () => string;
}

/** Opened at the first PDF: an import without any needs no bucket. */
type Open = () => Bucket;

/**
 * Imports what ran before this service, one import at a time. A dry run writes nothing and waits for nobody. Once written, the ledgers are read
 * again and compared with what was planned: `differences` says where they do not agree. A row that is refused at the moment it is written is told
 * with the others, which are kept: the same file finds them unchanged.
 */
export async function importProgramme(
  firestore: Firestore,
  bucket: Open,
  asked: ProgrammeAsked,
): Promise<ProgrammeReport | Refusal> {
  if (asked.dryRun) return run(firestore, bucket, asked);
  const lease = { name: IMPORT_LEASE, holder: asked.newId(), now: asked.now, lasts: LEASE_LASTS };
  const done = await alone(firestore, lease, () => run(firestore, bucket, asked));
  return done === null ? underWay : done.answer;
}

interface Told {
  readonly line: number;
  readonly about: string;
}

interface Prepared {
  readonly plan: Pick<ProgrammePlan<Told>, 'create' | 'update' | 'unchanged' | 'problems' | 'left'>;
  readonly problems: readonly ImportProblem[];
  readonly ignoredColumns: readonly string[];
  readonly announced: readonly AnnouncedTotals[];
  readonly added: ReadonlyMap<string, readonly LedgerEntry[]>;
  /** Writes it; answers the rows that could not be written after all. */
  readonly write: () => Promise<readonly ImportProblem[]>;
}

interface Preparing {
  readonly firestore: Firestore;
  readonly bucket: Open;
  readonly asked: ProgrammeAsked;
  readonly recorded: Recorded;
  readonly source: ImportSource;
  readonly settings: ProgrammeSettings;
}

async function run(firestore: Firestore, bucket: Open, asked: ProgrammeAsked): Promise<ProgrammeReport> {
  const [settings, recorded] = await Promise.all([settingsInForce(firestore), readRecorded(firestore)]);
  const source = {
    now: asked.now,
    settingsVersion: settings.version,
    by: asked.actor.uid,
    byName: asked.actor.name,
    fileName: asked.fileName,
  };
  const { plan, problems, ignoredColumns, announced, added, write } = kinds[asked.kind]({
    ...{ firestore, bucket, asked, recorded, source, settings },
  });
  const ledgers = reconciliation(recorded.laureates, added, importKinds[asked.kind].control ? asked.control : {});
  const told = [...problems, ...plan.problems];
  const totals = { ...ledgers, differences: [...totalsInDoubt(announced, told.length > 0), ...ledgers.differences] };
  const mayWrite = !asked.dryRun && totals.differences.length === 0 && (told.length === 0 || asked.skipBad);
  const refused = mayWrite ? await write() : [];
  const lines = new Set(refused.map(({ line }) => line));
  const done = (changes: readonly Told[]) =>
    changes.flatMap(({ line, about }) => (lines.has(line) ? [] : [{ line, about }]));
  const [created, updated] = [done(plan.create), done(plan.update)];
  const report = {
    ...{ created: created.length, updated: updated.length, unchanged: plan.unchanged, written: mayWrite },
    ...{ problems: [...told, ...refused].toSorted((a, b) => a.line - b.line), ignoredColumns, totals, left: plan.left },
    changes: [...created, ...updated].toSorted((a, b) => a.line - b.line),
  };
  if (!mayWrite) return report;
  const after = differencesWith(totals, (await readRecorded(firestore)).laureates);
  return { ...report, totals: { ...totals, differences: after } };
}

/** One reading, one plan and one way of writing a kind. */
const kinds = {
  experts: ({ firestore, asked, recorded, source, settings }) => {
    const sheet = readSheet(asked.csv, expertsSheet(settings.themes));
    const plan = planExperts(sheet.rows, recorded, source);
    const write = () =>
      eachOf(plan.create, (change) => takeOverExpert(firestore, change, { source, newId: asked.newId }));
    return { ...sheet, plan, added: new Map(), write };
  },
  notes: ({ firestore, asked, recorded, source, settings }) => {
    const sheet = readSheet(asked.csv, notesSheet(settings.themes));
    const plan = planNotes(sheet.rows, recorded, source);
    const write = async () => [
      ...(await eachOf(plan.create, (change) => takeOverNote(firestore, change, { source, settings }))),
      ...(await eachOf(plan.update, (change) => addRecommendation(firestore, change, source))),
    ];
    return { ...sheet, plan, added: new Map(), write };
  },
  consumption: ({ firestore, asked, recorded, source }) => {
    const sheet = readSheet(asked.csv, consumptionSheet);
    const plan = planConsumption(sheet.rows, recorded, source);
    const changes = [...plan.create, ...plan.update];
    return { ...sheet, plan, added: entriesByLaureate(changes), write: () => writeEntries(firestore, changes) };
  },
  missions: ({ firestore, bucket, asked, recorded, source, settings }) => {
    const sheet = readSheet(asked.csv, missionsSheet(settings.themes));
    const plan = planMissions(sheet.rows, recorded, source);
    const added = new Map<string, readonly LedgerEntry[]>();
    for (const { entries } of plan.create)
      for (const [id, lines] of entries) added.set(id, [...(added.get(id) ?? []), ...lines]);
    const write = () =>
      eachOf(plan.create, (change) => takeOverMission(firestore, bucket, { change, asked, settings }));
    return { ...sheet, plan, added, write };
  },
} as const satisfies Record<ProgrammeKind, (preparing: Preparing) => Prepared>;

/** One row after the other; answers those that were refused. */
async function eachOf<Change>(
  changes: readonly Change[],
  write: (change: Change) => Promise<ImportProblem | null>,
): Promise<ImportProblem[]> {
  const refused: ImportProblem[] = [];
  for (const change of changes) {
    const problem = await write(change);
    if (problem) refused.push(problem);
  }
  return refused;
}

function entriesByLaureate(changes: readonly ImportedEntries[]): ReadonlyMap<string, readonly LedgerEntry[]> {
  const added = new Map<string, readonly LedgerEntry[]>();
  for (const { laureateId, entries } of changes) added.set(laureateId, [...(added.get(laureateId) ?? []), ...entries]);
  return added;
}

/**
 * One commit a laureate: half an import is a list of whole laureates, and running it again finishes it. A decision taken since the plan was made
 * may have used what a row needs, or move its ledger without end: that laureate's rows are then told, and nothing of them is written.
 */
async function writeEntries(
  firestore: Firestore,
  changes: readonly ImportedEntries[],
): Promise<readonly ImportProblem[]> {
  const refused: ImportProblem[] = [];
  for (const [laureateId, entries] of entriesByLaureate(changes)) {
    const done = await optimistically(firestore, async (batch) => {
      const fault = await appendEntries(firestore, batch, laureateId, entries);
      return { answer: fault, batch: fault === null ? batch : null };
    });
    if (done === null || done.answer !== null)
      refused.push(...changes.filter((one) => one.laureateId === laureateId).map(movedSince));
  }
  return refused;
}

function movedSince({ line, name, about }: ImportedEntries): ImportProblem {
  const reason = `la subvention de ${name} a changé pendant l’import : rien n’est écrit pour elle, importez à nouveau`;
  return { line, column: 'pièce', value: about, reason };
}
