import { describe, expect, it } from 'vitest';
import type { SignedInActor } from '../actor.ts';
import { addDays, MINUTE } from '../calendar.ts';
import { isRefusal } from '../refusal.ts';
import { apiErrors } from './errors.ts';
import { apiScopeNames, apiScopes, scopeAt } from './scopes.ts';
import {
  type ApiToken,
  type ApiTokenAsked,
  type ApiTokenFacts,
  type apiTokenChecks,
  bearerToken,
  decideRevocation,
  decideToken,
  LONGEST_TOKEN_DAYS,
  LONGEST_TOKEN_NAME,
  MOST_TOKENS,
  tokenRefusal,
  tokenRow,
} from './tokens.ts';

/** Noon in Paris, 5 March 2024. */
const now = Date.UTC(2024, 2, 5, 11);
const today = '2024-03-05';
const camille: SignedInActor = { kind: 'staff', uid: 'camille', name: 'Camille Roux', signedInAt: now };
const facts: ApiTokenFacts = { actor: camille, now, standing: 0, freshSignInMinutes: 30 };
const asked: ApiTokenAsked = { name: 'Tableau de bord', scopes: ['missions', 'figures'], until: '2024-12-31' };

function madeToken(): ApiToken {
  const made = decideToken(facts, asked);
  if (isRefusal(made)) throw new Error(made.code);
  return made;
}
const token = madeToken();
const codeOf = (changes: Partial<ApiTokenAsked>, other: Partial<ApiTokenFacts> = {}) => {
  const answer = decideToken({ ...facts, ...other }, { ...asked, ...changes });
  return isRefusal(answer) ? answer.code : null;
};

/** The record that the compiler keeps complete: a check without a case does not compile. */
const checkCases: Record<
  keyof typeof apiTokenChecks,
  {
    code: string;
    wrong: readonly (readonly [Partial<ApiTokenAsked>, Partial<ApiTokenFacts>?])[];
    right: readonly [Partial<ApiTokenAsked>, Partial<ApiTokenFacts>?];
  }
> = {
  signedInLately: {
    code: 'sign-in-too-old',
    wrong: [[{}, { now: now + 30 * MINUTE + 1 }]],
    right: [{}, { now: now + 30 * MINUTE }],
  },
  named: {
    code: 'token-name',
    wrong: [[{ name: ' ' }], [{ name: 'x'.repeat(LONGEST_TOKEN_NAME + 1) }]],
    right: [{ name: 'x'.repeat(LONGEST_TOKEN_NAME) }],
  },
  scoped: {
    code: 'token-scopes',
    wrong: [[{ scopes: [] }], [{ scopes: ['missions', 'missions'] }]],
    right: [{ scopes: apiScopeNames }],
  },
  ends: {
    code: 'token-end',
    wrong: [[{ until: '2024-03-04' }], [{ until: addDays(today, LONGEST_TOKEN_DAYS + 1) }], [{ until: '2024-02-30' }]],
    right: [{ until: addDays(today, LONGEST_TOKEN_DAYS) }],
  },
  room: {
    code: 'too-many-tokens',
    wrong: [[{}, { standing: MOST_TOKENS }]],
    right: [{}, { standing: MOST_TOKENS - 1 }],
  },
};

describe('A token that is asked for', () => {
  it.each(Object.entries(checkCases))('%s: is refused with its code, and made once one thing changes', (_name, one) => {
    expect(one.wrong.map((wrong) => codeOf(...wrong))).toEqual(one.wrong.map(() => one.code));
    expect(codeOf(...one.right)).toBeNull();
  });

  it('is its author’s by name, and was never used', () => {
    expect(token).toEqual({
      ...{ ...asked, madeAt: now, by: { uid: 'camille', name: 'Camille Roux' }, lastUsedOn: null, revoked: null },
    });
  });
});

describe('A token that is shown', () => {
  const open = { today, authorActs: true };
  it.each([
    ['token-unknown', null, open],
    ['token-revoked', { ...token, revoked: { at: now, by: camille } }, open],
    ['token-expired', { ...token, until: '2024-03-04' }, open],
    ['token-orphaned', token, { today, authorActs: false }],
    ['scope-missing', { ...token, scopes: ['laureates'] }, open],
  ] as const)('%s: reads nothing', (code, shown, moment) => {
    expect(tokenRefusal(shown, 'missions', moment)?.code).toBe(code);
    expect(apiErrors[code].status).toBe(code === 'scope-missing' ? 403 : 401);
  });

  it('reads what it is for, up to its last day, and nothing else', () => {
    const read = apiScopeNames.filter((scope) => tokenRefusal(token, scope, open) === null);
    expect(read).toEqual(['missions', 'figures']);
    expect(tokenRefusal(token, 'missions', { ...open, today: token.until })).toBeNull();
    expect(tokenRefusal(token, 'missions', { ...open, today: addDays(token.until, 1) })?.code).toBe('token-expired');
  });

  it('is revoked once, by whoever of the team, and stays so', () => {
    const ines = { ...camille, uid: 'ines', name: 'Inès Garnier' };
    const revoked = decideRevocation(token, { actor: ines, now: now + 1 });
    if (isRefusal(revoked)) throw new Error(revoked.code);
    expect(revoked).toEqual({ ...token, revoked: { at: now + 1, by: { uid: 'ines', name: 'Inès Garnier' } } });
    expect(decideRevocation(revoked, { actor: camille, now: now + 2 })).toBe(revoked);
    expect(decideRevocation(null, { actor: camille, now })).toMatchObject({ code: 'token-unknown' });
    const row = tokenRow('hash', revoked, open);
    expect(row).toMatchObject({ tokenId: 'hash', state: 'revoked', revokedByName: 'Inès Garnier' });
  });
});

describe('The header of a request', () => {
  const key = `sm_${'a-_9'.repeat(10)}abc`;
  it.each([`Bearer ${key}`, `bearer  ${key}`])('has a token: %j', (header) => {
    expect(bearerToken(header)).toBe(key);
  });

  it.each([
    ...[undefined, '', key, `Basic ${key}`, `Bearer ${key} more`, `Bearer ${key}x`, `Bearer ${key.slice(1)}`],
    ...[`Bearer ${key},${key}`, 'Bearer eyJhbGciOiJub25lIn0.e30.', `Bearer sm_${'é'.repeat(43)}`, `Bearer ${key}\n`],
  ])('has none, for which nothing is read: %j', (header) => {
    expect(bearerToken(header)).toBeNull();
  });
});

it('Each scope has its address, no other address has one, and none names people', () => {
  expect(apiScopeNames.map((scope) => scopeAt(`/donnees/v1/${apiScopes[scope].path}`))).toEqual(apiScopeNames);
  for (const other of ['/donnees/v1/', '/donnees/v1/constructor', '/donnees/v1/missions/', '/donnees/v2/missions', '/'])
    expect(scopeAt(other)).toBeUndefined();
  expect(apiScopeNames.filter((scope) => apiScopes[scope].personal)).toEqual([]);
});
