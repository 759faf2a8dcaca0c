import type { DocumentData, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { collectionOf } from '../domain/retention/collections.ts';
import type { Summary } from '../domain/summaries/summary.ts';
import { summaries } from './collections/summaries.ts';

/** The summary that a document keeps deflated, where no name would be found; null for any other, and for one that can't be read. */
export function summaryIn(snapshot: QueryDocumentSnapshot): Summary | null {
  const collection = collectionOf(snapshot.ref.path);
  if (collection !== 'summaries' && collection !== 'currentSummaries') return null;
  return summaries.readable([snapshot]).values[0] ?? null;
}

/** What a document says, field by field, for whoever looks for a person in it. */
export function plainFields(snapshot: QueryDocumentSnapshot): DocumentData {
  const summary = summaryIn(snapshot);
  return summary === null ? snapshot.data() : { ...summary };
}
