import * as z from 'zod';
import { collection } from '../collection.ts';
import { id, instant } from '../fields.ts';

/** `signInTokens/{sha256 of the token}`: the token itself exists only in the mail. Once used it stays, to offer a new one to its owner. */
const tokenSchema = z.object({
  uid: id,
  /** The address its mail went to: once the account has another one, the token is nobody's. Null in those made before it was kept. */
  email: z.string().nullable().default(null),
  /** The request whose mail also carries a code: using one spends the other. Null for the button of any other mail. */
  requestId: id.nullable().default(null),
  next: z.string().startsWith('/'),
  createdAt: instant,
  expiresAt: instant,
  usedAt: instant.nullable(),
});
export const SIGN_IN_TOKENS = 'signInTokens';
export const signInTokens = collection((hash: string) => `signInTokens/${hash}`, tokenSchema);

/** What a code is asked for: to come in, from nobody known yet; or to confirm a decision, by the person who is signed in. */
const codePurposes = ['signIn', 'confirmation'] as const;

/** `signInCodes/{requestId}`: the six digits exist only in the mail. The rest stays, for what a proof quotes of how a person was recognised. */
const codeSchema = z.object({
  uid: id,
  email: z.string().nullable().default(null),
  purpose: z.enum(codePurposes),
  next: z.string().startsWith('/'),
  /** Of the digits, salted by the request. */
  codeHash: z.string().length(64),
  /** Of the link in the same mail. */
  tokenHash: z.string().length(64),
  /** When somebody asked for it; absent from those made before it was kept. */
  askedAt: instant.optional(),
  /** When its mail was about to leave. */
  createdAt: instant,
  expiresAt: instant,
  /** When the mail server took the mail; null until then. */
  sentAt: instant.nullable(),
  attemptsLeft: z.int().min(0),
  /** When the right digits were typed; null while they were not. */
  acceptedAt: instant.nullable(),
  /** When the request was spent: by these digits, or by the link. */
  usedAt: instant.nullable(),
});
export type SignInCode = z.infer<typeof codeSchema>;
export const SIGN_IN_CODES = 'signInCodes';
export const signInCodes = collection((requestId: string) => `signInCodes/${requestId}`, codeSchema);

/** `rateLimits/{key}`: a fixed window. */
const limitSchema = z.object({ count: z.int(), resetsAt: instant });
export type Counted = z.infer<typeof limitSchema>;
export const RATE_LIMITS = 'rateLimits';
export const rateLimits = collection((key: string) => `rateLimits/${key}`, limitSchema);
