import type { Firestore, Query, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../domain/actor.ts';
import { LONGEST_REASON } from '../domain/reason.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Collection } from './collection.ts';
import { author, instant } from './fields.ts';
import { once } from './operations.ts';
import type { Attempt } from './optimistic.ts';

/** What each line of a history says (`domain/versions/change.ts`), besides its version, whose first number is its own. */
export const changeFields = { at: instant, by: author, reason: z.string().max(LONGEST_REASON) };

const MOST_CHANGES = 50;

/** The lines of a history that is asked newest first: a read each, fifty at most. */
export async function newestLines<Change>(
  lines: Pick<Collection<Change, never>, 'list'>,
  newestFirst: Query,
  most = MOST_CHANGES,
): Promise<Change[]> {
  const found = await newestFirst.limit(most).get();
  return lines.list(found.docs);
}

/** A person who asks for the next version, over the one that was read. */
export interface AskedOnce<Asked extends object> {
  readonly actor: SignedInActor;
  readonly operationId: string;
  readonly asked: Asked;
  readonly now: number;
}

const answer = z.object({ done: z.string(), version: z.int() });
export type WrittenVersion = z.infer<typeof answer>;

/**
 * Writes the next version with the line of history that tells it, once. `attempt` creates both: of two people who write over one version, the
 * second reads again and is refused.
 */
export function writeNextVersion<Asked extends object>(
  firestore: Firestore,
  { called, actor, operationId, asked, now }: AskedOnce<Asked> & { readonly called: string },
  attempt: (batch: WriteBatch) => Promise<Attempt<WrittenVersion | Refusal>>,
): Promise<WrittenVersion | Refusal> {
  return once(firestore, { actorUid: actor.uid, operationId, asked: { called, ...asked }, now, answer }, attempt);
}
