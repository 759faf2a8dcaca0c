import { formatDay } from '../calendar.ts';
import { type Form, questionsOf } from '../forms/form.ts';
import { type Cents, formatEuros } from '../money.ts';
import { formatRate } from '../subsidy/funded.ts';
import type { DevisAmounts, SubmittedAmounts } from '../subsidy/share.ts';
import type { HandedDocument, JournalEntry, Submission } from './mission.ts';
import { type WordChange, wordChanges } from './word-changes.ts';

/** One thing that a version says otherwise than the one before. */
export type VersionChange =
  /** A figure, a day, a name: « de … à … »; null where there was none, or is none any more. */
  | { readonly kind: 'value'; readonly label: string; readonly before: string | null; readonly after: string | null }
  /** An answer of the diagnostic, word by word. */
  | { readonly kind: 'text'; readonly label: string; readonly words: readonly WordChange[] }
  /** A PDF that another one replaces: what changed in it is read in it. */
  | { readonly kind: 'document'; readonly label: string };

export interface VersionChanges {
  /** The version that is compared with. */
  readonly since: number;
  /** Empty when both say the same. */
  readonly changes: readonly VersionChange[];
}

/** A version as one reader may read it. */
export interface ToldVersion {
  readonly submission: Submission;
  /** The whole devis; null for who reads its own part alone. */
  readonly amounts: DevisAmounts | null;
  /** The reader's own part. */
  readonly shareCents: Cents;
  /** The form that the diagnostic answers; null of a PDF. */
  readonly form: Form | null;
}

/** What a version says otherwise than the one before: amounts and dates first, then the devis and each answer, in the order of the page. */
export function versionChanges(before: ToldVersion, after: ToldVersion): VersionChanges {
  // Shared before or now, the totals can't be compared: the reader's own part can.
  const amounts = before.amounts !== null && after.amounts !== null ? wholeAmounts : ownPart;
  const values = [...amounts, ...facts].flatMap(([label, said]) => valueChange(label, said(before), said(after)));
  return {
    since: before.submission.version,
    changes: [
      ...values,
      ...lineChanges(before, after),
      ...diagnosticChanges(before, after),
      ...documents(before, after),
    ],
  };
}

/**
 * The version to compare with: the last one that a laureate sent back or refused, which is what they remember, or the one whose split alone was
 * changed. One that its author took back was the wrong file: nothing of it is shown again. Null when there is none.
 */
export function versionBefore(
  current: number,
  events: readonly Pick<JournalEntry, 'action' | 'version'>[],
): number | null {
  const takenBack = new Set(events.filter(({ action }) => action === 'retract').map(({ version }) => version));
  const known = events.flatMap(({ action, version }) =>
    action === 'sendBack' || action === 'refuse' ? [version] : action === 'resplit' ? [version - 1] : [],
  );
  const standing = known.filter((version) => version > 0 && version < current && !takenBack.has(version));
  return standing.length === 0 ? null : Math.max(...standing);
}

/** What one laureate may read of a version: the whole devis when it paid alone, its own part of it otherwise. */
export function toldTo(laureateId: string, submitted: SubmittedAmounts, form: Form | null): ToldVersion | null {
  const { submission, amounts, split } = submitted;
  const share = split[laureateId];
  if (share === undefined) return null;
  return { submission, form, amounts: Object.keys(split).length === 1 ? amounts : null, shareCents: share };
}

const euros = (cents: Cents | undefined) => (cents === undefined ? null : formatEuros(cents));

type Compared = readonly (readonly [label: string, said: (version: ToldVersion) => string | null])[];
const ownPart: Compared = [['Votre part du devis', ({ shareCents }) => formatEuros(shareCents)]];
const wholeAmounts: Compared = [
  ['Montant toutes taxes comprises', ({ amounts }) => euros(amounts?.includingVatCents)],
  ['Montant hors taxes', ({ amounts }) => euros(amounts?.excludingVatCents)],
  ['TVA', ({ amounts }) => euros(amounts?.vatCents)],
];
const facts: Compared = [
  ['Début prévu', ({ submission }) => formatDay(submission.plannedStart)],
  ['Fin prévue', ({ submission }) => formatDay(submission.plannedEnd)],
  ['Devis valable jusqu’au', ({ submission }) => formatDay(submission.devis.validUntil)],
  ['Numéro du devis', ({ submission }) => submission.devis.number],
  ['Émis par', ({ submission }) => submission.devis.issuer?.name ?? null],
];

function valueChange(label: string, before: string | null, after: string | null): VersionChange[] {
  return before === after ? [] : [{ kind: 'value', label, before, after }];
}

/** The lines of the devis, each by its words; one whose amount changed is said once, with both amounts. */
function lineChanges(before: ToldVersion, after: ToldVersion): VersionChange[] {
  if (before.amounts === null || after.amounts === null) return [];
  const [old, next] = [linesOf(before.amounts), linesOf(after.amounts)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((label) =>
    valueChange(`Ligne « ${label} »`, old.get(label) ?? null, next.get(label) ?? null),
  );
}

/** Two lines may have the same words: their amounts then stand together. */
function linesOf({ lines, vat }: DevisAmounts): Map<string, string> {
  const said = lines.map(({ label, excludingVatCents, ratePerTenThousand }) => {
    const rate = vat.kind === 'rates' ? ` hors taxes, à ${formatRate(ratePerTenThousand)}` : '';
    return { label: label.trim(), amount: `${formatEuros(excludingVatCents)}${rate}` };
  });
  const together = Map.groupBy(said, ({ label }) => label);
  return new Map([...together].map(([label, same]) => [label, same.map(({ amount }) => amount).join(' ; ')]));
}

function diagnosticChanges(before: ToldVersion, after: ToldVersion): VersionChange[] {
  const [old, next] = [answersOf(before), answersOf(after)];
  return [...new Map([...next, ...old].map(({ id, label }) => [id, label]))].flatMap(([id, label]): VersionChange[] => {
    const [was, is] = [answerTo(id, old), answerTo(id, next)];
    return was === is ? [] : [{ kind: 'text', label, words: wordChanges(was, is) }];
  });
}

interface Answered {
  readonly id: string;
  readonly label: string;
  readonly answer: string;
}

/** Of a PDF, none: its words are not ours to read. */
function answersOf({ submission: { diagnostic }, form }: ToldVersion): Answered[] {
  if (diagnostic.kind === 'file' || form === null) return [];
  return questionsOf(form).map(({ id, label }) => ({ id, label, answer: diagnostic.answers[id]?.trim() ?? '' }));
}

function answerTo(questionId: string, answered: readonly Answered[]): string {
  return answered.find(({ id }) => id === questionId)?.answer ?? '';
}

/** A devis is always a PDF; a diagnostic is when its expert chose so, before or now. */
function documents(before: ToldVersion, after: ToldVersion): VersionChange[] {
  const { diagnostic: was, devis: devisBefore } = before.submission;
  const { diagnostic: is, devis: devisAfter } = after.submission;
  return [
    ...(replaced(was, is) ? [{ kind: 'document', label: 'Diagnostic préalable' } as const] : []),
    ...(devisBefore.fileId === devisAfter.fileId ? [] : [{ kind: 'document', label: 'Devis' } as const]),
  ];
}

function replaced(was: HandedDocument, is: HandedDocument): boolean {
  return was.fileId !== is.fileId && (was.kind === 'file' || is.kind === 'file');
}
