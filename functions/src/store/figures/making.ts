import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { type Instant, MINUTE } from '../../domain/calendar.ts';
import { figuresOf } from '../../domain/figures/figures.ts';
import type { Figures } from '../../domain/figures/model.ts';
import { figures } from '../collections/figures.ts';
import { readFiguresFacts } from './reading.ts';

/** Within this time, those that are there are taken for the ones of now. */
const FRESH = MINUTE;

/**
 * The figures as they are at `now`, in the place of the last ones: the reads of `readFiguresFacts`, one more, and a write. Reading the programme takes
 * seconds: where the night and a press cross, the newest stay, whoever ends last.
 */
export async function makeFigures(firestore: Firestore, now: Instant): Promise<Figures> {
  const made = figuresOf(await readFiguresFacts(firestore, now));
  const reference = placeOf(firestore);
  return firestore.runTransaction(async (transaction) => {
    const kept = readableIn(await transaction.get(reference));
    if (kept !== null && kept.at > made.at) return kept;
    transaction.set(reference, figures.write(made));
    return made;
  });
}

/** The same, but for those that somebody has just made: pressing twice reads the programme once (1 read). */
export async function makeFiguresAgain(firestore: Firestore, now: Instant): Promise<Figures> {
  const kept = await keptFigures(firestore);
  return kept !== null && now - kept.at < FRESH ? kept : makeFigures(firestore, now);
}

/** As they were last made; null before, and where they are of another shape, after a deployment: they are made again, and nothing fails meanwhile. */
export async function keptFigures(firestore: Firestore): Promise<Figures | null> {
  return readableIn(await placeOf(firestore).get());
}

function readableIn(snapshot: DocumentSnapshot): Figures | null {
  return figures.readable([snapshot]).values[0] ?? null;
}

function placeOf(firestore: Firestore) {
  return firestore.doc(figures.path('current'));
}
