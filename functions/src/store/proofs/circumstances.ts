import type { DocumentSnapshot } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../domain/actor.ts';
import { type Authentication, type Circumstances, openingsOf } from '../../domain/proofs/circumstances.ts';
import { ACCESS_LOG, accessLog } from '../collections/files.ts';
import { SIGN_IN_CODES, SIGN_IN_TOKENS, signInCodes, signInTokens } from '../collections/sign-in.ts';
import { CODE_ATTEMPTS } from '../sign-in/one-time-secrets.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * How the person was recognised, and what it opened of the documents it decides on: one query (a read an opening) and one document at most.
 * `fileIds`: thirty at most.
 */
export async function readCircumstances(
  snapshot: Snapshot,
  { uid, identity }: Pick<SignedInActor & { kind: 'laureate' }, 'uid' | 'identity'>,
  fileIds: readonly string[],
): Promise<Circumstances> {
  const request = identity?.request ?? null;
  const [accesses, [signIn]] = await Promise.all([
    fileIds.length === 0
      ? null
      : snapshot.query(
          snapshot.firestore
            .collection(ACCESS_LOG)
            .where('uid', '==', uid)
            .where('fileId', 'in', [...fileIds]),
        ),
    snapshot.documents(request === null ? [] : [request]),
  ]);
  return {
    authentication: signIn ? authenticationIn(signIn) : null,
    opened: accesses ? openingsOf(accessLog.list(accesses.docs)) : [],
  };
}

/** Of the custom token, hence of every ID token of its session. */
export const SIGN_IN_CLAIM = 'signIn';

const REQUEST = new RegExp(`^(${SIGN_IN_CODES}|${SIGN_IN_TOKENS})/[\\w-]{1,200}$`);

/** The request that a session's claim names, as the path of its document; null when it names none. */
export function signInRequest(claim: unknown): string | null {
  return typeof claim === 'string' && REQUEST.test(claim) ? claim : null;
}

/** What the request of a sign-in says of it; null when it is gone, or was never used. */
function authenticationIn(snapshot: DocumentSnapshot): Authentication | null {
  return snapshot.ref.parent.id === SIGN_IN_CODES ? byRequest(snapshot) : byToken(snapshot);
}

/** A mail with six digits and a button, either of which was used. */
function byRequest(snapshot: DocumentSnapshot): Authentication | null {
  const request = signInCodes.read(snapshot);
  if (request === null || request.usedAt === null) return null;
  const { acceptedAt, usedAt, sentAt, askedAt = null, attemptsLeft } = request;
  const wrongCodes = CODE_ATTEMPTS - attemptsLeft;
  return { by: acceptedAt === null ? 'link' : 'code', askedAt, sentAt, usedAt: acceptedAt ?? usedAt, wrongCodes };
}

/** The button of any other mail, that left when its token was made. */
function byToken(snapshot: DocumentSnapshot): Authentication | null {
  const token = signInTokens.read(snapshot);
  if (token === null || token.usedAt === null) return null;
  return { by: 'link', askedAt: null, sentAt: token.createdAt, usedAt: token.usedAt, wrongCodes: 0 };
}
