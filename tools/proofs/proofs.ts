import { getStorage } from 'firebase-admin/storage';
import { faultSentence } from '../../functions/src/domain/subsidy/ledger-fault.ts';
import { brokenChains } from '../../functions/src/store/proofs/chain-reading.ts';
import { copyProofs } from '../../functions/src/store/proofs/copying.ts';
import { indexProofs } from '../../functions/src/store/proofs/named-files.ts';
import { connect } from '../target.ts';
import { readOptions, usage } from './options.ts';

const options = readOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else {
  const firestore = connect(options);
  const { proofs, missing } = await indexProofs(firestore, options.apply);
  console.log(
    `Preuves relues : ${proofs}. Empreintes ${options.apply ? 'ajoutées' : 'qui manquent (--apply les ajoute)'} : ${missing}.`,
  );
  if (options.copy !== null) {
    const { from, to } = options.copy;
    const storage = getStorage();
    const { copied } = await copyProofs(firestore, { from: storage.bucket(from), to: storage.bucket(to) });
    console.log(`Copiés dans gs://${to} : ${copied} ; le reste y était.`);
  }
  const broken = await brokenChains(firestore);
  for (const { laureateId, fault } of broken) console.log(`${laureateId} : ${faultSentence(fault)}`);
  console.log(`Suites de preuves qui ne concordent pas : ${broken.length}.`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
