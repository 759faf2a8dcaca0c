/**
 * Who signed in on this device, as the Auth library keeps it (`browserLocalPersistence`). Read here by itself, since a page that only reads and decides
 * needs a name and a token, not the 20 kB that sign people in; what is not of the expected shape is nobody.
 */
export interface KeptUser {
  readonly uid: string;
  readonly apiKey: string;
  readonly displayName: string | undefined;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** UTC milliseconds, by the clock of this device. */
  readonly expiresAt: number;
}

/** What Auth answers when a token is renewed. */
export interface RenewedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
}

export type UserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const keyPattern = /^firebase:authUser:(.+):\[DEFAULT\]$/;

/** Whether a change under this key of the storage is a change of person. */
export function isUserKey(key: string): boolean {
  return keyPattern.test(key);
}

/** The person kept under this project's key; of several (the project's key was replaced), the last one to have been here. */
export function keptUser(storage: UserStorage): KeptUser | undefined {
  const keys = userKeys(storage);
  return keys
    .flatMap((key) => userOf(key, storage.getItem(key)) ?? [])
    .sort((one, other) => other.expiresAt - one.expiresAt)[0];
}

/**
 * Writes the tokens beside what the library keeps of the person, so that it goes on from them when it is loaded. Not when another tab signed somebody
 * else in, or renewed by itself, since `user` was read.
 */
export function keepTokens(storage: UserStorage, user: KeptUser, tokens: RenewedTokens): void {
  const key = keyOf(user);
  const kept = parsed(storage.getItem(key));
  if (kept === undefined || !isStillKept(storage, user)) return;
  const { accessToken, refreshToken, expiresAt: expirationTime } = tokens;
  storage.setItem(key, JSON.stringify({ ...kept, stsTokenManager: { accessToken, refreshToken, expirationTime } }));
}

/** Whether what is kept is what `user` was read from: the same person, and the same sign-in. */
export function isStillKept(storage: UserStorage, user: KeptUser): boolean {
  const key = keyOf(user);
  const kept = userOf(key, storage.getItem(key));
  return kept?.uid === user.uid && kept.refreshToken === user.refreshToken;
}

function keyOf({ apiKey }: KeptUser): string {
  return `firebase:authUser:${apiKey}:[DEFAULT]`;
}

export function forgetUser(storage: UserStorage): void {
  for (const key of userKeys(storage)) storage.removeItem(key);
}

function userKeys(storage: UserStorage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(isUserKey);
}

function userOf(key: string, text: string | null): KeptUser | undefined {
  const kept = parsed(text);
  const tokens = record(kept?.stsTokenManager);
  const [, apiKey = ''] = keyPattern.exec(key) ?? [];
  const { uid, displayName } = kept ?? {};
  const { accessToken, refreshToken, expirationTime } = tokens ?? {};
  if (typeof uid !== 'string' || typeof accessToken !== 'string' || typeof refreshToken !== 'string') return undefined;
  return {
    ...{ uid, apiKey, accessToken, refreshToken },
    displayName: typeof displayName === 'string' ? displayName : undefined,
    expiresAt: typeof expirationTime === 'number' ? expirationTime : 0,
  };
}

function parsed(text: string | null): Readonly<Record<string, unknown>> | undefined {
  try {
    return record(JSON.parse(text ?? 'null'));
  } catch {
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
