import type { Firestore } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../../domain/actor.ts';
import { dayOf, HOUR } from '../../domain/calendar.ts';
import { availabilityWords, type ExpertAvailability } from '../../domain/experts/availability.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { experts } from '../collections/experts.ts';
import { once } from '../operations.ts';
import { withinLimit } from '../rate-limits.ts';
import { expertRoleOf } from './expert-action.ts';
import { findExpert, record, unknownExpert } from './expert-record.ts';

interface Asked {
  readonly actor: SignedInActor;
  readonly availability: ExpertAvailability | null;
  readonly operationId: string;
  readonly eventId: string;
  readonly now: number;
}

const answer = z.object({ done: z.string() });
const notItsPerson = refuse('not-yours', 'Seule une personne de la structure inscrite peut dire sa disponibilité.');
const changes = { name: 'expert-availability', most: 30, windowMs: HOUR } as const;
const tooMany = refuse(
  'too-many-updates',
  'Votre disponibilité a changé de nombreuses fois en une heure. Rien n’a été enregistré : réessayez dans une heure.',
);

/**
 * Anybody of the company says when it can begin, without sending its registration again: nobody has to read that. The card follows by trigger, from
 * the line of the history. 4 reads, 4 writes.
 */
export function sayAvailability(
  firestore: Firestore,
  { actor, availability, operationId, eventId, now }: Asked,
): Promise<{ done: string } | Refusal> {
  const operation = { actorUid: actor.uid, operationId, now, answer, asked: { availability, said: 'availability' } };
  return once(firestore, operation, async (batch) => {
    if (actor.kind !== 'expert') return { answer: notItsPerson, batch: null };
    const [found, role] = await Promise.all([
      findExpert(firestore, actor.expertId),
      expertRoleOf(firestore, actor, actor.expertId),
    ]);
    if (role === null) return { answer: notItsPerson, batch: null };
    if (found === null) return { answer: unknownExpert, batch: null };
    if (!(await withinLimit(firestore, changes, actor.expertId, now))) return { answer: tooMany, batch: null };
    const expert = { ...found.expert, availability };
    batch.update(found.reference, experts.write(expert), { lastUpdateTime: found.updateTime });
    const words = availabilityWords(availability, dayOf(now)) ?? 'Disponibilité retirée de la fiche';
    record(firestore, batch, expert, { eventId, by: actor.name, what: 'updated', message: words, now });
    return { answer: { done: words }, batch };
  });
}
