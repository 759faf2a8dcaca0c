import type { SignedIn } from '../../domain/api.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { endSessions } from '../../store/people/actor.ts';
import { SIGN_IN_CLAIM } from '../../store/proofs/circumstances.ts';
import { type Recognised, useCode, useToken } from '../../store/sign-in/one-time-secrets.ts';
import {
  renewToken,
  requestSignIn as request,
  requestCode as requestConfirmation,
} from '../../store/sign-in/sign-in.ts';
import { auth } from '../auth.ts';
import { callable, doorCallable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { codeInput, emptyInput, requestCodeInput, signInInput, tokenInput } from '../inputs.ts';

export const requestSignIn = doorCallable<'requestSignIn'>(signInInput, (input, { now, from }) =>
  request(firestore(), { ...input, from, id: newId(), now }),
);

export const requestCode = callable<'requestCode'>(requestCodeInput, ({ next }, { actor, now, from }) =>
  requestConfirmation(firestore(), { uid: actor.uid, next, from, id: newId(), now }),
);

/** POST only, as every callable: a mail robot that opens the link uses nothing up. */
export const exchangeSignIn = doorCallable<'exchangeSignIn'>(tokenInput, async ({ token }, { now }) =>
  signedIn(await useToken(firestore(), token, now)),
);

export const exchangeCode = doorCallable<'exchangeCode'>(codeInput, async (input, { signedInUid, now }) =>
  signedIn(await useCode(firestore(), { ...input, signedInUid, now })),
);

export const renewSignIn = doorCallable<'renewSignIn'>(tokenInput, ({ token }, { now, from }) =>
  renewToken(firestore(), { token, from, id: newId(), now }),
);

export const signOutEverywhere = callable<'signOutEverywhere'>(emptyInput, async (_input, { actor, now }) => {
  // First what every request reads, then what would renew tokens.
  await endSessions(firestore(), actor.uid, now);
  await auth().revokeRefreshTokens(actor.uid);
  return { signedOut: true };
});

async function signedIn(used: Recognised | Refusal): Promise<SignedIn | Refusal> {
  return isRefusal(used)
    ? used
    : {
        // The session names its request for as long as it lasts: a proof reads there how the person was recognised.
        customToken: await auth().createCustomToken(used.uid, { [SIGN_IN_CLAIM]: used.request }),
        next: used.next,
        name: used.name,
      };
}
