import type { Day, Instant } from '../../functions/src/domain/calendar.ts';
import { cardsOf } from '../../functions/src/entrypoints/schedules/cards.ts';
import { deadlinesOf, tasksOf } from '../../functions/src/entrypoints/schedules/deadlines.ts';
import { digestsOf } from '../../functions/src/entrypoints/schedules/digests.ts';
import { summariesOf } from '../../functions/src/entrypoints/schedules/summaries.ts';
import { OUTBOX, outbox, type QueuedMail } from '../../functions/src/store/collections/outbox.ts';
import type { Move } from '../seed/playing.ts';
import type { DemonstrationProgramme, PlannedMission } from '../seed/programme.ts';
import { fillDossiers, openProgramme, seatExperts, seatLaureates } from '../seed/settling.ts';
import type { Place, World } from '../seed/world.ts';

/** The programme before its first day: its rules, its people, their dossiers. */
export async function open(stage: Place, programme: DemonstrationProgramme): Promise<World> {
  await openProgramme(stage, programme.settings, programme.importedAt);
  const laureates = await seatLaureates(stage, programme);
  await fillDossiers(stage, laureates, programme.importedAt);
  const experts = await seatExperts(stage, programme.experts);
  return { stage, programme, laureates, experts };
}

export type Schedule = (firestore: Place['firestore'], now: Instant) => Promise<number>;

/**
 * What runs each morning, at its hour; together where neither finds what the other writes, as two schedules of the service do. Summer time moves them by an
 * hour of Paris: theirs to bear.
 */
export const mornings: readonly (readonly (readonly [hour: number, run: Schedule])[])[] = [
  [[4, tasksOf]],
  [[7, summariesOf]],
  [
    [7.5, deadlinesOf],
    [7.67, cardsOf],
  ],
  [[7.75, digestsOf]],
];
/** In the order of time, as many together as have nobody in common: whom a move may tell of waits for what it tells. */
export function apart(moves: readonly Move[]): Move[][] {
  const groups: Move[][] = [];
  for (const move of moves) {
    const last = groups.at(-1);
    if (last === undefined || last.some(({ mission }) => meet(mission, move.mission))) groups.push([move]);
    else last.push(move);
  }
  return groups;
}

/** The ids of those in which one of these steps is to be taken. */
export function missionsWithSteps(moves: readonly Move[]): Set<string> {
  return new Set(moves.map(({ mission }) => mission.id));
}

/** Whether somebody takes part in both. */
function meet(one: PlannedMission, other: PlannedMission): boolean {
  return one.expert === other.expert || one.laureates.some((laureate) => other.laureates.includes(laureate));
}

/** Takes out, and answers, the mails that were queued before that day and ended. */
export async function takeOut({ firestore }: Place, before: Day): Promise<QueuedMail[]> {
  const found = await firestore
    .collection(OUTBOX)
    .where('createdAt', '<', Date.parse(`${before}T00:00:00Z`))
    .get();
  const over = ['sent', 'gathered', 'superseded'];
  const ended = found.docs.filter((snapshot) => over.includes(snapshot.get('state')));
  const writer = firestore.bulkWriter();
  for (const { ref } of ended) void writer.delete(ref);
  await writer.close();
  return outbox.list(ended);
}
