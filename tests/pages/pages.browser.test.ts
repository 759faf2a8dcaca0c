import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { playDemonstration } from './demonstration.ts';
import { type Faults, Readers, Watcher } from './looking.ts';
import { someCast } from './some-cast.ts';
import { type PageState, statesOf } from './states.ts';

/** More than the cores of a small machine: a page also waits for its server. */
const LANES = 2;
/** `/experts` for each expert of them: which one is looked at is known once there is a demonstration. */
const pageOf = ({ path }: PageState) => /^\/[^/?#]*/.exec(path)?.[0] ?? path;
const pages = [...new Set(statesOf(someCast).map(pageOf))];

/** Every page in every state that the demonstration has, as everybody who opens it: the list is made from the pages' own tables. */
let browser: Browser;
let states: readonly PageState[];
let readers: Readers;
let lanes: readonly Watcher[];
const titles = new Map<string, Set<string>>();

beforeAll(async () => {
  browser = await launchBrowser();
  readers = new Readers(browser);
  lanes = Array.from({ length: LANES }, () => new Watcher(readers));
  states = statesOf(await playDemonstration());
}, 240_000);

afterAll(async () => {
  await browser?.close();
});

/** Looks at these, as many at once as there are lanes, and tells what is wrong where. */
async function faultsIn(
  looked: readonly PageState[],
  look: (watcher: Watcher, state: PageState) => Promise<Faults>,
): Promise<Record<string, Faults>> {
  const faults: Record<string, Faults> = {};
  const left = [...looked];
  const follow = async (watcher: Watcher) => {
    for (let state = left.shift(); state !== undefined; state = left.shift()) {
      const found = await look(watcher, state).catch((error: Error) => [error.message]);
      if (found.length > 0) faults[`${state.name} (${state.width}, ${state.theme})`] = found;
    }
  };
  await Promise.all(lanes.map(follow));
  return faults;
}

describe('every page', () => {
  it.each(pages)(
    '%s has nothing serious for axe, no sideways scroll, a title, and speaks to nobody else',
    async (path) => {
      const ofPage = states.filter((state) => pageOf(state) === path);
      expect(ofPage).not.toEqual([]);
      const faults = await faultsIn(ofPage, async (watcher, state) => {
        const found = await watcher.look(state);
        const page = await watcher.page(state.reader);
        const title = `${await page.title()}, for ${state.reader?.uid ?? 'anybody'}`;
        // Shown inside a page of somebody else, which has its own title.
        if (state.path !== '/annuaire/integre') titles.set(title, (titles.get(title) ?? new Set()).add(path));
        return found;
      });
      expect(faults).toEqual({});
    },
  );

  it('has a title that its reader meets on no other', () => {
    expect([...titles].filter(([, pages]) => pages.size > 1).map(([title]) => title)).toEqual([]);
  });

  it('opens dialogs, menus and forms, each kind of which was looked at', () => {
    expect(readers.openings.missing()).toEqual([]);
  });
});
