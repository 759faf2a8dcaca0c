import * as z from 'zod';
import { type ApiScope, isApiScope } from '../../domain/api-access/scopes.ts';
import type { ApiToken } from '../../domain/api-access/tokens.ts';
import { collection } from '../collection.ts';
import { author, day, instant, shortText } from '../fields.ts';

const schema: z.ZodType<ApiToken> = z.object({
  name: shortText,
  scopes: z.array(z.custom<ApiScope>((value) => typeof value === 'string' && isApiScope(value))).min(1),
  madeAt: instant,
  by: author,
  until: day,
  lastUsedOn: day.nullable(),
  revoked: z.object({ at: instant, by: author }).nullable(),
});

/** `apiTokens/{sha256 of the token}`: 32 random bytes, so that a plain hash keeps them; the token itself exists only where its author put it. */
export const apiTokens = collection((hash: string) => `apiTokens/${hash}`, schema);
export const API_TOKENS = 'apiTokens';
