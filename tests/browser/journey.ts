import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { accounts } from '../../functions/src/store/collections/accounts.ts';
import { openProgramme } from '../programme.ts';
import { authHost, firestore, origin } from '../suite.ts';
import { keptSession } from './kept-session.ts';
import { launchBrowser } from './launch.ts';
import { type Arrival, type Visitor, visitor } from './visitor.ts';

interface Somebody {
  readonly uid: string;
  readonly name: string;
}

/** The people of one file of tests. */
export interface Journey {
  /** Somebody comes, with a browser of their own; signed in already where the way in is not what is looked at. */
  comes(name: string, width: number, signedIn?: Somebody): Promise<Visitor>;
  comesWithoutScripts(name: string, width: number): Promise<Visitor>;
}

/**
 * How every file in the browser begins and ends: a programme, a browser, and after each step no complaint of a page. When a step fails, there is a
 * picture of what each person saw (`.local/failures/FILE-NAME.png`).
 */
export function openJourney(file: string): Journey {
  let browser: Browser | undefined;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    [browser] = await Promise.all([launchBrowser(), openProgramme()]);
  });

  afterEach(async ({ task }) => {
    const complaints = [...visitors.values()].flatMap((one) => one.complaints.splice(0));
    if (task.result?.state === 'fail' || complaints.length > 0) await picture(file, visitors);
    expect(complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  const enter = async (name: string, width: number, as: Arrival): Promise<Visitor> => {
    if (browser === undefined) throw new Error('The browser is not open yet: come in beforeAll, or in a test.');
    const come = await visitor(browser, width, as);
    visitors.set(name, come);
    return come;
  };
  return {
    comes: async (name, width, signedIn) =>
      enter(name, width, signedIn === undefined ? {} : { storageState: await sessionOf(signedIn) }),
    comesWithoutScripts: (name, width) => enter(name, width, { javaScriptEnabled: false }),
  };
}

/** Whoever is signed in has followed a link once, which proved the address. */
async function sessionOf(person: Somebody) {
  await firestore.doc(accounts.path(person.uid)).update({ verifiedEmail: true });
  return keptSession({ origin, hosting: origin, authHost }, person);
}

async function picture(file: string, visitors: ReadonlyMap<string, Visitor>): Promise<void> {
  for (const [name, { page }] of visitors)
    if (!page.isClosed()) await page.screenshot({ path: `.local/failures/${file}-${name}.png`, fullPage: true });
}
