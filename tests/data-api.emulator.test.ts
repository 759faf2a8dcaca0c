import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ApiScope, apiScopeNames, apiScopes } from '../functions/src/domain/api-access/scopes.ts';
import type { ApiToken } from '../functions/src/domain/api-access/tokens.ts';
import { addDays, dayOf, HOUR } from '../functions/src/domain/calendar.ts';
import type { MailName } from '../functions/src/domain/notifications/mails.ts';
import { newApiToken, newId } from '../functions/src/entrypoints/ids.ts';
import { apiLimits } from '../functions/src/store/api-access/door.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { apiTokens } from '../functions/src/store/collections/api-tokens.ts';
import { JOURNAL } from '../functions/src/store/collections/journal.ts';
import { OUTBOX, outbox } from '../functions/src/store/collections/outbox.ts';
import { rateLimits } from '../functions/src/store/collections/sign-in.ts';
import { sha256 } from '../functions/src/store/hash.ts';
import { countOf } from '../functions/src/store/rate-limits.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { type Person, signIn, signInSince, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme, play, submittedMission } from './programme.ts';
import { firestore, origin, suiteLog } from './suite.ts';

const today = dayOf(Date.now());
let camille: Person;
let laureate: LaureateOfTests;
let expert: ExpertOfTests;
let missionId: string;

beforeAll(async () => {
  await openProgramme();
  camille = await staffPerson(newId());
  [laureate, expert] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
  const asked = await submittedMission(laureate, expert, 3_000_00);
  missionId = asked.missionId;
  await play(laureate.signatory, missionId, laureate.laureateId, { action: 'validate', input: asked.decision });
});

const asking = (name: string, scopes: readonly ApiScope[] = apiScopeNames) => ({
  ...({ action: 'make', name, scopes, until: addDays(today, 30) } as const),
});

async function made(scopes: readonly ApiScope[] = apiScopeNames, by = camille): Promise<string> {
  const { token } = await expectCall('apiTokenAction', asking(`Jeton ${newId()}`, scopes), by.token);
  return token ?? '';
}

/** One as its collection keeps it, for what no page lets anybody make. */
async function kept(changes: Partial<ApiToken>): Promise<string> {
  const token = newApiToken();
  const by = { uid: camille.uid, name: 'Camille Roux' };
  const whole: ApiToken = {
    ...{ name: 'Jeton', scopes: apiScopeNames, madeAt: 1, by, until: today, lastUsedOn: null, revoked: null },
    ...changes,
  };
  await firestore.doc(apiTokens.path(sha256(token))).create(apiTokens.write(whole));
  return token;
}

function ask(path: string, token: string | null, options: RequestInit = {}): Promise<Response> {
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  return fetch(`${origin}/donnees/v1/${path}`, { ...options, headers: { ...authorization, ...options.headers } });
}

const failure = z.object({ erreur: z.object({ code: z.string(), message: z.string().min(1) }) });

async function refusalOf(response: Response): Promise<[number, string]> {
  return [response.status, failure.parse(await response.json()).erreur.code];
}

const page = z.object({
  ...{ donnees: z.array(z.record(z.string(), z.unknown())), total: z.int(), suivant: z.string().nullable() },
});

async function read(path: string, token: string) {
  const response = await ask(path, token);
  expect([path, response.status]).toEqual([path, 200]);
  return page.parse(await response.json());
}

/** Of all the pages, the row of this one. */
async function rowOf(scope: ApiScope, id: string, token: string): Promise<Record<string, unknown> | undefined> {
  let after: string | null = '';
  while (after !== null) {
    const mark: string = after === '' ? '' : `&apres=${encodeURIComponent(after)}`;
    const { donnees, suivant } = await read(`${apiScopes[scope].path}?nombre=200${mark}`, token);
    const found = donnees.find(({ identifiant }) => identifiant === id);
    if (found !== undefined) return found;
    after = suivant;
  }
  return undefined;
}

