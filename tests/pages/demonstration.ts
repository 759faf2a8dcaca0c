import { join } from 'node:path';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import { wipeDocuments } from '../../tools/backup/wiping.ts';
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
  // Waits for those that still work.
  await order('disableBackgroundTriggers');
  await wipeDocuments({ project: projectId, emulator: firestoreHost });
  const signer = async () => readSigner({ ...(await demonstrationSeal(join(root, '.emulators'), Date.now())) });
  await seedProgramme({ firestore, bucket, origin, signer }, { now: Date.now(), size, progress: () => undefined });
  await order('enableBackgroundTriggers');
  return castOf(firestore);
}

async function order(name: 'disableBackgroundTriggers' | 'enableBackgroundTriggers'): Promise<void> {
  const hub = process.env.FIREBASE_EMULATOR_HUB;
  if (hub === undefined) throw new Error('FIREBASE_EMULATOR_HUB is not set: run these tests with "npm test"');
  const response = await fetch(`http://${hub}/functions/${name}`, { method: 'PUT' });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
}
