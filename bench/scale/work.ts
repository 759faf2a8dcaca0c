import type { Firestore } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../functions/src/domain/actor.ts';
import { addDays, dayOf, type Instant } from '../../functions/src/domain/calendar.ts';
import { found, noSearch } from '../../functions/src/domain/directory/search.ts';
import { noMissionFilter } from '../../functions/src/domain/lists/missions.ts';
import { LARGEST_PAGE } from '../../functions/src/domain/lists/page.ts';
import { digestMorning, mondayOf } from '../../functions/src/domain/notifications/periods.ts';
import { isRefusal } from '../../functions/src/domain/refusal.ts';
import { lastPeriod } from '../../functions/src/domain/summaries/periods.ts';
import { settingsInForce } from '../../functions/src/store/collections/settings.ts';
import { directoryEntries, rebuildIndex } from '../../functions/src/store/directory/index-document.ts';
import { makeFigures } from '../../functions/src/store/figures/making.ts';
import { reconcileLaureate } from '../../functions/src/store/laureates/reconciling.ts';
import { rebuildList } from '../../functions/src/store/lists/list.ts';
import { expertList, laureateList, missionList } from '../../functions/src/store/lists/lists.ts';
import { dueDigests } from '../../functions/src/store/notifications/due-digests.ts';
import { waitingNow } from '../../functions/src/store/notifications/waiting.ts';
import { readSummaryFacts } from '../../functions/src/store/summaries/reading.ts';
import { missionsView } from '../../functions/src/store/views/mission-list.ts';
import { programmeLedgerView } from '../../functions/src/store/views/programme-ledger.ts';
import { fails } from '../../tools/multiply/multiply.ts';

export interface Place {
  readonly firestore: Firestore;
  readonly staff: SignedInActor;
  readonly now: Instant;
  /** The same at every size: the emulator has no index, and reads every proof to find those of one laureate. */
  readonly checked: readonly string[];
}

/** `all`: no more reads a mission, however many there are; else as a page (`pages.ts`). */
export interface Work {
  readonly grows: 'not' | 'lists' | 'all';
  /** Beyond that many missions it is not run: its queries are as many as the programme is large, and an emulator without indexes reads all for each. */
  readonly most?: number;
  readonly run: (place: Place) => Promise<unknown>;
}

/** What is done to many at once, and by nights. */
export const works = {
  'search in the missions': {
    grows: 'lists',
    run: ({ firestore, staff, now }) => {
      const page = { sort: 'since', descending: true, after: null, before: null, size: 25 } as const;
      return missionsView(firestore, staff, { filters: { ...noMissionFilter, words: 'la' }, page, now });
    },
  },
  'search in the directory': {
    grows: 'not',
    run: async ({ firestore }) => {
      const { themes } = await settingsInForce(firestore);
      return found(await directoryEntries(firestore, fails), { ...noSearch, words: 'bois' }, themes).slice(0, 25);
    },
  },
  'export of the missions': { grows: 'all', run: exportMissions },
  'export of the ledgers': { grows: 'all', run: exportLedgers },
  'digests of a Monday, all whom they tell': { grows: 'all', most: 1_000, run: toldOnMonday },
  'check of twenty accounts': {
    grows: 'not',
    run: async ({ firestore, checked, now }) => {
      for (const laureateId of checked) await reconcileLaureate(firestore, { laureateId, byName: 'bench', now });
    },
  },
  'night: the three lists': {
    grows: 'all',
    run: async ({ firestore }) => {
      await rebuildList(firestore, missionList);
      await rebuildList(firestore, laureateList);
      await rebuildList(firestore, expertList);
    },
  },
  'night: the directory': { grows: 'all', run: ({ firestore }) => rebuildIndex(firestore, fails) },
  'night: the figures': { grows: 'all', run: ({ firestore, now }) => makeFigures(firestore, now) },
  'Monday: the summary': {
    grows: 'all',
    run: async ({ firestore, now }) => {
      await readSummaryFacts(firestore, lastPeriod('week', now), now);
    },
  },
} as const satisfies Record<string, Work>;

async function exportMissions({ firestore, staff, now }: Place): Promise<number> {
  let [lines, after]: [number, string | null] = [0, null];
  do {
    const page = { sort: 'id', descending: false, after, before: null, size: LARGEST_PAGE } as const;
    const shown = await missionsView(firestore, staff, { filters: noMissionFilter, page, now });
    if (isRefusal(shown)) throw new Error(shown.message);
    lines += shown.page.rows.length;
    after = shown.page.next;
  } while (after !== null);
  return lines;
}

async function exportLedgers({ firestore, staff }: Place): Promise<number> {
  let [lines, after]: [number, string | null] = [0, null];
  do {
    const shown = await programmeLedgerView(firestore, staff, { after });
    if (isRefusal(shown)) throw new Error(shown.message);
    lines += shown.lines.length;
    after = shown.next;
  } while (after !== null);
  return lines;
}

/** On the Monday that follows: everybody who has a mail held, and of whom something is expected. Each is then told by one request of its own. */
async function toldOnMonday({ firestore, now }: Place): Promise<number> {
  const at = mondayAfter(now);
  const settings = await settingsInForce(firestore);
  const morning = digestMorning(at, settings);
  if (morning === null) throw new Error('That Monday is a holiday: run this another week');
  const { waiting } = await waitingNow(firestore, settings, at);
  return (await dueDigests(firestore, morning, at, waiting)).due.length;
}

function mondayAfter(now: Instant): Instant {
  return Date.parse(`${addDays(mondayOf(dayOf(now)), 7)}T06:45:00Z`);
}
