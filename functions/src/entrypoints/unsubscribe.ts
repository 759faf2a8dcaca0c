import { logger } from 'firebase-functions';
import { onRequest } from 'firebase-functions/https';
import { linkKeys, linkSecret, origin } from './environment.ts';
import { firestore } from './firebase.ts';
import { unsubscribing } from './unsubscribing.ts';

/** What the `List-Unsubscribe` header of a mail names: HTTP, because a mail program calls it and not a page of ours. */
export const unsubscribe = onRequest({ invoker: 'public', secrets: [linkSecret] }, async (request, response) => {
  response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' });
  const { method, query, rawBody } = request;
  const asked = { method, query, body: rawBody?.toString() ?? '' };
  try {
    const answer = await unsubscribing(firestore(), asked, { linkKeys: linkKeys(), now: Date.now() });
    if ('path' in answer) response.redirect(answer.status, `${origin.value()}${answer.path}`);
    else response.status(answer.status).type('text/plain').send(answer.text);
  } catch (error) {
    logger.error('unsubscribing failed', { stack: error instanceof Error ? error.stack : null });
    response.status(500).type('text/plain').send('Une erreur est survenue de notre côté. Réessayez plus tard.');
  }
});
