import type { Firestore } from 'firebase-admin/firestore';
import { afterFailure, askingRefusal, type DeadLetter, letterRefusal } from '../../domain/incidents/dead-letters.ts';
import { triggers } from '../../domain/incidents/triggers.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { deadLetters } from '../collections/dead-letters.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { type Answer, type AskedOfIncident, discarded, failureOf, journalAsked, onceAsked, unknown } from './asked.ts';
import { actOnDeadMail } from './dead-mails.ts';
import { closeLetterTask } from './tasks.ts';

const replayed = { done: 'Opération refaite : l’incident est réglé.' };

/**
 * Does again what failed, or sets it aside for good, with its line in the journal. The decision is made once, whoever presses twice; the work
 * itself is what its trigger does, harmless to repeat (`domain/incidents/triggers.ts`). A replay that fails leaves the incident open.
 */
export async function actOnIncident(firestore: Firestore, asked: AskedOfIncident): Promise<Answer | Refusal> {
  const { action, incident, reason } = asked.input;
  return askingRefusal(action, incident.kind, reason) ?? kinds[incident.kind](firestore, asked);
}

const kinds = { letter: actOnLetter, mail: actOnDeadMail } as const;

async function actOnLetter(firestore: Firestore, asked: AskedOfIncident): Promise<Answer | Refusal> {
  const decided = await decideOnLetter(firestore, asked);
  return isRefusal(decided) || asked.input.action === 'discard' ? decided : replayLetter(firestore, asked);
}

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
    journalAsked(firestore, batch, asked, triggers[letter.trigger].label);
    return input.action === 'replay' ? { done: `Opération refaite par ${actor.name}.` } : discarded;
  });
}

function closedBy({ actor, now }: AskedOfIncident) {
  return { closedAt: now, closedBy: actor.name };
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

function stillFails(code: string): Refusal {
  return refuse(
    'still-fails',
    `L’opération échoue encore (${code}). L’incident reste ouvert : transmettez ce code à la personne qui maintient le service.`,
  );
}
