import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/commands.ts';
import { FONTS_KB, scriptBudgets } from './budgets.ts';
import { builtFile, fontsKb, holdsFirestore, namedScripts, sentKb } from './built-pages.ts';

/** Pages that are a file of the build; the bench measures the others too, in a browser. */
const built = scriptBudgets.filter(({ path }) => namedScripts(path).length > 0 && path !== '/');

describe('what is built to be deployed', () => {
  it('has every page of the signed-in spaces', () => {
    expect(built.map(({ name }) => name)).toEqual(['decision', 'laureate', 'expert', 'staff']);
  });

  it.each(built)('sends no more JavaScript than its budget before any action: $name', ({ path, scriptKb }) => {
    const scripts = namedScripts(path);
    const kb = scripts.reduce((total, script) => total + sentKb(builtFile(script)), 0);
    expect(kb).toBeLessThanOrEqual(scriptKb);
    expect(scripts.filter((script) => holdsFirestore(builtFile(script)))).toEqual([]);
  });

  it('would be found to hold the whole Firestore library, which the mark tells from the small one', () => {
    const library = (folder: string) =>
      globSync(`node_modules/@firebase/firestore/dist/${folder}common-????????.esm.js`, { cwd: root });
    const holds = (folder: string) => library(folder).map((file) => holdsFirestore(readFileSync(join(root, file))));
    expect([holds(''), holds('lite/')]).toEqual([[true], [false]]);
  });

  it('sends typefaces within their budget', () => {
    expect(fontsKb()).toBeGreaterThan(0);
    expect(fontsKb()).toBeLessThanOrEqual(FONTS_KB);
  });
});
