import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import {
  type ApiToken,
  type ApiTokenAnswer,
  type ApiTokenAsked,
  decideRevocation,
  decideToken,
  tokenInWords,
  tokenRow,
} from '../../domain/api-access/tokens.ts';
import { dayOf, type Instant } from '../../domain/calendar.ts';
import { type ServiceEvent, serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import type { Happening } from '../../domain/people/journal.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { API_TOKENS, apiTokens } from '../collections/api-tokens.ts';
import { journalLine } from '../collections/journal.ts';
import { settingsInForce } from '../collections/settings.ts';
import { sha256 } from '../hash.ts';
import { queueMails } from '../notifications/queue.ts';
import { teamMails } from '../notifications/team.ts';
import { busy } from '../operations.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { isOpen } from '../people/actor.ts';

interface Acting {
  readonly actor: SignedInActor;
  readonly now: Instant;
}

/** Those that have not come to their end are fifty at most, and come first: none of them is left out. */
const MOST_SHOWN = 200;

/**
 * Makes a token, which is answered here and kept nowhere. When the answer is lost, nobody holds the token, and its author sees it in the list to revoke it:
 * answering a second time would mean keeping it. 1 aggregation, the settings, and who is of the team.
 */
export async function makeApiToken(
  firestore: Firestore,
  { actor, now }: Acting,
  { token, asked }: { readonly token: string; readonly asked: ApiTokenAsked },
): Promise<ApiTokenAnswer | Refusal> {
  const tokenId = sha256(token);
  const done = await optimistically<ApiTokenAnswer | Refusal>(firestore, async (batch) => {
    const [standing, { freshSignInMinutes, contact }] = await Promise.all([
      firestore.collection(API_TOKENS).where('until', '>=', dayOf(now)).count().get(),
      settingsInForce(firestore),
    ]);
    const made = decideToken({ actor, now, standing: standing.data().count, freshSignInMinutes }, asked);
    if (isRefusal(made)) return { answer: made, batch: null };
    batch.create(firestore.doc(apiTokens.path(tokenId)), apiTokens.write(made));
    await tell(firestore, batch, { tokenId, token: made, done: 'makeApiToken', contact, acting: { actor, now } });
    return { answer: { tokenId, done: `Jeton créé : « ${made.name} ».`, token }, batch };
  });
  return done === null ? busy : done.answer;
}

/** Revokes a token: the next request that shows it is refused. 1 read, the settings, and who is of the team. */
export async function revokeApiToken(
  firestore: Firestore,
  acting: Acting,
  tokenId: string,
): Promise<ApiTokenAnswer | Refusal> {
  const done = await optimistically<ApiTokenAnswer | Refusal>(firestore, async (batch) => {
    const snapshot = await firestore.doc(apiTokens.path(tokenId)).get();
    const before = apiTokens.read(snapshot);
    const token = decideRevocation(before, acting);
    if (isRefusal(token)) return { answer: token, batch: null };
    const answer = { tokenId, done: `Jeton révoqué : « ${token.name} ».`, token: null };
    if (token === before) return { answer, batch: null };
    rewrite(batch, snapshot, apiTokens.write(token));
    const { contact } = await settingsInForce(firestore);
    await tell(firestore, batch, { tokenId, token, done: 'revokeApiToken', contact, acting });
    return { answer, batch };
  });
  return done === null ? busy : done.answer;
}

interface Told {
  readonly tokenId: string;
  readonly token: ApiToken;
  readonly done: keyof typeof events;
  readonly contact: ProgrammeSettings['contact'];
  readonly acting: Acting;
}

const events = { makeApiToken: 'apiTokenMade', revokeApiToken: 'apiTokenRevoked' } as const satisfies Partial<
  Record<Happening, ServiceEvent>
>;

/** In the journal of the team, and by mail to each of its people, once each: nothing of the key itself. 1 query. */
async function tell(firestore: Firestore, batch: WriteBatch, told: Told): Promise<void> {
  const { tokenId, token, done, contact } = told;
  const { actor, now } = told.acting;
  journalLine(firestore, batch, `${done}.${tokenId}`, {
    ...{ at: now, by: { uid: actor.uid, name: actor.name, kind: actor.kind }, done },
    ...{ aboutUid: tokenId, aboutName: token.name, laureateId: null, expertId: null, missionId: null, reason: null },
  });
  const letter = {
    ...{ id: tokenId, path: '/equipe?vue=jetons', mission: null, createdAt: now },
    facts: { byName: actor.name, reason: tokenInWords(token) },
  };
  queueMails(firestore, batch, await teamMails(firestore, contact, serviceSubscriptions[events[done]], letter));
}

/** Whether who made a token is still somebody of the team: what that person may no longer read, its tokens don't either. */
export function authorActs(account: Account | null, now: Instant): boolean {
  return account !== null && account.kind === 'staff' && isOpen(account, now);
}

interface Kept {
  readonly token: ApiToken;
}

/** Of those that end together, the last made first. */
function endsLastFirst({ token: one }: Kept, { token: other }: Kept): number {
  return other.until.localeCompare(one.until) || other.madeAt - one.madeAt;
}

/** Every token, the last to end first. A read each, and one for each of their authors. */
export async function apiTokensView(
  firestore: Firestore,
  actor: SignedInActor,
  now: Instant,
): Promise<Views['apiTokens'] | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const found = await firestore.collection(API_TOKENS).orderBy('until', 'desc').limit(MOST_SHOWN).get();
  const kept = found.docs.flatMap((document) =>
    apiTokens.readable([document]).values.map((token) => ({ tokenId: document.id, token })),
  );
  const uids = [...new Set(kept.map(({ token }) => token.by.uid))];
  const read = uids.length === 0 ? [] : await firestore.getAll(...uids.map((uid) => firestore.doc(accounts.path(uid))));
  const acting = new Set(read.flatMap((snapshot) => (authorActs(accounts.read(snapshot), now) ? [snapshot.id] : [])));
  return {
    acts: can(actor, { action: 'manageApiTokens' }) === null,
    tokens: kept
      .toSorted(endsLastFirst)
      .map(({ tokenId, token }) =>
        tokenRow(tokenId, token, { today: dayOf(now), authorActs: acting.has(token.by.uid) }),
      ),
  };
}