describe('A token of the data API', () => {
  it('is refused while it is not one, or no more, or not for this; one that is reads', async () => {
    const [live, scoped] = [await made(), await made(['laureates'])];
    const other = await staffPerson(newId());
    const orphaned = await made(apiScopeNames, other);
    await firestore.doc(accounts.path(other.uid)).update({ active: false });
    const observing = await staffPerson(newId());
    const demoted = await made(apiScopeNames, observing);
    await firestore.doc(accounts.path(observing.uid)).update({ kind: 'observer', until: Date.now() + HOUR });
    const revoked = { at: 1, by: { uid: camille.uid, name: 'Camille Roux' } };
    const refused = [
      [null, 401, 'token-missing'],
      ['', 401, 'token-missing'],
      [sha256(live), 401, 'token-missing'],
      // A token opens no page, and a session reads no data.
      [camille.token, 401, 'token-missing'],
      [newApiToken(), 401, 'token-unknown'],
      [await kept({ revoked }), 401, 'token-revoked'],
      [await kept({ until: addDays(today, -1) }), 401, 'token-expired'],
      [orphaned, 401, 'token-orphaned'],
      [demoted, 401, 'token-orphaned'],
      [scoped, 403, 'scope-missing'],
    ] as const;
    for (const [token, status, code] of refused)
      expect(await refusalOf(await ask('missions', token))).toEqual([status, code]);
    expect((await ask('missions', null)).headers.get('www-authenticate')).toBe('Bearer realm="donnees"');
    for (const scope of apiScopeNames) await read(apiScopes[scope].path, live);
    await read('laureats', scoped);
    await read('laureats', await kept({}));
  });

  it('is no session, nor is it taken from an address', async () => {
    const token = await made();
    const response = await fetch(`${origin}/api/view`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ data: { name: 'missions' } }),
    });
    expect(response.status).toBe(401);
    expect(await refusalOf(await ask(`missions?access_token=${token}`, null))).toEqual([401, 'token-missing']);
    expect(await refusalOf(await ask('missions?nombre=1000', token))).toEqual([400, 'parameter-invalid']);
    expect(await refusalOf(await ask('missions', token, { method: 'POST' }))).toEqual([405, 'method-refused']);
    expect(await refusalOf(await ask('missions', token, { method: 'OPTIONS' }))).toEqual([405, 'method-refused']);
    expect(await refusalOf(await ask('utilisateurs', token))).toEqual([404, 'address-unknown']);
    await read('missions?nombre=1', token);
  });

  it('is kept by its hash alone, told in the journal, seen used, and refused as soon as it is revoked', async () => {
    const token = await made(['figures']);
    const tokenId = sha256(token);
    const stored = await firestore.doc(apiTokens.path(tokenId)).get();
    expect(JSON.stringify(stored.data())).not.toContain(token);
    await read('chiffres', token);
    const rowNow = async () => {
      const view = await expectCall('view', { name: 'apiTokens' }, camille.token);
      if (view.name !== 'apiTokens') throw new Error(view.name);
      return view.tokens.find((row) => row.tokenId === tokenId);
    };
    expect(await rowNow()).toMatchObject({ state: 'live', lastUsedOn: today, byName: 'Camille Roux' });
    const revoke = { action: 'revoke', tokenId } as const;
    await Promise.all([1, 2, 3].map(() => expectCall('apiTokenAction', revoke, camille.token)));
    expect(await refusalOf(await ask('chiffres', token))).toEqual([401, 'token-revoked']);
    expect(await rowNow()).toMatchObject({ state: 'revoked', revokedByName: 'Camille Roux' });
    const lines = await firestore.collection(JOURNAL).where('aboutUid', '==', tokenId).get();
    expect(lines.docs.map((line) => line.get('done')).sort()).toEqual(['makeApiToken', 'revokeApiToken']);
    expect(await readFile(suiteLog, 'utf8')).not.toContain(token);
  });

  it('is told by mail to the mailbox and to each of the team, its author among them, when it is made and once when it is revoked', async () => {
    const token = await made(['figures']);
    const tokenId = sha256(token);
    const told = async (event: MailName) => {
      const found = await firestore.collection(OUTBOX).where('mail', '==', event).get();
      return outbox.list(found.docs).filter(({ id }) => id.startsWith(`${event}.${tokenId}`));
    };
    const toldOf = async (event: MailName) => (await told(event)).map(({ to }) => to.uid);
    expect(await toldOf('apiTokenMade')).toEqual(expect.arrayContaining([null, camille.uid]));
    expect(await toldOf('apiTokenRevoked')).toEqual([]);
    const [first] = await told('apiTokenMade');
    expect(first).toMatchObject({ path: '/equipe?vue=jetons', facts: { byName: 'Camille Roux' } });
    expect(first?.facts.reason).toMatch(/^Jeton .* \(Chiffres du programme\), jusqu’au /);
    expect(JSON.stringify(await told('apiTokenMade'))).not.toContain(token);
    for (const _again of [1, 2]) await expectCall('apiTokenAction', { action: 'revoke', tokenId }, camille.token);
    expect((await toldOf('apiTokenRevoked')).sort()).toEqual((await toldOf('apiTokenMade')).sort());
  });

  it('that is refused is told to nobody', async () => {
    const told = async () =>
      (await firestore.collection(OUTBOX).where('mail', '==', 'apiTokenMade').count().get()).data();
    const before = await told();
    const person = await signIn(laureate.signatory.uid);
    expect(codeOf(await call('apiTokenAction', asking('Le mien'), person))).toBe('staff-only');
    expect(codeOf(await call('apiTokenAction', { ...asking('Le mien'), scopes: [] }, camille.token))).toBe(
      'token-scopes',
    );
    expect(await told()).toEqual(before);
    await made();
    expect(await told()).not.toEqual(before);
  });

  it('is made and revoked by the team alone; who observes reads which there are', async () => {
    const observer = await staffPerson(newId());
    await firestore.doc(accounts.path(observer.uid)).update({ kind: 'observer', until: Date.now() + HOUR });
    const tokenId = sha256(await made());
    for (const token of [observer.token, await signIn(laureate.signatory.uid), await signIn(expert.person.uid)]) {
      expect(codeOf(await call('apiTokenAction', asking('Le mien'), token))).toBe('staff-only');
      expect(codeOf(await call('apiTokenAction', { action: 'revoke', tokenId }, token))).toBe('staff-only');
    }
    expect(codeOf(await call('view', { name: 'apiTokens' }, await signIn(expert.person.uid)))).toBe('staff-only');
    const old = await signInSince(camille.uid, Date.now() - 2 * HOUR);
    expect(codeOf(await call('apiTokenAction', asking('Le mien'), old))).toBe('sign-in-too-old');
    expect(await expectCall('apiTokenAction', { action: 'revoke', tokenId }, old)).toMatchObject({ token: null });
    expect(await expectCall('view', { name: 'apiTokens' }, observer.token)).toMatchObject({ acts: false });
  });

  it('asks so many times a minute and a day, is told when to come back, and no other pays for it', async () => {
    const other = await made(['figures']);
    for (const limit of Object.values(apiLimits)) {
      const busy = await made(['figures']);
      const full = { count: limit.most, resetsAt: Date.now() + limit.windowMs };
      await countOf(firestore, limit, sha256(busy)).set(rateLimits.write(full));
      const response = await ask('chiffres', busy);
      const seconds = Number(response.headers.get('retry-after'));
      expect(seconds).toBeLessThanOrEqual(limit.windowMs / 1_000);
      expect(seconds).toBeGreaterThan(limit.windowMs / 1_000 - 40);
      expect(await refusalOf(response)).toEqual([429, 'too-many-requests']);
    }
    await read('chiffres', other);
  });
});

