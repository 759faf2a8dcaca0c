import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { keptFigures } from '../figures/making.ts';

/** The figures as they were last made: 1 read, whatever the size of the programme. */
export async function figuresView(firestore: Firestore, actor: Actor): Promise<Views['figures'] | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  return { figures: await keptFigures(firestore), acts: can(actor, { action: 'makeFigures' }) === null };
}
