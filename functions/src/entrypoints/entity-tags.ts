import { createHash } from 'node:crypto';

/** The same body has the same tag in every process. */
export function tagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** Compared here, not by Express, which sends all of it again to a cache that asks whether it has changed and says « no-cache ». */
export function namesTag(header: string | undefined, tag: string): boolean {
  // A cache that compressed the page has made its tag a weak one.
  return (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
