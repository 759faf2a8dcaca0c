import { join } from 'node:path';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore, Timestamp } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { HOUR } from '../../functions/src/domain/calendar.ts';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import { EXPERTS } from '../../functions/src/store/collections/experts.ts';
import { LAUREATES } from '../../functions/src/store/collections/laureates.ts';
import { MISSIONS } from '../../functions/src/store/collections/missions.ts';
import { OUTBOX } from '../../functions/src/store/collections/outbox.ts';
import { root } from '../../tools/commands.ts';
import { startEmulators } from '../../tools/emulators/launch.ts';
import { host, portsFor, requestedOffset } from '../../tools/emulators/ports.ts';
import type { Stored } from '../../tools/multiply/chains.ts';
import { addCopies, gatherAgain, readOriginal } from '../../tools/multiply/multiply.ts';
import { demonstrationSeal } from '../../tools/sealing/demonstration-seal.ts';
import { seedProgramme } from '../../tools/seed/seed.ts';
import type { World } from '../../tools/seed/world.ts';
import type { Goal } from '../goal.ts';
import { goalsOf, linesOf, type Size, type Sized } from './growth.ts';
import { meterOf } from './measure.ts';
import { measureAll } from './measuring.ts';

const HEAP = '-Xmx4g';
const projectId = 'demo-sur-mesure-scale';
/** Seventy missions for twenty-four laureates: as many a laureate as at the end of a programme. */
const seeded = { laureates: 24, experts: 14, missionsOfARoad: 4 } as const;
/** Some 70, 1 000 and 10 000 missions. */
const times = [1, 14, 143] as const;

/** What pages and nights read of a programme, of ten and of a hundred times as many missions, in this process on the emulator of Firestore. */
export async function goals(): Promise<Goal[]> {
  const ports = portsFor('bench', requestedOffset(process.argv, process.env));
  // Of two options for one thing Java takes the last: a gigabyte, which is what the suite gives, holds half of these documents.
  process.env.JAVA_TOOL_OPTIONS = HEAP;
  const emulators = await startEmulators({ projectId, ports, only: ['firestore', 'storage'], userInterface: false });
  Object.assign(process.env, emulators.env);
  const app = initializeApp({ projectId, storageBucket: `${projectId}.appspot.com` }, 'scale');
  try {
    const firestore = getFirestore(app);
    const now = Date.now();
    const place = {
      ...{ firestore, bucket: getStorage(app).bucket(), origin: `http://${host}` },
      signer: async () => readSigner({ ...(await demonstrationSeal(join(root, '.emulators'), now)) }),
    };
    const world = await seedProgramme(place, { now, size: seeded, progress: () => undefined });
    await sitAWhile(firestore, now);
    const measured = await grow(firestore, world, now);
    for (const line of linesOf(measured)) console.log(line);
    return goalsOf(measured);
  } finally {
    await deleteApp(app);
    await emulators.stop();
  }
}

/** On an emulator that has the first programme. */
export async function grow(
  firestore: Firestore,
  world: World,
  now: number,
  sizes: readonly number[] = times,
): Promise<Sized[]> {
  const meter = meterOf(firestore);
  const measured: Sized[] = [];
  const original = await readOriginal(firestore, isOver);
  for (const [place, to] of sizes.entries()) {
    await addCopies(firestore, original, { from: sizes[place - 1] ?? 1, to });
    await gatherAgain(firestore, now);
    const size = await sizeOf(firestore);
    console.log(`${size.missions} missions are there: measuring…`);
    measured.push({ size, measures: await measureAll(firestore, { world, now, missions: size.missions, meter }) });
  }
  return measured;
}

/** Of a copy, mails that left: half of all documents, read by no page but a laureate's own list of them, fifty at a time. */
const isOver = ({ path, fields }: Stored) => path.startsWith(`${OUTBOX}/`) && fields.state === 'sent';

/** As a programme of which nothing moved for an hour: its lists are gathered, and its mails left but for those that wait for a digest. */
export async function sitAWhile(firestore: Firestore, now: number): Promise<void> {
  const writer = firestore.bulkWriter();
  const changedAt = Timestamp.fromMillis(now - HOUR);
  for (const name of [MISSIONS, LAUREATES, EXPERTS]) {
    for (const { ref } of (await firestore.collection(name).select().get()).docs)
      void writer.update(ref, { changedAt });
  }
  const mails = await firestore.collection(OUTBOX).orderBy('createdAt', 'desc').select().get();
  for (const [place, { ref }] of mails.docs.entries())
    void writer.update(ref, place < HELD ? { state: 'held', heldFor: 'daily' } : { state: 'sent' });
  await writer.close();
}

/** A morning of mails that wait, of one programme. */
const HELD = 30;

async function sizeOf(firestore: Firestore): Promise<Size> {
  const counted = async (name: string) => (await firestore.collection(name).count().get()).data().count;
  return {
    missions: await counted(MISSIONS),
    laureates: await counted(LAUREATES),
    experts: await counted(EXPERTS),
  };
}
