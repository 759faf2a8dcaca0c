import { firestoreHost, projectId } from './suite.ts';

const documents = `http://${firestoreHost}/v1/projects/${projectId}/databases/(default)/documents`;

export const operations = ['get', 'list', 'create', 'update', 'delete'] as const;
export type Operation = (typeof operations)[number];
type Fields = Readonly<Record<string, object>>;

/**
 * Asks the Firestore rules for one operation, as any program with a person's ID token may (null: nobody's). True when they allow it; a document
 * that is not there is no refusal. @throws Error on any other answer, so that a broken request never passes for a denial.
 */
export async function allows(
  operation: Operation,
  path: string,
  token: string | null,
  fields: Fields = {},
): Promise<boolean> {
  const collection = path.slice(0, path.lastIndexOf('/'));
  const requests = {
    get: () => ask('GET', path, token),
    list: () => ask('GET', `${collection}?pageSize=1`, token),
    create: () => ask('PATCH', `${path}-new?currentDocument.exists=false`, token, { fields }),
    update: () => ask('PATCH', `${path}?currentDocument.exists=true`, token, { fields }),
    delete: () => ask('DELETE', path, token),
  } as const satisfies Record<Operation, () => Promise<boolean>>;
  return requests[operation]();
}

/** A query on one collection: allowed or not. `filter` is REST's own. */
export function allowsQuery(collectionId: string, filter: object | null, token: string | null, allDescendants = false) {
  const where = filter && { where: filter };
  return ask('POST', ':runQuery', token, { structuredQuery: { from: [{ collectionId, allDescendants }], ...where } });
}

async function ask(method: string, path: string, token: string | null, body?: object): Promise<boolean> {
  const response = await fetch(path.startsWith(':') ? `${documents}${path}` : `${documents}/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await response.text();
  if (response.ok || response.status === 404) return true;
  if (response.status === 403 && answer.includes('PERMISSION_DENIED')) return false;
  throw new Error(`${method} ${path}: HTTP ${response.status} ${answer.slice(0, 300)}`);
}
