import { applicationDefault } from 'firebase-admin/app';
import type { Firestore } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import type { Bucket } from '../../functions/src/store/bucket.ts';
import { basePorts, host } from '../emulators/ports.ts';
import { connect, type Target } from '../target.ts';
import { type Documents, documentsOf } from './documents.ts';

export interface Connection {
  readonly firestore: Firestore;
  readonly bucket: Bucket;
  readonly documents: Documents;
}

/** Opens a project, once in a process, in the name of whoever runs the command (`gcloud auth application-default login`). */
export function connectBackup(target: Target, environment: NodeJS.ProcessEnv): Connection {
  if (target.emulator !== null) environment.FIREBASE_STORAGE_EMULATOR_HOST ||= `${host}:${basePorts.storage}`;
  const suffix = target.emulator === null ? 'firebasestorage.app' : 'appspot.com';
  const storageBucket = environment.STORAGE_BUCKET ?? `${target.project}.${suffix}`;
  const firestore = connect(target, { storageBucket });
  // Asked for each request: an export of a large programme lasts longer than a token, which is kept until it ends.
  const credential = target.emulator === null ? applicationDefault() : null;
  const token = async () => (await credential?.getAccessToken())?.access_token ?? '';
  return { firestore, bucket: getStorage().bucket(), documents: documentsOf(target, token) };
}
