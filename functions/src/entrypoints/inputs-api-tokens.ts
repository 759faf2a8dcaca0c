import * as z from 'zod';
import { type ApiScope, apiScopeNames, isApiScope } from '../domain/api-access/scopes.ts';
import { type ApiTokenCommand, LONGEST_TOKEN_NAME } from '../domain/api-access/tokens.ts';

const scope = z.custom<ApiScope>((value) => typeof value === 'string' && isApiScope(value));

/** What staff send about the keys of programs. */
export const apiTokenInput: z.ZodType<ApiTokenCommand> = z.discriminatedUnion('action', [
  z.strictObject({
    ...{ action: z.literal('make'), name: z.string().max(LONGEST_TOKEN_NAME), until: z.iso.date() },
    scopes: z.array(scope).max(apiScopeNames.length),
  }),
  z.strictObject({ action: z.literal('revoke'), tokenId: z.string().regex(/^[0-9a-f]{64}$/) }),
]);
