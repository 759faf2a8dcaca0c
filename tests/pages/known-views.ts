import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../../tools/commands.ts';

/**
 * The views that the pages have, read in their own tables, so that a view is looked at from the day it exists: nobody has to think of it. A table
 * that is no longer found is a failure, never an empty list.
 */

/** What follows « ? » in an address: `{ vue: 'laureats' }`. */
export type Parameters = Readonly<Record<string, string>>;

const sourcesIn = (pattern: string, but = /\.test\.tsx?$/) =>
  globSync(pattern, { cwd: join(root, 'web') })
    .filter((file) => !/\.test\.tsx?$/.test(file) && !but.test(file))
    .map((file) => readFileSync(join(root, 'web', file), 'utf8'));

/** The words that `pattern` finds in the sources of one audience. */
function words(folder: string, pattern: RegExp): string[] {
  const sources = sourcesIn(`${folder}/*.{ts,tsx}`);
  const found = sources.flatMap((source) => [...source.matchAll(pattern)].flatMap(([, word]) => word ?? []));
  if (found.length === 0)
    throw new Error(`web/${folder} has no ${pattern}: say in tests/pages/known-views.ts where its views are.`);
  return [...new Set(found)];
}

/** The names of the pages that are built, the gallery of the pieces included. */
export function pageNames(): string[] {
  const built = globSync('*.html', { cwd: join(root, 'dist', 'web-emulator') });
  if (built.length === 0) throw new Error('dist/web-emulator is not built: run "npm test".');
  return built.map((file) => basename(file, '.html'));
}

export const staffWords = () => words('staff', /\bword: '([\w-]+)'/g);
export const laureateParts = () => words('staff', /\{ part: '([\w-]+)'/g);
export const figureParts = () => words('staff/figures', /\{ part: '([\w-]+)'/g);
export const exportWords = () => words('staff/exports', /\b(\w+): true[, ]/g);
/** The form that staff publish has a page for each of its sections, the first at least. */
export const registrationSteps = () => ['questions-1', ...words('registration', /\bname: '([\w-]+)', title: /g)];
export const laureateWords = () => words('laureate', /parameters\.has\('([\w-]+)'\)/g);
export const decisionSteps = () => ['lire', 'decider', ...words('decision', /^ {4}step: '([\w-]+)'/gm)];

export function expertViews(): Parameters[] {
  const views = words('expert', /get\('vue'\) === '([\w-]+)'/g).map((vue) => ({ vue }));
  const others = words('expert', /parameters\.has\('([\w-]+)'\)/g).map((word) => ({ [word]: 'oui' }));
  return [...views, ...others];
}

/** The forms of an expert, each with the action that it writes: action → word of the address. */
export function expertTasks(): ReadonlyMap<string, string> {
  const pairs = sourcesIn('expert/ExpertMission.tsx').flatMap((source) => [
    ...source.matchAll(/^ {2}(\w+): \{\s+action: '(\w+)'/gm),
  ]);
  const found = new Map(pairs.map(([, word = '', action = '']) => [action, word]));
  if (found.size === 0) throw new Error('web/expert/ExpertMission.tsx has no table of tasks any more.');
  return found;
}

/**
 * Every parameter that some page reads in its address, but those that narrow or sort a list: these are read in files named for it, and change no
 * more than which rows are there.
 */
export function readParameters(): string[] {
  const names = sourcesIn('**/*.{ts,tsx}', /(?:-address|\/filter)\.ts$/).flatMap((source) =>
    [...source.matchAll(/\.(?:get|has)\('([a-z]+)'\)/g)].flatMap(([, name]) => name ?? []),
  );
  return [...new Set(names)].sort();
}
