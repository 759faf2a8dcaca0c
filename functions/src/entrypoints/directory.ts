import { logger } from 'firebase-functions';
import { onRequest } from 'firebase-functions/https';
import { failedPage } from '../pages/card-page.ts';
import { documentOf } from '../pages/frame.ts';
import { callerOf } from './caller.ts';
import { directoryPage, type PageAnswer } from './directory-pages.ts';
import { namesTag, tagOf } from './entity-tags.ts';
import { origin } from './environment.ts';
import { firestore } from './firebase.ts';
import { pageHeaders } from './page-headers.ts';
import { warn } from './warn.ts';

/** The public directory, behind the cache of Hosting: pages made here, which need no script. */
export const directory = onRequest({ invoker: 'public' }, async (request, response) => {
  const site = origin.value();
  const { method, path, headers, rawBody, socket } = request;
  const asked = {
    ...{ method, path, parameters: new URLSearchParams(/^[^?]*\?(.*)$/s.exec(request.url)?.[1]) },
    body: method === 'POST' ? (rawBody?.toString() ?? '') : '',
    postedBy: headers.origin,
    from: callerOf(headers, socket.remoteAddress),
  };
  const place = { firestore: firestore(), origin: site, now: Date.now(), warn };
  const answer = await directoryPage(asked, place).catch((error: unknown) => {
    logger.error('the directory failed', { stack: error instanceof Error ? error.stack : null });
    return failed(site);
  });
  response.set(answer.headers);
  const tag = answer.status === 200 ? tagOf(answer.body) : null;
  if (tag !== null) response.set('ETag', tag);
  const known = tag !== null && namesTag(headers['if-none-match'], tag);
  response.status(known ? 304 : answer.status).send(known ? '' : answer.body);
});

function failed(site: string): PageAnswer {
  const headers = { ...pageHeaders, 'Cache-Control': 'no-store', 'Content-Type': 'text/html; charset=utf-8' };
  return { status: 500, headers, body: documentOf(failedPage, { origin: site, embedded: false }) };
}
