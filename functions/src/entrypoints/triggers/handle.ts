import type { Firestore } from 'firebase-admin/firestore';
import { logger } from 'firebase-functions';
import { type Fault, faultOf, isTooOld, tooOld } from '../../domain/incidents/faults.ts';
import type { TriggerName } from '../../domain/incidents/triggers.ts';
import { letterId, recordFailure } from '../../store/incidents/dead-letters.ts';
import { firestore } from '../firebase.ts';
import type { Work } from '../works/work.ts';

/** What every event has, of Firestore and of Storage alike. */
interface Arrived {
  readonly id: string;
  /** ISO 8601: when it happened. */
  readonly time: string;
}

/** Does a work for one event of its trigger. `subject`: path of what it is about; null when the event is none of its business. */
export async function handle(work: Work, event: Arrived, subject: string | null): Promise<void> {
  if (subject !== null) await handleWork(firestore(), { ...work, event, subject, now: Date.now() });
}

interface Handling extends Work {
  readonly event: Arrived;
  readonly subject: string;
  readonly now: number;
}

/**
 * What passes is thrown, so that the platform tries again; what lasts, or has been tried for six hours, becomes a dead letter, so that a poisoned
 * document does not come back for a day nor hide behind the others. The letter is written before the event is let go: none is lost in between.
 */
export async function handleWork(database: Firestore, { trigger, event, subject, run, now }: Handling): Promise<void> {
  if (isTooOld(Date.parse(event.time), now))
    return setAside(database, { trigger, subject, eventId: event.id }, tooOld, now);
  try {
    await run(subject);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.passing) throw error;
    await setAside(database, { trigger, subject, eventId: event.id }, fault, now, error);
  }
}

/**
 * What a query finds left over, done as its trigger would: one that fails for good is set aside too, and does not hold up the others.
 */
export async function redo({ trigger, run }: Work, subjects: readonly string[]): Promise<void> {
  for (const subject of subjects) {
    try {
      await run(subject);
    } catch (error) {
      const fault = faultOf(error);
      if (fault.passing) logger.warn('a swept item waits for the next sweep', { trigger, code: fault.code });
      else await setAside(firestore(), { trigger, subject, eventId: 'sweep' }, fault, Date.now(), error);
    }
  }
}

/** An error in the logs, with the stack and without the message: messages quote what people wrote. */
async function setAside(
  database: Firestore,
  failed: { readonly trigger: TriggerName; readonly subject: string; readonly eventId: string },
  { code }: Fault,
  now: number,
  error?: unknown,
): Promise<void> {
  await recordFailure(database, { ...failed, code, at: now });
  const stack = error instanceof Error ? framesOf(error) : null;
  logger.error('an event was set aside', { letter: letterId(failed.trigger, failed.subject), code, stack });
}

function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
}
