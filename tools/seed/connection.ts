import { type App, deleteApp, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import type { ProgrammeSuite } from '../programme-suite.ts';
import type { Stage } from './world.ts';

/** Firebase's libraries on the emulators of one suite. They find them by the environment alone, so this process talks to one suite at a time. */
export function connectTo(suite: ProgrammeSuite, projectId: string): { stage: Stage; disconnect: () => Promise<void> } {
  Object.assign(process.env, suite.emulators.env);
  const app: App = initializeApp({ projectId, storageBucket: `${projectId}.appspot.com` }, `seed ${Date.now()}`);
  const stage = {
    firestore: getFirestore(app),
    bucket: getStorage(app).bucket(),
    auth: getAuth(app),
    origin: suite.origin,
    smtpPort: suite.inbox.smtpPort,
    signer: async () => readSigner({ ...suite.seal }),
  };
  return { stage, disconnect: () => deleteApp(app) };
}
