import { type KeptUser, keepTokens, type RenewedTokens, type UserStorage } from './kept-user.ts';

/** A token is renewed when this little of its hour is left: longer than any of our calls takes. */
const MARGIN_MS = 60_000;

/**
 * Answers of Auth that no later try will change: the account is off, its sign-ins were ended, the key of the project was replaced. All of them but too
 * many requests: « connexion coupée » for ever would tell a person to wait for what never comes.
 */
const refused = [400, 403];
const tooMany = /QUOTA|RATE_LIMIT|TOO_MANY|RESOURCE_EXHAUSTED/i;

/** Where tokens are renewed: Google's own host, or the auth emulator. */
export type RenewalAddress = (apiKey: string) => Promise<string>;

/**
 * A token for the calls of this person: the one that is kept, or a new one from Auth. `'ended'` when Auth gives no more.
 *
 * @throws TypeError when the network is cut, Error when Auth answers anything else: the call fails as one whose connection is lost
 */
export async function tokenFor(
  storage: UserStorage,
  user: KeptUser,
  { now, addressOf }: { readonly now: number; readonly addressOf: RenewalAddress },
): Promise<string | 'ended'> {
  if (user.expiresAt - MARGIN_MS > now) return user.accessToken;
  const renewed = await renew(user, now, await addressOf(user.apiKey));
  if (renewed === 'ended') return renewed;
  keepTokens(storage, user, renewed);
  return renewed.accessToken;
}

async function renew({ refreshToken }: KeptUser, now: number, address: string): Promise<RenewedTokens | 'ended'> {
  const response = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  });
  const text = await response.text();
  if (response.ok) return tokensIn(JSON.parse(text), now);
  if (refused.includes(response.status) && !tooMany.test(text)) return 'ended';
  throw new Error(`Auth renewed no token: ${response.status}`);
}

interface Renewal {
  readonly id_token?: unknown;
  readonly refresh_token?: unknown;
  readonly expires_in?: unknown;
}

function tokensIn({ id_token, refresh_token, expires_in }: Renewal, now: number): RenewedTokens {
  if (typeof id_token !== 'string' || typeof refresh_token !== 'string') throw new Error('Auth renewed no token.');
  return { accessToken: id_token, refreshToken: refresh_token, expiresAt: now + Number(expires_in) * 1_000 };
}
