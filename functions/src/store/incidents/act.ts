import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../../domain/actor.ts';
import type { IncidentActionInput } from '../../domain/api.ts';
import {
  afterFailure,
  type DeadLetter,
  incidentActions,
  incidentClosed,
  letterRefusal,
  reasonRefusal,
} from '../../domain/incidents/dead-letters.ts';
import { faultOf } from '../../domain/incidents/faults.ts';
import { type TriggerName, triggers } from '../../domain/incidents/triggers.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { deadLetters } from '../collections/dead-letters.ts';
import { journalLine } from '../collections/journal.ts';
import { outbox, type QueuedMail } from '../collections/outbox.ts';
import { once } from '../operations.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { closeLetterTask, closeMailTask } from './tasks.ts';

export interface AskedOfIncident {
  readonly actor: SignedInActor;
  readonly input: IncidentActionInput;
  readonly now: number;
  /** Does the work of a trigger about one document: what an event would have done. */
  readonly run: (trigger: TriggerName, subject: string) => Promise<void>;
}

const answer = z.object({ done: z.string() });
type Answer = z.infer<typeof answer>;
const unknown = refuse('incident-unknown', 'Cet incident n’existe pas, ou plus. Rechargez la page.');
const discarded = { done: 'Incident écarté : il ne sera plus montré.' };
const replayed = { done: 'Opération refaite : l’incident est réglé.' };

/**
 * Does again what failed, or sets it aside for good, with its line in the journal. The decision is made once, whoever presses twice; the work
 * itself is what its trigger does, harmless to repeat (`domain/incidents/triggers.ts`). A replay that fails leaves the incident open.
 */
export async function actOnIncident(firestore: Firestore, asked: AskedOfIncident): Promise<Answer | Refusal> {
  const { action, incident, reason } = asked.input;
  const refusal = reasonRefusal(action, reason);
  if (refusal) return refusal;
  const decided = await decisions[incident.kind](firestore, asked);
  if (isRefusal(decided) || action === 'discard') return decided;
  return incident.kind === 'letter' ? replayLetter(firestore, asked) : sendAgain(firestore, asked);
}

/** What was decided about the incident, in one commit with its line in the journal. */
const decisions = { letter: decideOnLetter, mail: decideOnMail } as const;

function decideOnLetter(firestore: Firestore, asked: AskedOfIncident) {
  const { actor, input, now } = asked;
  return onceAsked(firestore, asked, async (batch) => {
    const read = await firestore.doc(deadLetters.path(input.incident.id)).get();
    const letter = deadLetters.read(read);
    const refusal = letter === null ? unknown : letterRefusal(letter, now);
    if (letter === null || refusal) return refusal ?? unknown;
    const changed: DeadLetter =
      input.action === 'replay'
        ? { ...letter, state: 'replaying', claimedAt: now }
        : { ...letter, ...closedBy(asked), state: 'discarded', reason: input.reason.trim() };
    rewrite(batch, read, deadLetters.write(changed));
    if (changed.state === 'discarded') await closeLetterTask(firestore, batch, letter.id, { by: actor.name, now });
    journal(firestore, batch, asked, triggers[letter.trigger].label);
    return input.action === 'replay' ? { done: `Opération refaite par ${actor.name}.` } : discarded;
  });
}

function decideOnMail(firestore: Firestore, asked: AskedOfIncident) {
  const { actor, input, now } = asked;
  return onceAsked(firestore, asked, async (batch) => {
    const read = await firestore.doc(outbox.path(input.incident.id)).get();
    const mail = outbox.read(read);
    if (mail === null) return unknown;
    if (mail.state !== 'dead') return incidentClosed;
    const changed: QueuedMail =
      input.action === 'replay'
        ? { ...mail, state: 'pending', attempt: 0, nextMs: now, problem: null }
        : { ...mail, state: 'discarded' };
    rewrite(batch, read, outbox.write(changed));
    await closeMailTask(firestore, batch, mail, { by: actor.name, now });
    journal(firestore, batch, asked, 'Courriel non parti');
    return input.action === 'replay' ? { done: 'Courriel remis en file.' } : discarded;
  });
}

function onceAsked(
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

function closedBy({ actor, now }: AskedOfIncident) {
  return { closedAt: now, closedBy: actor.name };
}

function journal(firestore: Firestore, batch: WriteBatch, { actor, input, now }: AskedOfIncident, about: string) {
  const reason = input.reason.trim();
  journalLine(firestore, batch, `incident.${input.operationId}`, {
    at: now,
    by: { uid: actor.uid, name: actor.name, kind: actor.kind },
    done: incidentActions[input.action].happening,
    aboutUid: input.incident.id,
    aboutName: about,
    laureateId: null,
    expertId: null,
    missionId: null,
    reason: reason === '' ? null : reason,
  });
}

/** The work itself, then what became of it. A call that comes again finds the letter settled, and only says so. */
async function replayLetter(firestore: Firestore, asked: AskedOfIncident): Promise<Answer | Refusal> {
  const letter = await get(firestore, deadLetters, asked.input.incident.id);
  if (letter === null) return unknown;
  if (letter.state !== 'replaying') return letter.state === 'replayed' ? replayed : stillFails(letter.code);
  const code = await failureOf(() => asked.run(letter.trigger, letter.subject));
  await optimistically(firestore, async (batch) => {
    const read = await firestore.doc(deadLetters.path(letter.id)).get();
    const current = deadLetters.read(read);
    if (current?.state !== 'replaying') return { answer: null, batch: null };
    const settled: DeadLetter =
      code === null
        ? { ...current, ...closedBy(asked), state: 'replayed' }
        : afterFailure(current, { ...letter, eventId: `replay.${asked.input.operationId}`, code, at: asked.now });
    rewrite(batch, read, deadLetters.write(settled));
    if (code === null) {
      await closeLetterTask(firestore, batch, letter.id, { by: asked.actor.name, now: asked.now });
    }
    return { answer: null, batch };
  });
  return code === null ? replayed : stillFails(code);
}

/** Now if the server takes it; else the sweep goes on, with the delays of a new mail. */
async function sendAgain(firestore: Firestore, { input, run }: AskedOfIncident): Promise<Answer> {
  await failureOf(() => run('sendMail', outbox.path(input.incident.id)));
  const mail = await get(firestore, outbox, input.incident.id);
  return {
    done:
      afterReplay[mail?.state ?? 'sent'] ?? 'Courriel remis en file : de nouveaux essais ont lieu pendant une journée.',
  };
}

/** What became of a mail that was asked for again, where it is settled: what has moved since may leave it without object. */
const afterReplay: Readonly<Partial<Record<QueuedMail['state'], string>>> = {
  sent: 'Courriel envoyé : l’incident est réglé.',
  held: 'Courriel gardé pour le prochain courriel groupé de cette personne : l’incident est réglé.',
  superseded:
    'Ce que disait ce courriel n’a plus lieu d’être, ou un autre le dit : il ne partira pas. L’incident est réglé.',
};

async function failureOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return faultOf(error).code;
  }
}

function stillFails(code: string): Refusal {
  return refuse(
    'still-fails',
    `L’opération échoue encore (${code}). L’incident reste ouvert : transmettez ce code à la personne qui maintient le service.`,
  );
}
