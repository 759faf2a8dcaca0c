import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { judgeHealth, runsOf } from '../../domain/health/facts.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { readHealth, type Watched } from '../health/reading.ts';

/** « Santé du service », read when it is opened: what `readHealth` costs. */
export async function healthView(
  firestore: Firestore,
  actor: Actor,
  watched: Watched,
): Promise<Views['health'] | Refusal> {
  const refusal = can(actor, { action: 'handleIncidents' });
  if (refusal) return refusal;
  const reading = await readHealth(firestore, watched);
  return { readAt: watched.now, facts: judgeHealth(reading), runs: runsOf(reading) };
}
