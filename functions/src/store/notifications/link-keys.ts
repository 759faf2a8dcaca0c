import * as z from 'zod';

/** Signs with the first, accepts each: a new key is put before the old one, which goes a year later. */
export type LinkKeys = readonly [string, ...string[]];

const SHORTEST = 32;
const key = z.string().min(SHORTEST, `must have ${SHORTEST} characters or more`);
const schema = z.tuple([key], key);

/** The keys of a secret, one after the other with a space or a line between them. @throws Error that says what is wrong, never a key. */
export function readLinkKeys(secret: string): LinkKeys {
  const parsed = schema.safeParse(secret.split(/\s+/).filter((one) => one !== ''));
  if (!parsed.success) throw new Error(`LINK_KEYS: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
