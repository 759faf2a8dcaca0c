import type { Firestore } from 'firebase-admin/firestore';
import { isRefusal } from '../../functions/src/domain/refusal.ts';
import { readView } from '../../functions/src/entrypoints/read-view.ts';
import { PROOFS } from '../../functions/src/store/collections/proofs.ts';
import { besideView } from '../../functions/src/store/views/beside.ts';
import { at } from '../../tools/seed/random.ts';
import { expertAt, signatoryAt, staffAt, type World } from '../../tools/seed/world.ts';
import type { Measure, Meter } from './measure.ts';
import { type Growth, type Page, pagesOf, type Readers } from './pages.ts';
import { type Work, works } from './work.ts';

export interface Measured {
  readonly grows: Growth | 'all';
  readonly mostKB?: number;
  readonly measure: Measure;
}

export type Measures = ReadonlyMap<string, Measured>;

interface Asked {
  readonly world: World;
  readonly now: number;
  readonly missions: number;
  readonly meter: Meter;
}

/** Laureates whose accounts are checked: those of the first programme, at every size. */
const CHECKED = 20;

export async function measureAll(firestore: Firestore, { world, now, missions, meter }: Asked): Promise<Measures> {
  const measures = new Map<string, Measured>();
  const readers = await readersIn(firestore, world, now);
  for (const { input, reader, ...limits } of Object.values<Page>(pagesOf(readers))) {
    const measure = await meter(async () => {
      const [shown] = await Promise.all([
        readView(firestore, reader, { input, watched: { now, isStamped: false, hasScanner: false } }),
        besideView(firestore, reader, input.name),
      ]);
      if (isRefusal(shown) && input.name !== 'expertInvitation') throw new Error(`${input.name}: ${shown.message}`);
      return shown;
    });
    measures.set(`page ${input.name}`, { ...limits, measure });
  }
  const checked = world.laureates.slice(0, CHECKED).map(({ id }) => id);
  const feasible = Object.entries<Work>(works).filter(([, { most = missions }]) => missions <= most);
  for (const [name, { grows, run }] of feasible)
    measures.set(name, { grows, measure: await meter(() => run({ firestore, staff: readers.staff, now, checked })) });
  return measures;
}

/** The people of the first mission of the demonstration, and a proof. */
async function readersIn(
  firestore: Firestore,
  { programme, laureates, experts }: World,
  now: number,
): Promise<Readers> {
  const mission = at(programme.missions, 0);
  const [laureate, expert] = [at(laureates, at(mission.laureates, 0)), at(experts, mission.expert)];
  const found = await firestore.collection(PROOFS).where('laureateId', '==', laureate.id).limit(1).get();
  return {
    ...{ now, staff: staffAt(now), signatory: signatoryAt(laureate, now), expert: expertAt(expert, now) },
    ...{ laureateId: laureate.id, expertId: expert.id, missionId: mission.id },
    otherLaureateId: at(laureates, at(mission.laureates, 0) + 1).id,
    proofId: found.docs[0]?.id ?? '',
  };
}
