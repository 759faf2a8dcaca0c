import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import type { Firestore, QueryConstraint } from 'firebase/firestore/lite';
import { firebaseApp } from './session/firebase.ts';
import { openSession } from './session/session.ts';

/** Each document of ours carries the number of its shape; the server parses on write, so that the number vouches for the rest. */
export interface Stored {
  readonly schema: 1;
}

const notReadable = refuse('not_readable', 'Cette information n’est pas disponible pour vous, ou ne l’est plus.');
const unreachable = refuse('connection_lost', 'La connexion a été coupée. Réessayez.');
const otherShape = refuse('page_outdated', 'Cette page est ancienne. Rechargez-la.');

type Lite = typeof import('firebase/firestore/lite');
let opened: Promise<{ readonly lite: Lite; readonly firestore: Firestore }> | undefined;

async function open(): Promise<{ readonly lite: Lite; readonly firestore: Firestore }> {
  const [lite, app] = await Promise.all([import('firebase/firestore/lite'), firebaseApp(), openSession()]);
  const firestore = lite.getFirestore(app);
  if (__EMULATORS__) await (await (await import('./demonstration.tsx')).emulators()).connectFirestore(firestore);
  return { lite, firestore };
}

/** The border: what comes from the store gets its type here and nowhere else. */
function isStored<Type extends Stored>(fields: unknown): fields is Type {
  return typeof fields === 'object' && fields !== null && 'schema' in fields && fields.schema === 1;
}

/** One document (one read), or undefined when it does not exist. */
export async function readDocument<Type extends Stored>(path: string): Promise<Type | undefined | Refusal> {
  return attempt(async ({ lite, firestore }) => {
    const snapshot = await lite.getDoc(lite.doc(firestore, path));
    if (!snapshot.exists()) return undefined;
    const fields: unknown = snapshot.data();
    return isStored<Type>(fields) ? fields : otherShape;
  });
}

export type Constraints = (
  lite: Pick<Lite, 'where' | 'orderBy' | 'limit' | 'startAfter'>,
) => readonly QueryConstraint[];

/** The documents of a collection (one read each). The rules refuse a list that is not constrained as they ask. */
export async function readDocuments<Type extends Stored>(
  path: string,
  constraints: Constraints = () => [],
): Promise<readonly (Type & { readonly id: string })[] | Refusal> {
  return attempt(async ({ lite, firestore }) => {
    const found = await lite.getDocs(lite.query(lite.collection(firestore, path), ...constraints(lite)));
    const documents: (Type & { readonly id: string })[] = [];
    for (const snapshot of found.docs) {
      const fields: unknown = snapshot.data();
      if (!isStored<Type>(fields)) return otherShape;
      documents.push({ ...fields, id: snapshot.id });
    }
    return documents;
  });
}

async function attempt<Answer>(
  read: (store: { readonly lite: Lite; readonly firestore: Firestore }) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> {
  try {
    opened ??= open();
    return await read(await opened);
  } catch (error) {
    if (isDenied(error)) return notReadable;
    opened = undefined;
    return unreachable;
  }
}

function isDenied(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'permission-denied';
}
