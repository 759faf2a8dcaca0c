import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { type TooManyRequests, tooManyRequests } from '../../domain/api-access/errors.ts';
import type { ApiScope } from '../../domain/api-access/scopes.ts';
import { type ApiToken, tokenRefusal } from '../../domain/api-access/tokens.ts';
import { DAY, dayOf, type Instant, MINUTE } from '../../domain/calendar.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { accounts } from '../collections/accounts.ts';
import { apiTokens } from '../collections/api-tokens.ts';
import { sha256 } from '../hash.ts';
import { cameFirst } from '../lost-race.ts';
import { rewrite } from '../optimistic.ts';
import { fullUntil } from '../rate-limits.ts';
import { authorActs } from './tokens.ts';

/** Of one token. A page of missions costs some 400 reads at most: a day of this, half a euro. */
export const apiLimits = {
  minute: { name: 'api-minute', most: 60, windowMs: MINUTE },
  day: { name: 'api-day', most: 2_000, windowMs: DAY },
} as const;

/**
 * Whether this token reads this now: null, or why not. It is looked for by its hash, so that what is compared, and how long it takes, says nothing of the
 * token itself. 4 reads and 2 writes, one more on the first request of a day; 1 read for a token that nobody made, which is not counted: a count would cost
 * more than what it refuses.
 */
export async function apiDoor(
  firestore: Firestore,
  { token, scope, now }: { readonly token: string; readonly scope: ApiScope; readonly now: Instant },
): Promise<Refusal | TooManyRequests | null> {
  const tokenId = sha256(token);
  const snapshot = await firestore.doc(apiTokens.path(tokenId)).get();
  const known = apiTokens.read(snapshot);
  const account = known === null ? null : await get(firestore, accounts, known.by.uid);
  const moment = { today: dayOf(now), authorActs: authorActs(account, now) };
  const refusal = tokenRefusal(known, scope, moment);
  if (refusal !== null || known === null) return refusal;
  const uses = Object.values(apiLimits).map((limit) => ({ limit, who: tokenId }));
  const until = await fullUntil(firestore, uses, now);
  if (until !== null) return tooManyRequests(until, now);
  if (known.lastUsedOn !== moment.today) await markUsed(firestore, snapshot, { ...known, lastUsedOn: moment.today });
  return null;
}

/** By the day: nobody needs the hour, which would be a write each request. What wrote first stands: another request that says the same, or a revocation. */
async function markUsed(firestore: Firestore, snapshot: DocumentSnapshot, token: ApiToken): Promise<void> {
  const batch = firestore.batch();
  rewrite(batch, snapshot, apiTokens.write(token));
  await cameFirst(batch.commit());
}
