import { describe, expect, it } from 'vitest';
import { DAY } from '../../domain/calendar.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { readLinkKeys } from './link-keys.ts';
import { addressMark, openedBy, PREFERENCES, preferenceToken, signedToken } from './preference-links.ts';

const key = 'k'.repeat(32);
const newKey = 'n'.repeat(32);
const keys = readLinkKeys(key);
const now = Date.UTC(2026, 5, 1);
const person = { uid: 'amelie', email: 'amelie@vallon.example' };
const claims = { uid: 'amelie', scope: PREFERENCES, address: addressMark(person.email), until: now + 365 * DAY };
const token = preferenceToken(person, keys, now);
const [body = '', signature = ''] = token.split('.');

const codeOf = (asked: string, at = now, accepted = keys) => {
  const answer = openedBy(asked, accepted, at);
  return isRefusal(answer) ? answer.code : null;
};
const otherBody = (changed: object) => Buffer.from(JSON.stringify({ ...claims, ...changed })).toString('base64url');

describe('A link to somebody’s choices', () => {
  it('names its person and the address that it was sent to, for a year', () => {
    expect(openedBy(token, keys, now)).toEqual(claims);
    expect(codeOf(token, claims.until)).toBeNull();
    expect(codeOf(token, claims.until + 1)).toBe('link-expired');
  });

  it('holds in an address as it is, and says no address', () => {
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(encodeURIComponent(token)).toBe(token);
    expect(Buffer.from(body, 'base64url').toString()).not.toContain('@');
  });

  it('opens nothing once its person, its date or its use is written over', () => {
    for (const changed of [{ uid: 'somebody-else' }, { until: claims.until + DAY }, { scope: 'signIn' }])
      expect(codeOf(`${otherBody(changed)}.${signature}`), JSON.stringify(changed)).toBe('link-not-ours');
    expect(codeOf(`${otherBody({})}.${signature}`)).toBeNull();
  });

  it('opens nothing when our own signature is under another use', () => {
    expect(codeOf(signedToken({ ...claims, scope: 'signIn' }, key))).toBe('link-other-use');
    expect(codeOf(signedToken(claims, key))).toBeNull();
  });

  it.each([
    '',
    '.',
    'abc',
    body,
    `${body}.`,
    `${body}.AAAA`,
    `.${signature}`,
    `${token}.${signature}`,
    `${body}.${signature.slice(0, -2)}`,
  ])('that is cut or made up opens nothing: %j', (asked) => {
    expect(codeOf(asked)).toBe('link-not-ours');
  });

  it('is signed with the first key, and opens with each that is kept', () => {
    const both = readLinkKeys(`${newKey}\n${key}\n`);
    expect(codeOf(token, now, both)).toBeNull();
    expect(codeOf(token, now, readLinkKeys(newKey))).toBe('link-not-ours');
    expect(preferenceToken(person, both, now)).toBe(signedToken(claims, newKey));
  });
});

describe('The keys', () => {
  it.each(['', '   ', 'too-short', `${key} short`])('are refused when one is missing or short: %j', (secret) => {
    expect(() => readLinkKeys(secret)).toThrow(/^LINK_KEYS/);
  });

  it('are never said in what is wrong with them', () => {
    expect(() => readLinkKeys('my-short-secret')).toThrow(/^(?!.*my-short-secret)/s);
  });
});
