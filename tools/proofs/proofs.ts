import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { indexProofs } from '../../functions/src/store/proofs/named-files.ts';
import { readOptions, usage } from './options.ts';

const options = readOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else {
  if (options.emulator) process.env.FIRESTORE_EMULATOR_HOST = options.emulator;
  initializeApp({ projectId: options.project });
  const { proofs, missing } = await indexProofs(getFirestore(), options.apply);
  console.log(
    `Preuves relues : ${proofs}. Empreintes ${options.apply ? 'ajoutées' : 'qui manquent (--apply les ajoute)'} : ${missing}.`,
  );
}
