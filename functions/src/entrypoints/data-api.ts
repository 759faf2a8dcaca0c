import { logger } from 'firebase-functions';
import { onRequest } from 'firebase-functions/https';
import { apiRefusal } from '../domain/api-access/errors.ts';
import { answerApi, refused } from './answering-api.ts';
import { namesTag, tagOf } from './entity-tags.ts';
import { origin } from './environment.ts';
import { firestore } from './firebase.ts';

/** What programs read, with a token (decision 051). Public as an address: the token is checked here, and it is nobody's session. */
export const dataApi = onRequest({ invoker: 'public', cors: false }, async (request, response) => {
  const { method, path, headers } = request;
  const parameters = new URLSearchParams(/^[^?]*\?(.*)$/s.exec(request.url)?.[1]);
  const asked = { method, path, parameters, authorization: headers.authorization };
  const place = { firestore: firestore(), origin: origin.value(), now: Date.now() };
  const answer = await answerApi(asked, place).catch((error: unknown) => {
    // Without a word of the request: its header is a key.
    logger.error('the data API failed', { stack: error instanceof Error ? error.stack : null });
    return refused(apiRefusal('internal'));
  });
  response.set(answer.headers);
  const tag = answer.status === 200 ? tagOf(answer.body) : null;
  if (tag !== null) response.set('ETag', tag);
  const known = tag !== null && namesTag(headers['if-none-match'], tag);
  response.status(known ? 304 : answer.status).send(known ? '' : answer.body);
});
