import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type * as z from 'zod';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { operations } from './collections/operations.ts';
import { canonicalJson, sha256 } from './hash.ts';
import { type Attempt, optimistically } from './optimistic.ts';

export const busy = refuse(
  'busy',
  'Beaucoup de demandes arrivent en même temps. Rien n’a été changé : réessayez dans quelques secondes.',
);
export const reused = refuse(
  'operation-reused',
  'Cette demande a déjà servi à autre chose. Rien n’a été changé : rechargez la page et recommencez.',
);

/** One call of one person, which may come several times: a phone that lost its network asks again without knowing what it did. */
export interface Operation<Answer> {
  readonly actorUid: string;
  /** Chosen by the client, a UUID for each thing asked. */
  readonly operationId: string;
  /** All that was asked, with the name of the action: plain values, of which a hash is kept. Nothing that the server chooses. */
  readonly asked: unknown;
  readonly now: number;
  /** The shape of an answer, kept with the operation and read again from there. */
  readonly answer: z.ZodType<Answer>;
}

/**
 * Does what is asked once: its first answer is written in the commit of its effect, and given again to each repetition, which decides nothing.
 * `attempt` decides on what it reads and fills the batch with preconditions, as for `optimistically`; a refusal, or an answer without a batch, is
 * not kept, so that the same call may succeed later. It is only given once the operation has been read again: a repetition that comes while the
 * first call commits may meet the effect of that very call (its own name is taken, its own mission already sent) and must not be refused for it.
 *
 * @returns `operation-reused` when another thing was asked under the same id, `busy` after twelve lost races. Costs one read and one write; a
 * repetition one read, a refusal two.
 */
export async function once<Answer>(
  firestore: Firestore,
  { actorUid, operationId, asked, now, answer: shape }: Operation<Answer>,
  attempt: (batch: WriteBatch) => Promise<Attempt<Answer | Refusal>>,
): Promise<Answer | Refusal> {
  const document = firestore.doc(operations.path(actorUid, operationId));
  const requestHash = sha256(canonicalJson(asked));
  const answered = async () => {
    const earlier = operations.read(await document.get());
    if (earlier === null) return null;
    return { answer: earlier.requestHash === requestHash ? shape.parse(earlier.result) : reused, batch: null };
  };
  const done = await optimistically<Answer | Refusal>(firestore, async (batch) => {
    const earlier = await answered();
    if (earlier) return earlier;
    const attempted = await attempt(batch);
    if (attempted.batch === null) return (await answered()) ?? attempted;
    attempted.batch.create(document, operations.write({ requestHash, at: now, result: shape.parse(attempted.answer) }));
    return attempted;
  });
  return done === null ? busy : done.answer;
}
