import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../../domain/actor.ts';
import type { IncidentActionInput } from '../../domain/api.ts';
import { incidentActions } from '../../domain/incidents/dead-letters.ts';
import { faultOf } from '../../domain/incidents/faults.ts';
import type { TriggerName } from '../../domain/incidents/triggers.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { journalLine } from '../collections/journal.ts';
import { once } from '../operations.ts';

export interface AskedOfIncident {
  readonly actor: SignedInActor;
  readonly input: IncidentActionInput;
  readonly now: number;
  /** Does the work of a trigger about one document: what an event would have done. */
  readonly run: (trigger: TriggerName, subject: string) => Promise<void>;
}

const answer = z.object({ done: z.string() });
export type Answer = z.infer<typeof answer>;
export const unknown = refuse('incident-unknown', 'Cet incident n’existe pas, ou plus. Rechargez la page.');
export const discarded = { done: 'Incident écarté : il ne sera plus montré.' };

/** A decision about an incident, made once however often it is asked for. */
export function onceAsked(
  firestore: Firestore,
  { actor, input, now }: AskedOfIncident,
  decide: (batch: WriteBatch) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> {
  const { operationId, ...asked } = input;
  return once(firestore, { actorUid: actor.uid, operationId, asked, now, answer }, async (batch) => {
    const decided = await decide(batch);
    return { answer: decided, batch: isRefusal(decided) ? null : batch };
  });
}

export function byWhom({ actor }: AskedOfIncident) {
  return { uid: actor.uid, name: actor.name, kind: actor.kind };
}

export function journalAsked(firestore: Firestore, batch: WriteBatch, asked: AskedOfIncident, about: string): void {
  const { input, now } = asked;
  const reason = input.reason.trim();
  journalLine(firestore, batch, lineId(asked), {
    ...{ at: now, by: byWhom(asked), done: incidentActions[input.action].happening },
    ...{ aboutUid: input.incident.id, aboutName: about },
    ...{ laureateId: null, expertId: null, missionId: null },
    reason: reason === '' ? null : reason,
  });
}

/** One line a press. */
export function lineId({ input }: AskedOfIncident): string {
  return `incident.${input.operationId}`;
}

/** The code of what failed, null when it worked. */
export async function failureOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return faultOf(error).code;
  }
}
