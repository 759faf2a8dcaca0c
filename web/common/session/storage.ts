import { getBlob, getStorage, ref, type UploadTask, uploadBytesResumable } from 'firebase/storage';
import { firebaseApp } from './firebase.ts';
import { authLibrary } from './session.ts';

export interface Files {
  readonly send: (path: string, file: File) => UploadTask;
  readonly read: (path: string) => Promise<Blob>;
}

/** Storage for whoever is signed in: its calls take their token from the Auth library, which is there first. */
export async function openStorage(): Promise<Files> {
  const [app] = await Promise.all([firebaseApp(), authLibrary()]);
  const storage = getStorage(app);
  if (__EMULATORS__) await (await (await import('../demonstration.tsx')).emulators()).connectStorage(storage);
  return {
    send: (path, file) =>
      uploadBytesResumable(ref(storage, path), file, { contentType: file.type || 'application/octet-stream' }),
    read: (path) => getBlob(ref(storage, path)),
  };
}