describe('What a token reads', () => {
  it('is the programme as its lists have it, with its amounts, and nothing of what people wrote', {
    timeout: 60_000,
  }, async () => {
    const token = await made();
    expect(await rowOf('missions', missionId, token)).toMatchObject({
      ...{ etat: 'awaiting_report', laureats: [laureate.laureateId], expert: expert.expertId },
      ...{ devis: { centimes: 3_000_00, monnaie: 'EUR' }, subvention: { centimes: 3_000_00, monnaie: 'EUR' } },
    });
    // Few times a minute: what is asked is counted.
    await expect
      .poll(async () => (await rowOf('laureates', laureate.laureateId, token))?.reste, {
        timeout: 40_000,
        interval: 4_000,
      })
      .toEqual({ centimes: 7_000_00, monnaie: 'EUR' });
    const rows = [
      await rowOf('missions', missionId, token),
      await rowOf('laureates', laureate.laureateId, token),
      await rowOf('experts', expert.expertId, token),
    ];
    expect(rows[2]).toMatchObject({ structure: expert.company });
    expect(JSON.stringify(rows)).not.toMatch(/Revoir le modèle économique|Revoir nos tarifs|Anne Le Goff|@/);
  });

  it('comes page after page, is kept by no cache, and is not sent twice to who has it', async () => {
    const token = await made(['laureates', 'figures']);
    await laureateWith(1_000_00);
    const first = await read('laureats?nombre=1', token);
    const second = await read(`laureats?nombre=1&apres=${encodeURIComponent(first.suivant ?? '')}`, token);
    expect(String(second.donnees[0]?.identifiant) > String(first.donnees[0]?.identifiant)).toBe(true);
    const response = await ask('chiffres', token, { headers: { origin: 'https://ailleurs.example' } });
    const { headers } = response;
    expect([headers.get('cache-control'), headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([
      ...['private, no-store', null, expect.stringContaining('Authorization')],
    ]);
    const again = await ask('chiffres', token, { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('is described to programs that have none', async () => {
    const response = await ask('openapi.json', null);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(await response.json()).toMatchObject({ openapi: '3.1.0', servers: [{ url: `${origin}/donnees/v1` }] });
  });
});
