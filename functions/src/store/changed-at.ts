import { type DocumentData, FieldValue } from 'firebase-admin/firestore';

/**
 * When Firestore wrote a document, by its own clock: the lists of the programme (`lists/`) ask for what changed since they were gathered. In every
 * write of a mission, a laureate or an expert; a write without it is seen on the next day only.
 */
export function changedNow(): DocumentData {
  return { changedAt: FieldValue.serverTimestamp() };
}
