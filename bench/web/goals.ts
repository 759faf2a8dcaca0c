import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { keptSession } from '../../tests/browser/kept-session.ts';
import { launchBrowser } from '../../tests/browser/launch.ts';
import { buildAll } from '../../tools/build/build.ts';
import { root } from '../../tools/commands.ts';
import { host, portsFor, requestedOffset } from '../../tools/emulators/ports.ts';
import { connectTo } from '../../tools/seed/connection.ts';
import { startDemonstration } from '../../tools/seed/demonstration.ts';
import { smallSize } from '../../tools/seed/programme.ts';
import type { Goal, Measured } from '../goal.ts';
import { median } from '../median.ts';
import {
  type BudgetedPage,
  DECISION_COLD_MS,
  DECISION_WARM_MS,
  DIRECTORY_PAINT_MS,
  FONTS_KB,
  scriptBudgets,
} from './budgets.ts';
import { builtFile, fontsKb, namedScripts, sentKb } from './built-pages.ts';
import { deliver } from './delivery.ts';
import { directoryGoals } from './directory.ts';
import { firstPaint, type Kept, readyTimes, requestedScripts, showsWithoutScript, type Visit } from './visits.ts';

const ROUNDS = 5;
const projectId = 'demo-sur-mesure-bench';
const silent = () => undefined;

/** An expert of the directory, however the page is made. */
const EXPERT = 'main article, main li.card, main .card';
const DECIDE = 'a[href*="etape=decider"]';

/** The pages as they are deployed, in front of the demonstration. */
export async function goals(): Promise<Goal[]> {
  await buildAll(['production', 'emulator'], silent);
  const ports = portsFor('bench', requestedOffset(process.argv, process.env));
  const demonstration = await startDemonstration({
    ...{ projectId, ports, inboxPorts: { smtp: 0, web: 0 }, folder: join(root, '.local', 'bench-web'), reset: true },
    ...{ size: smallSize, stopOnSignals: true, progress: silent },
  });
  const delivery = await deliver(ports);
  try {
    const browser = await launchBrowser(delivery.browserArguments);
    const place = {
      origin: delivery.origin,
      hosting: `http://${host}:${ports.hosting}`,
      authHost: `${host}:${ports.auth}`,
    };
    const visits = await visitsOf(browser, place, demonstration.suite);
    const found = await measure(browser, delivery.origin, visits);
    await browser.close();
    return [...found, ...(await directoryGoals())];
  } finally {
    delivery.stop();
    await demonstration.suite.stop();
  }
}

type Place = Parameters<typeof keptSession>[0];
type Suite = Parameters<typeof connectTo>[0];

/** Each page as the first of the demonstration that it is made for. */
async function visitsOf(browser: Browser, place: Place, suite: Suite): Promise<Record<BudgetedPage, Visit>> {
  const { stage, disconnect } = connectTo(suite, projectId);
  const { users } = await stage.auth.listUsers();
  await disconnect();
  const enter = (page: string, role: RegExp): Promise<Kept> => {
    const user = users.find(({ customClaims }) => {
      const { demonstration } = customClaims ?? {};
      return demonstration?.page === page && role.test(demonstration.role);
    });
    if (user === undefined) throw new Error(`The demonstration has nobody for ${page}.`);
    return keptSession(place, { uid: user.uid, name: user.displayName ?? '' });
  };
  const laureate = await enter('/laureat', /devis à valider/);
  const decision = await decisionOf(browser, place.origin, laureate);
  return {
    directory: { address: '/', kept: undefined },
    decision: { address: decision, kept: laureate },
    laureate: { address: '/laureat', kept: laureate },
    expert: { address: '/expert', kept: await enter('/expert', /des missions en cours/) },
    staff: { address: '/equipe', kept: await enter('/equipe', /Équipe/) },
  };
}

async function decisionOf(browser: Browser, baseURL: string, storageState: Kept): Promise<string> {
  const context = await browser.newContext({ baseURL, storageState });
  const page = await context.newPage();
  await page.goto('/laureat');
  const address = await page.locator('a[href^="/decision?"]').first().getAttribute('href');
  await context.close();
  if (address === null) throw new Error('No devis waits for a decision in the demonstration.');
  return address;
}

async function measure(browser: Browser, origin: string, visits: Record<BudgetedPage, Visit>): Promise<Goal[]> {
  const lines: Measured[] = [];
  let firestoreKb = 0;
  let strangers = 0;
  for (const { name, path, scriptKb } of scriptBudgets) {
    const asked = await requestedScripts(browser, origin, visits[name]);
    const named = namedScripts(path);
    // What the HTML names and the browser never asked for would still be sent to another browser.
    const others = named.filter((script) => !asked.paths.includes(script));
    const ours = asked.kb + others.reduce((total, script) => total + sentKb(builtFile(script)), 0);
    firestoreKb += asked.firestoreKb;
    strangers += asked.strangers;
    lines.push({ name: `${name}: JavaScript before any action`, ours, reference: scriptKb, goal: 1, unit: 'KB' });
    if (name === 'directory') lines.push(await withoutScript(browser, origin, visits.directory, ours));
  }
  lines.push({ name: 'whole Firestore library, all pages', ours: firestoreKb, reference: 0, goal: 1, unit: 'KB' });
  lines.push({
    name: 'requests to strangers, policy refusals',
    ours: strangers,
    reference: 0,
    goal: 1,
    unit: 'operations',
  });
  lines.push({ name: 'typefaces together', ours: fontsKb(), reference: FONTS_KB, goal: 1, unit: 'KB' });
  return [...lines, ...(await underThirdGeneration(browser, origin, visits))];
}

/** What the directory can't be read without. */
async function withoutScript(browser: Browser, origin: string, visit: Visit, scriptKb: number): Promise<Measured> {
  const reads = await showsWithoutScript(browser, origin, visit, EXPERT);
  return { name: 'directory: JavaScript it needs', ours: reads ? 0 : scriptKb, reference: 0, goal: 1, unit: 'KB' };
}

async function underThirdGeneration(
  browser: Browser,
  origin: string,
  { decision, directory }: Record<BudgetedPage, Visit>,
): Promise<Measured[]> {
  const times: { readonly cold: number; readonly warm: number }[] = [];
  const paints: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push(await readyTimes(browser, origin, decision, DECIDE));
    paints.push(await firstPaint(browser, origin, directory));
  }
  const line = (name: string, values: readonly number[], reference: number): Measured => ({
    ...{ name, ours: median(values), reference, goal: 1, unit: 'ms' },
  });
  return [
    line(
      '3G, decision ready, empty cache',
      times.map(({ cold }) => cold),
      DECISION_COLD_MS,
    ),
    line(
      '3G, decision ready, warm cache',
      times.map(({ warm }) => warm),
      DECISION_WARM_MS,
    ),
    line('3G, first paint of the directory', paints, DIRECTORY_PAINT_MS),
  ];
}
