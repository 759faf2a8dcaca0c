import type { Storage } from 'firebase-admin/storage';

/** The bucket as firebase-admin hands it out (its own build of the Storage client, whose types differ from a direct import). */
export type Bucket = ReturnType<Storage['bucket']>;
