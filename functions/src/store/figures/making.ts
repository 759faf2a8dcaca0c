import type { Firestore } from 'firebase-admin/firestore';
import { type Instant, MINUTE } from '../../domain/calendar.ts';
import { figuresOf } from '../../domain/figures/figures.ts';
import type { Figures } from '../../domain/figures/model.ts';
import { get } from '../collection.ts';
import { figures } from '../collections/figures.ts';
import { readFiguresFacts } from './reading.ts';

/** Within this time, those that are there are taken for the ones of now. */
const FRESH = MINUTE;

/** The figures as they are at `now`, kept in the place of the last ones: the reads of `readFiguresFacts`, and a write. */
export async function makeFigures(firestore: Firestore, now: Instant): Promise<Figures> {
  const made = figuresOf(await readFiguresFacts(firestore, now));
  await firestore.doc(figures.path('current')).set(figures.write(made));
  return made;
}

/** The same, but for those that somebody has just made: pressing twice reads the programme once (1 read). */
export async function makeFiguresAgain(firestore: Firestore, now: Instant): Promise<Figures> {
  const kept = await get(firestore, figures, 'current');
  return kept !== null && now - kept.at < FRESH ? kept : makeFigures(firestore, now);
}
