import type { Bucket } from '../../functions/src/store/bucket.ts';
import type { Target } from '../target.ts';

/** Takes away every document and every file of a project of the emulators. Of a real one, by nothing that is here: the address does not exist there. */
export async function wipeEmulators(target: Target, bucket: Bucket): Promise<void> {
  await wipeDocuments(target);
  await bucket.deleteFiles({ force: true });
}

export async function wipeDocuments({ project, emulator }: Target): Promise<void> {
  if (emulator === null) throw new Error(`${project} is not on emulators`);
  const documents = `http://${emulator}/emulator/v1/projects/${project}/databases/(default)/documents`;
  const answer = await fetch(documents, { method: 'DELETE' });
  if (!answer.ok) throw new Error(`the documents of ${project} were not taken away: ${answer.status}`);
}
