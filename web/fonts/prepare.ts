/**
 * Cuts the two typefaces of the pages down to what French needs and writes them beside this file.
 *
 * Run by hand (`node web/fonts/prepare.ts`) when a typeface or the character list changes; the results are committed, because a
 * page build should not depend on a font compiler. The budget of both files together is 45 KB: over it, the script fails.
 */
import { readFile, writeFile } from 'node:fs/promises';
// biome-ignore lint/style/noRestrictedImports: a build step run by Node, no part of a page.
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const budgetBytes = 45 * 1024;

const basicLatin = Array.from({ length: 0x7e - 0x20 + 1 }, (_, offset) => String.fromCodePoint(0x20 + offset)).join('');
const accented = 'ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŒŸàâäæçèéêëîïôöùûüÿœÁÍÓÚÑÃÕÅØáíóúñãõåøß';
const typography = '\u00a0«»“”„‘’‚–—…•·‹›°§©€²³½¼¾×−';

const typefaces = [
  {
    // One weight: all headings wear it, and a second one with its kerning would cost 10 KB (measured: 26.4 KB for 600-700, 16.2 for 700).
    source: '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
    target: 'bricolage-grotesque.woff2',
    axes: { wght: 700 },
  },
  {
    source: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
    target: 'source-sans-3.woff2',
    axes: { wght: { min: 400, max: 700, default: 400 } },
  },
] as const;

/** What a page uses: kerning, composed marks, localised forms, aligned figures. Stylistic sets and small capitals weigh more than the text. */
const cut = { targetFormat: 'woff2', keepFeatures: ['kern', 'ccmp', 'locl', 'tnum', 'lnum'], noHinting: true } as const;

const require = createRequire(import.meta.url);

async function prepare({ source, target, axes }: (typeof typefaces)[number]): Promise<number> {
  const original = await readFile(require.resolve(source));
  const subset = await subsetFont(original, basicLatin + accented + typography, { ...cut, variationAxes: axes });
  await writeFile(new URL(target, import.meta.url), subset);
  return subset.length;
}

let totalBytes = 0;
for (const typeface of typefaces) {
  totalBytes += await prepare(typeface);
}
process.stdout.write(`Typefaces: ${(totalBytes / 1024).toFixed(1)} KB of ${budgetBytes / 1024}\n`);
if (totalBytes > budgetBytes) {
  process.exitCode = 1;
}
