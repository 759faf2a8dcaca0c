import { can } from '../../domain/access/policy.ts';
import { makeApiToken, revokeApiToken } from '../../store/api-access/tokens.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newApiToken } from '../ids.ts';
import { apiTokenInput } from '../inputs-api-tokens.ts';

/** Staff make and revoke the keys of programs to the data. */
export const apiTokenAction = callable<'apiTokenAction'>(apiTokenInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'manageApiTokens' });
  if (refusal) return refusal;
  const acting = { actor, now };
  if (input.action === 'revoke') return revokeApiToken(firestore(), acting, input.tokenId);
  const { action: _action, ...asked } = input;
  return makeApiToken(firestore(), acting, { token: newApiToken(), asked });
});
