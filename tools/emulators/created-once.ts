import type { IncomingMessage, ServerResponse } from 'node:http';

type Route = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Whether an object is there: bucket, then name. */
export type IsThere = (bucket: string, name: string) => boolean;

/**
 * The Storage emulator passes over `ifGenerationMatch=0`, « only where nothing is yet »: of two writers both write, the second over the first.
 * Cloud Storage lets one write and answers 412 to the other, and so does this: one creation of a name at a time.
 */
export function createdOnce(route: Route, isThere: IsThere): Route {
  const creating = new Map<string, Promise<void>>();
  return async (request, response, next) => {
    const created = creationIn(request.url ?? '');
    if (created === null) return route(request, response, next);
    const key = created.join('/');
    while (creating.has(key)) await creating.get(key);
    if (isThere(...created)) {
      const error = { code: 412, message: 'At least one of the pre-conditions you specified did not hold.' };
      response.writeHead(412, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error }));
      return;
    }
    const over = Promise.withResolvers<void>();
    creating.set(key, over.promise);
    response.once('close', () => {
      creating.delete(key);
      over.resolve();
    });
    route(request, response, next);
  };
}

/** The bucket and name that a request creates if they are not there; null of any other request. */
function creationIn(url: string): [bucket: string, name: string] | null {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (searchParams.get('ifGenerationMatch') !== '0') return null;
  const [, bucket, name] =
    /\/(?:rewriteTo|copyTo)\/b\/([^/]+)\/o\/([^/]+)$/.exec(pathname) ??
    /^\/upload\/storage\/v1\/b\/([^/]+)\/o$/.exec(pathname) ??
    [];
  const written = name === undefined ? searchParams.get('name') : decodeURIComponent(name);
  return bucket === undefined || written === null ? null : [decodeURIComponent(bucket), written];
}
