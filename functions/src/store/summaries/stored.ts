import type { Firestore } from 'firebase-admin/firestore';
import type { Summary } from '../../domain/summaries/summary.ts';
import { summaries } from '../collections/summaries.ts';
import { togetherIn } from '../together.ts';

/**
 * What is kept of a period that is over (1 read): null where none was made. One that is damaged is a value, since whoever asks for it has something to say
 * of it, and others to offer.
 */
export async function storedSummary(firestore: Firestore, periodId: string): Promise<Summary | 'damaged' | null> {
  const [snapshot] = await togetherIn(firestore).documents([firestore.doc(summaries.path(periodId)).path]);
  if (!snapshot?.exists) return null;
  return summaries.readable([snapshot]).values[0] ?? 'damaged';
}
