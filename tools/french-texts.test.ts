import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The domain's texts, and what is said of seals and time-stamps, are written with ordinary spaces and typographic apostrophes: pages, mails and
 * PDFs make the spaces non-breaking, which works only where a space was written. Rules of « How it should look and sound ».
 */
const root = fileURLToPath(new URL('../functions/src/', import.meta.url));
/** The markup of a workbook: no word of it is read by anybody. */
const markup = 'workbook.ts';
const files = globSync(['domain/**/*.ts', 'sealing/findings.ts', 'sealing/time-stamp/failures.ts'], {
  cwd: root,
  exclude: (name) => name.endsWith('.test.ts') || name.endsWith(markup) || name === 'testing',
});

/** Quoted and template strings, comments left out. */
function textsOf(source: string): string[] {
  const code = source.replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '').replaceAll(/(?<=[;,{]) \/\/ .*$/gm, '');
  const strings = Array.from(code.matchAll(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g), ([text]) =>
    text.slice(1, -1),
  );
  return strings.map((text) => text.replaceAll(/\$\{[^}]*\}/g, '0')).filter((text) => text.includes(' '));
}

const texts = files.flatMap((file) => textsOf(readFileSync(`${root}${file}`, 'utf8')).map((text) => ({ file, text })));

const faults: readonly (readonly [string, RegExp])[] = [
  ['a straight apostrophe', /\p{L}\\?'\p{L}/u],
  ['a point médian', /\p{L}·\p{L}/u],
  ['forms in brackets or with dots', /\p{L}\(e\)|\p{L}\.e\.?s?\b|\p{L}\.s\b/u],
  ['no space before a double sign', /[\p{L}\p{N})»](?:[;!?](?:\s|$)|:\s)/u],
  ['no space inside guillemets', /«\S|\S»/u],
  ['three dots instead of an ellipsis', /\.{3}/],
  ['straight quotes', /"/],
  ['a written figure before a sign of euros without a space', /\d€/],
  ['an anglicism or a knot', /\b(?:email|mail à l’adresse|veuillez|merci de bien vouloir|digital|process)\b/i],
];

/** The guide's own spelling, kept as it was printed. */
const quoted = new Set([
  'Appui au lancement d’une évaluation d’impact et d’utilité social(e)',
  'Accompagnement technique autour d’une ou plusieurs filière.s',
]);

describe('No text of the domain has', () => {
  it.each(faults)('%s', (_name, fault) => {
    const found = texts.filter(({ text }) => fault.test(text) && !quoted.has(text));
    expect(found).toEqual([]);
  });
});

it('The texts are found, in French', () => {
  expect(texts.filter(({ text }) => /[àâçéèêëîïôùûœ’]/.test(text)).length).toBeGreaterThan(200);
});
