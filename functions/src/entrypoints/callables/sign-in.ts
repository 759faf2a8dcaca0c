import { isRefusal } from '../../domain/refusal.ts';
import { renewToken, requestSignIn as request, useToken } from '../../store/sign-in.ts';
import { publicCallable } from '../callable.ts';
import { auth, firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { signInInput, tokenInput } from '../inputs.ts';

export const requestSignIn = publicCallable<'requestSignIn'>(signInInput, (input, { now, ip }) =>
  request(firestore(), { ...input, ip, id: newId(), now }),
);

/** POST only, as every callable: a mail robot that opens the link uses nothing up. */
export const exchangeSignIn = publicCallable<'exchangeSignIn'>(tokenInput, async ({ token }, { now }) => {
  const used = await useToken(firestore(), token, now);
  return isRefusal(used)
    ? used
    : { customToken: await auth().createCustomToken(used.uid), next: used.next, name: used.name };
});

export const renewSignIn = publicCallable<'renewSignIn'>(tokenInput, ({ token }, { now, ip }) =>
  renewToken(firestore(), { token, ip, id: newId(), now }),
);
