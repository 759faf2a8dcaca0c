import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import { boardOf, type MissionBoard } from '../../domain/lists/board.ts';
import {
  amountsOf,
  type MissionFilters,
  type MissionLine,
  type MissionPageLine,
  type MissionSort,
  type MissionsView,
  missionLine,
  missionsPage,
} from '../../domain/lists/missions.ts';
import type { PageAsked } from '../../domain/lists/page.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { settingsInForce } from '../collections/settings.ts';
import { shares } from '../collections/shares.ts';
import { readList } from '../lists/list.ts';
import { expertList, laureateList, missionList } from '../lists/lists.ts';

export interface MissionsAsked {
  readonly filters: MissionFilters;
  readonly page: PageAsked<MissionSort>;
  readonly now: Instant;
}

/**
 * A page of the missions of the programme. Costs a read for 500 missions, one for 500 laureates, what changed since they were gathered, the settings,
 * and a share for each laureate of each line shown; never a mission itself.
 */
export async function missionsView(
  firestore: Firestore,
  actor: Actor,
  { filters, page, now }: MissionsAsked,
): Promise<MissionsView | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const { lines, ...named } = await linesNow(firestore, filters, now);
  const found = missionsPage(lines, filters, page);
  return {
    ...found,
    ...named,
    acts: actor.kind === 'staff',
    page: { ...found.page, rows: await withAmounts(firestore, found.page.rows) },
  };
}

/** The same reads for the board, and a share for each laureate of each card: six a column at most, whatever the number of missions. */
export async function missionBoardView(
  firestore: Firestore,
  actor: Actor,
  { filters, now }: Omit<MissionsAsked, 'page'>,
): Promise<MissionBoard | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const { lines, ...named } = await linesNow(firestore, filters, now);
  const board = boardOf(lines, filters);
  const cards = await withAmounts(
    firestore,
    board.columns.flatMap((column) => column.lines),
  );
  const columns = board.columns.map((column) => ({
    ...column,
    lines: cards.filter(({ state }) => state === column.state),
  }));
  return { ...board, ...named, columns };
}

/** Every mission, and the names of whom the filters name by id. */
async function linesNow(firestore: Firestore, { laureateId, expertId }: MissionFilters, now: Instant) {
  const [{ lines, laureates }, experts] = await Promise.all([
    missionLines(firestore, now),
    expertId === null ? [] : readList(firestore, expertList),
  ]);
  return {
    lines,
    laureateName: laureates.get(laureateId ?? '')?.name ?? null,
    expertName: experts.find(({ id }) => id === expertId)?.company ?? null,
  };
}

/** Every mission, with what is joined to it, for whoever may read them all: the reads of a page but its shares. */
export async function missionLines(firestore: Firestore, now: Instant) {
  const [settings, missions, listed] = await Promise.all([
    settingsInForce(firestore),
    readList(firestore, missionList),
    readList(firestore, laureateList),
  ]);
  const laureates = new Map(listed.map((laureate) => [laureate.id, laureate]));
  return { laureates, lines: missions.map((mission) => missionLine(mission, { settings, now, laureates })) };
}

/** One request: a share for each laureate of each line. */
export async function withAmounts(firestore: Firestore, lines: readonly MissionLine[]): Promise<MissionPageLine[]> {
  const paths = lines.flatMap(({ id, laureateIds }) => laureateIds.map((laureateId) => shares.path(laureateId, id)));
  const read = paths.length === 0 ? [] : await firestore.getAll(...paths.map((path) => firestore.doc(path)));
  const known = read.map(shares.read).filter((share) => share !== null);
  return lines.map((line) => ({ ...line, ...amountsOf(known.filter(({ missionId }) => missionId === line.id)) }));
}
