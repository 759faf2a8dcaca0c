import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { readOptions, usage } from './options.ts';
import { runLedger } from './run.ts';

const options = readOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else {
  if (options.emulator) process.env.FIRESTORE_EMULATOR_HOST = options.emulator;
  initializeApp({ projectId: options.project });
  const world = { firestore: getFirestore(), now: Date.now(), newId, say: (text: string) => console.log(text) };
  process.exitCode = await runLedger(options, world);
}
