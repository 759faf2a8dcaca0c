import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetUser, isStillKept, isUserKey, keepTokens, keptUser } from './kept-user.ts';
import { tokenFor } from './renew.ts';

/** A storage of a browser, in memory. */
function storageWith(entries: Readonly<Record<string, string>>) {
  const kept = new Map(Object.entries(entries));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

const now = Date.parse('2025-03-04T10:00:00Z');
const key = 'firebase:authUser:cle-1:[DEFAULT]';
/** As Auth 12 writes it. */
const written = (expirationTime: number, uid = 'lea') =>
  JSON.stringify({
    ...{ uid, emailVerified: false, isAnonymous: false, providerData: [], apiKey: 'cle-1', appName: '[DEFAULT]' },
    stsTokenManager: { refreshToken: 'longue', accessToken: 'courte', expirationTime },
  });
const inAnHour = now + 3_600_000;
const addressOf = async (apiKey: string) => `https://auth.exemple.fr/token?key=${apiKey}`;

afterEach(() => vi.unstubAllGlobals());

describe('who is kept on this device', () => {
  it('is the person that the Auth library wrote, under the key of the project', () => {
    const storage = storageWith({ 'autre.cle': '{}', [key]: written(inAnHour) });
    expect(keptUser(storage)).toEqual({
      ...{ uid: 'lea', apiKey: 'cle-1', displayName: undefined },
      ...{ accessToken: 'courte', refreshToken: 'longue', expiresAt: inAnHour },
    });
    expect(isUserKey(key)).toBe(true);
    expect(isUserKey('lea.name')).toBe(false);
  });

  it('is, of several, the last one who was here', () => {
    const storage = storageWith({
      [key]: written(now, 'avant'),
      'firebase:authUser:cle-2:[DEFAULT]': written(inAnHour, 'maintenant'),
    });
    expect(keptUser(storage)?.uid).toBe('maintenant');
  });

  it.each(['', 'null', '{', '[]', '{"uid":"lea"}', '{"uid":1,"stsTokenManager":{}}'])(
    'is nobody when %j is kept',
    (text) => {
      expect(keptUser(storageWith({ [key]: text }))).toBeUndefined();
    },
  );

  it('is nobody once forgotten, and the rest of the storage stays', () => {
    const storage = storageWith({ [key]: written(inAnHour), 'lea.name': 'Léa' });
    forgetUser(storage);
    expect(keptUser(storage)).toBeUndefined();
    expect(storage.getItem('lea.name')).toBe('Léa');
  });
});

describe('a token', () => {
  const personOf = (storage: ReturnType<typeof storageWith>) => {
    const user = keptUser(storage);
    if (user === undefined) throw new Error('nobody is kept');
    return user;
  };
  const answering = (status: number, body: object) => {
    const asked = vi.fn(async (_address: string, _request: RequestInit) => Response.json(body, { status }));
    vi.stubGlobal('fetch', asked);
    return asked;
  };

  it('is the one that is kept while it lasts, without a request', async () => {
    const storage = storageWith({ [key]: written(now + 61_000) });
    const asked = answering(500, {});
    expect(await tokenFor(storage, personOf(storage), { now, addressOf })).toBe('courte');
    expect(asked).not.toHaveBeenCalled();
  });

  it('is renewed a minute before its end, and kept beside what the library knows', async () => {
    const storage = storageWith({ [key]: written(now + 59_000) });
    const asked = answering(200, { id_token: 'neuve', refresh_token: 'suivante', expires_in: '3600' });
    expect(await tokenFor(storage, personOf(storage), { now, addressOf })).toBe('neuve');
    expect(asked.mock.calls[0]?.[0]).toBe('https://auth.exemple.fr/token?key=cle-1');
    expect(`${asked.mock.calls[0]?.[1].body}`).toBe('grant_type=refresh_token&refresh_token=longue');
    expect(keptUser(storage)).toMatchObject({ accessToken: 'neuve', refreshToken: 'suivante', expiresAt: inAnHour });
    expect(JSON.parse(storage.getItem(key) ?? '')).toMatchObject({ uid: 'lea', appName: '[DEFAULT]' });
  });

  it('of somebody is never written in the session of who signed in meanwhile, nor ends it', async () => {
    const storage = storageWith({ [key]: written(now) });
    const lea = personOf(storage);
    const signsIn = vi.fn(async () => {
      storage.setItem(key, written(inAnHour, 'noe'));
      return Response.json({ id_token: 'neuve', refresh_token: 'suivante', expires_in: '3600' });
    });
    vi.stubGlobal('fetch', signsIn);
    await tokenFor(storage, lea, { now, addressOf });
    expect(keptUser(storage)).toMatchObject({ uid: 'noe', accessToken: 'courte', refreshToken: 'longue' });
    expect(isStillKept(storage, lea)).toBe(false);
    expect(isStillKept(storage, personOf(storage))).toBe(true);
  });

  it('renewed by another tab meanwhile stays as that tab wrote it', () => {
    const storage = storageWith({ [key]: written(now) });
    const read = personOf(storage);
    const tokens = { accessToken: 'neuve', expiresAt: inAnHour };
    keepTokens(storage, read, { ...tokens, refreshToken: 'suivante' });
    keepTokens(storage, read, { ...tokens, refreshToken: 'plus tardive' });
    expect(keptUser(storage)).toMatchObject({ accessToken: 'neuve', refreshToken: 'suivante' });
  });

  it.each(['TOKEN_EXPIRED', 'USER_DISABLED', 'USER_NOT_FOUND', 'INVALID_REFRESH_TOKEN'])(
    'is no more when Auth says %s',
    async (message) => {
      const storage = storageWith({ [key]: written(now) });
      answering(400, { error: { code: 400, message } });
      expect(await tokenFor(storage, personOf(storage), { now, addressOf })).toBe('ended');
    },
  );

  it.each([
    [400, 'API key not valid. Please pass a valid API key.'],
    [403, 'PERMISSION_DENIED'],
  ])('is no more when Auth refuses with %d', async (status, message) => {
    const storage = storageWith({ [key]: written(now) });
    answering(status, { error: { message } });
    expect(await tokenFor(storage, personOf(storage), { now, addressOf })).toBe('ended');
  });

  it.each([
    [400, 'TOO_MANY_ATTEMPTS_TRY_LATER'],
    [403, 'Quota exceeded for quota metric'],
    [429, 'RESOURCE_EXHAUSTED'],
  ])('is asked for again later when Auth is asked too much (%d)', async (status, message) => {
    const storage = storageWith({ [key]: written(now) });
    answering(status, { error: { message } });
    await expect(tokenFor(storage, personOf(storage), { now, addressOf })).rejects.toThrow(`${status}`);
  });

  it('is asked for again later when Auth is in trouble: nobody is signed out for that', async () => {
    const storage = storageWith({ [key]: written(now) });
    answering(503, { error: { message: 'UNAVAILABLE' } });
    await expect(tokenFor(storage, personOf(storage), { now, addressOf })).rejects.toThrow('503');
    expect(keptUser(storage)?.uid).toBe('lea');
  });

  it('is not written back for somebody who signed out meanwhile', () => {
    const storage = storageWith({ [key]: written(now) });
    const user = personOf(storage);
    forgetUser(storage);
    keepTokens(storage, user, { accessToken: 'neuve', refreshToken: 'suivante', expiresAt: inAnHour });
    expect(keptUser(storage)).toBeUndefined();
  });
});
