import * as z from 'zod';

const answer = z.object({ idToken: z.string(), refreshToken: z.string(), expiresIn: z.string() });
const configuration = z.object({ apiKey: z.string() });

interface Somebody {
  readonly uid: string;
  readonly name: string;
}

interface Place {
  /** Where the browser finds the pages. */
  readonly origin: string;
  /** Where this process asks Hosting for its configuration. */
  readonly hosting: string;
  /** `host:port` of the auth emulator. */
  readonly authHost: string;
}

/**
 * The state of a browser in which this person signed in, without a mail or a click: for tests and measures whose subject is what comes after. Only the
 * auth emulator takes a custom token that nobody signed.
 */
export async function keptSession({ origin, hosting, authHost }: Place, { uid, name }: Somebody) {
  const { apiKey } = configuration.parse(await (await fetch(`${hosting}/__/firebase/init.json`)).json());
  const response = await fetch(
    `http://${authHost}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=${apiKey}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: JSON.stringify({ uid }), returnSecureToken: true }),
    },
  );
  const { idToken: accessToken, refreshToken, expiresIn } = answer.parse(await response.json());
  const expirationTime = Date.now() + Number(expiresIn) * 1_000;
  const user = {
    ...{ uid, emailVerified: false, isAnonymous: false, providerData: [], apiKey, appName: '[DEFAULT]' },
    stsTokenManager: { refreshToken, accessToken, expirationTime },
  };
  const kept = [
    { name: `firebase:authUser:${apiKey}:[DEFAULT]`, value: JSON.stringify(user) },
    { name: `${uid}.name`, value: name },
  ];
  return { cookies: [], origins: [{ origin, localStorage: kept }] };
}
