import { join } from 'node:path';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import { root } from '../../tools/commands.ts';
import { demonstrationSeal } from '../../tools/sealing/demonstration-seal.ts';
import { seedProgramme } from '../../tools/seed/seed.ts';
import { bucket, firestore, firestoreHost, origin, projectId } from '../suite.ts';
import { castOf } from './cast.ts';
import type { Cast } from './states.ts';

/** Enough people for every road that a mission may take, each taken once. */
const size = { laureates: 24, experts: 14, missionsOfARoad: 1 } as const;

/** Puts the demonstration in place of what the tests before left, without its triggers: its projections are made here, and no mail leaves. */
export async function playDemonstration(): Promise<Cast> {
  const documents = `http://${firestoreHost}/emulator/v1/projects/${projectId}/databases/(default)/documents`;
  await order('DELETE', documents);
  await order('PUT', `${hub()}/functions/disableBackgroundTriggers`);
  const signer = async () => readSigner({ ...(await demonstrationSeal(join(root, '.emulators'), Date.now())) });
  await seedProgramme({ firestore, bucket, origin, signer }, { now: Date.now(), size, progress: () => undefined });
  await order('PUT', `${hub()}/functions/enableBackgroundTriggers`);
  return castOf(firestore);
}

function hub(): string {
  const address = process.env.FIREBASE_EMULATOR_HUB;
  if (address === undefined) throw new Error('FIREBASE_EMULATOR_HUB is not set: run these tests with "npm test"');
  return `http://${address}`;
}

async function order(method: 'DELETE' | 'PUT', address: string): Promise<void> {
  const response = await fetch(address, { method });
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status}`);
}
