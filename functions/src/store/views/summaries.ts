import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { dayOf, type Instant } from '../../domain/calendar.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { periodNamed, periodOf, type SummaryPeriod, summaryKindNames } from '../../domain/summaries/periods.ts';
import type { SummariesView, SummaryView } from '../../domain/summaries/views.ts';
import { get } from '../collection.ts';
import { files } from '../collections/files.ts';
import { SUMMARIES, summaries } from '../collections/summaries.ts';
import { askedFileId } from '../missions/ask-document.ts';
import { lastMade } from '../summaries/making.ts';
import { printedSummary } from '../summaries/printed.ts';
import { storedSummary } from '../summaries/stored.ts';
import type { Warn } from '../warn.ts';

/** A year of weeks and months. */
const MOST_PERIODS = 66;
const unknown = refuse(
  'summary-unknown',
  'Cette synthèse n’existe pas : elle se fait une fois la période finie. Choisissez une période de la liste.',
);

/** The periods that have a summary, newest first, and those that are going on: one query, of names alone. */
export async function summariesView(
  firestore: Firestore,
  actor: Actor,
  now: Instant,
): Promise<SummariesView | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const found = await firestore.collection(SUMMARIES).orderBy('period.from', 'desc').limit(MOST_PERIODS).select().get();
  return {
    current: summaryKindNames.map((kind) => periodOf(kind, dayOf(now))),
    past: found.docs.flatMap(({ id }) => periodNamed(id) ?? []),
  };
}

/**
 * One summary: as it was stored (3 reads), or of a period that is going on, as it was last made (2 reads). `documents`: its PDF, once somebody
 * asked for it.
 */
export async function summaryView(
  firestore: Firestore,
  actor: Actor,
  { period: id, now, warn }: { readonly period: string; readonly now: Instant; readonly warn: Warn },
): Promise<SummaryView | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const period = periodNamed(id);
  if (period === null) return unknown;
  const acts = can(actor, { action: 'makeFigures' }) === null;
  const stored = await storedSummary(firestore, id);
  if (stored !== null) {
    const isDamaged = stored === 'damaged';
    if (isDamaged) warn('a summary can’t be read', { document: summaries.path(id) });
    const documents = await documentsOf(firestore, period, now);
    return { period, summary: isDamaged ? null : stored, isOver: true, isDamaged, acts, documents };
  }
  if (periodOf(period.kind, dayOf(now)).id !== id) return unknown;
  const current = await lastMade(firestore, period.kind);
  // On the first morning of a period, the one before is still there.
  const summary = current?.period.id === id ? current : null;
  return { period, summary, isOver: false, isDamaged: false, acts, documents: [] };
}

async function documentsOf(
  firestore: Firestore,
  period: SummaryPeriod,
  now: Instant,
): Promise<SummaryView['documents']> {
  const { once } = await printedSummary(firestore, period, now);
  const file = await get(firestore, files, askedFileId('summary', once));
  return file === null ? [] : [{ fileId: file.id, name: file.name }];
}
