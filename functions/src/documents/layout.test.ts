import { describe, expect, it } from 'vitest';
import type { Contexts, TemplateName } from './contexts.ts';
import { renderDocument } from './render.ts';
import { issuedAtMs, samples } from './samples/samples.ts';
import { emptyMonth, emptyWeek } from './samples/samples-summaries.ts';
import { faultsOf } from './testing/conformance/check.ts';
import { readFile } from './testing/conformance/reading.ts';
import { print } from './testing/printing.ts';
import { pixelsOf, readText } from './testing/raster.ts';
import { everyElement, readStructure } from './testing/structure-reading.ts';
import { overlap, textBoxesOf } from './testing/text-boxes.ts';
import { page as sheet } from './theme.ts';
import { french } from './typography.ts';

const named = <Name extends TemplateName>(template: Name, name: string, context: Contexts[Name]) => ({
  name,
  bytes: renderDocument(template, context, { issuedAtMs }),
});
const rendered = Object.keys(samples)
  .filter((name): name is TemplateName => name in samples)
  .map((template) => named(template, template, samples[template]));

const documents = [
  ...rendered,
  named('weekly-summary', 'an empty week', emptyWeek),
  named('monthly-summary', 'an empty month', emptyMonth),
  { name: 'everything Markdown has', bytes: print(everything()) },
];

/** Each kind of block in each other one. */
function everything(): string {
  const table = '| a | b |\n|:---|---:|\n| un | 1 |\n| **Total** | **1** |';
  const quoted = (text: string) => text.replace(/^/gm, '> ');
  return [
    '# Titre',
    '## Partie',
    '### Question',
    'Un *texte* et **du gras**, `du code`, [un lien](https://example.org/).',
    '- un\n- deux\n  - deux un\n  - deux deux\n    1. premier\n    2. second\n- trois',
    '7. sept\n8. huit',
    quoted(`Une citation\n\n- avec\n- une liste\n\n${table}\n\n> et une autre dedans\n\n---\n\nfin`),
    '---',
    table,
    '```\ndu code\nsur deux lignes\n```',
  ].join('\n\n');
}

describe.each(documents)('$name', ({ bytes }) => {
  it('keeps every line inside the margins, and none over another', async () => {
    const { pages } = await readFile(bytes);
    for (const page of pages) {
      const boxes = textBoxesOf(page);
      for (const box of boxes) {
        expect(box.left).toBeGreaterThanOrEqual(sheet.margin - 0.5);
        // Lines that end at a space keep it.
        expect(box.right).toBeLessThanOrEqual(sheet.width - sheet.margin + 4);
        if (!box.artifact) expect(box.bottom).toBeGreaterThanOrEqual(sheet.bottom - 1);
      }
      const met = boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => overlap(one, other)));
      expect(met).toEqual([]);
    }
  });

  it('draws nothing outside of its margins but the rule at the top, and leaves no page nearly empty unless it is the last', async () => {
    const { pages } = await readFile(bytes);
    for (let index = 0; index < pages.length; index += 1) {
      const { inMargins, lowest } = await inkIn(bytes, index);
      expect(inMargins).toBe(0);
      if (index < pages.length - 1) expect(lowest).toBeGreaterThan(0.6);
    }
  });
});

it('a line over another is seen as such', async () => {
  const [page] = (await readFile(print('un\n\ndeux'))).pages;
  if (!page) throw new Error('no page');
  const nearer = page.operators.map((one) => (one.name === 'Td' ? { ...one, operands: [70, 500] } : one));
  const [one, other] = textBoxesOf({ ...page, operators: nearer });
  expect(one && other && overlap(one, other)).toBe(true);
});

/** Points drawn in the margins, and how far down the page the text goes, in parts of its height. */
async function inkIn(bytes: Uint8Array, index: number): Promise<{ inMargins: number; lowest: number }> {
  const scale = 1;
  const { width, height, at } = await pixelsOf(bytes, index, scale);
  const isInk = (x: number, y: number) => at(x, y).some((value) => value < 245);
  const [side, head, foot] = [sheet.margin - 2, sheet.accentHeight + 2, sheet.height - sheet.bottom];
  let inMargins = 0;
  let lowest = 0;
  for (let y = Math.ceil(head); y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isInk(x, y)) continue;
      if (x < side || x > width - side || y > height - 20) inMargins += 1;
      if (y < foot) lowest = Math.max(lowest, y / height);
    }
  }
  return { inMargins, lowest };
}

const paragraph = (words: number) => Array.from({ length: words }, (_word, index) => `mot${index}`).join(' ');
const lines = (count: number) => Array.from({ length: count }, (_line, index) => `ligne ${index + 1}`).join('\\\n');

describe('a block', () => {
  it('that is a list holds lists, and each item says its own number', async () => {
    const bytes = print(everything());
    const [text = ''] = await readText(bytes);
    for (const words of ['1. premier', '2. second', '7. sept', '8. huit', '• deux un'])
      expect(text.replaceAll(/\s+/g, ' ')).toContain(words);
    const lists = everyElement((await readStructure(bytes)).root).filter(({ type }) => type === 'L');
    expect(lists.map((list) => everyElement(list).filter(({ type }) => type === 'L').length)).toEqual([3, 2, 1, 1, 1]);
  });

  it('that is a quote has one ground, whatever stands in it, and goes on over pages', async () => {
    const bytes = print(`# Titre\n\n> ${lines(80).replaceAll('\n', '\n> ')}`);
    const { pages } = await readFile(bytes);
    expect(pages.length).toBeGreaterThan(1);
    for (let index = 0; index < pages.length; index += 1) {
      const { at } = await pixelsOf(bytes, index, 1);
      // The bar, beside a line of text near the top of each page.
      expect(at(sheet.margin + 1, index === 0 ? 200 : 110)).toEqual([180, 67, 31]);
    }
    const { at } = await pixelsOf(print('> - un\n> - deux\n>\n> | a | b |\n> |---|---|\n> | c | d |'), 0, 1);
    for (let y = 84; y < 170; y += 1) expect(at(sheet.margin + 1, y)).toEqual([180, 67, 31]);
  });

  it('that is a rule is drawn, and is nothing to who listens', async () => {
    const bytes = print('un\n\n---\n\ndeux');
    const kinds = everyElement((await readStructure(bytes)).root).map(({ type }) => type);
    expect(kinds).toEqual(['Document', 'P', 'P']);
    const { height, at } = await pixelsOf(bytes, 0, 2);
    const rows = Array.from({ length: height }, (_row, y) => y).filter((y) =>
      at(sheet.width, y).some((one) => one < 240),
    );
    // The accent at the top, the rule, and the one above the foot.
    expect(rows.filter((y) => y > 150 && y < 300).length).toBeGreaterThan(0);
  });

  it('that is a heading is never left without the text below it', async () => {
    for (let filling = 30; filling < 60; filling += 1) {
      const bytes = print(`# Titre\n\n${lines(filling)}\n\n## Seul\n\n### Question\n\nla suite\n\nencore`);
      const page = (await readText(bytes)).find((text) => text.includes('Seul'));
      expect(page).toMatch(/Seul[\s\S]*Question[\s\S]*la suite/);
    }
  });

  it('that is a paragraph leaves no line alone, at the foot of a page or at the top of the next', async () => {
    let parted = 0;
    for (let filling = 30; filling < 50; filling += 1) {
      const texts = await readText(print(`# Titre\n\n${lines(filling)}\n\n${paragraph(70)}`));
      const shown = texts.map((text) => text.split(/\r?\n/).filter((line) => /mot\d/.test(line)).length);
      expect(shown.filter((count) => count === 1)).toEqual([]);
      if (shown.filter((count) => count > 0).length === 2) parted += 1;
    }
    // Otherwise nothing would have been seen.
    expect(parted).toBeGreaterThan(0);
  });

  it('that is a heading may be underlined, and HTML is shown as it was written', async () => {
    const bytes = print('Titre\n=====\n\nPartie\n------\n\n<b>gras</b>');
    const kinds = everyElement((await readStructure(bytes)).root).map(({ type }) => type);
    expect(kinds).toEqual(['Document', 'H1', 'H2', 'P']);
    expect((await readText(bytes)).join()).toContain('<b>gras</b>');
  });

  it('that is a heading skips no level, whatever the template says', async () => {
    const bytes = print('### Trop bas\n\ntexte\n\n### Encore\n\n# Titre\n\n### Question');
    expect(await faultsOf(bytes)).toEqual([]);
    const kinds = everyElement((await readStructure(bytes)).root).flatMap(({ type }) =>
      /^H\d/.test(type) ? [type] : [],
    );
    expect(kinds).toEqual(['H1', 'H2', 'H1', 'H2']);
  });

  it('keeps the rules of PDF/UA and PDF/A, whatever stands in what', async () => {
    expect(await faultsOf(print(everything()))).toEqual([]);
  });
});

describe('bookmarks', () => {
  it('name the sections, and the questions below them, where they are', async () => {
    const { document } = await readFile(renderDocument('diagnostic', samples.diagnostic, { issuedAtMs }));
    const text = document.context.enumerateIndirectObjects().map(([, object]) => String(object));
    const titles = text
      .filter((one) => one.includes('/Dest'))
      .map((one) => /Title <feff([0-9a-f]+)>/.exec(one)?.[1] ?? '');
    const read = titles.map((hexadecimal) => Buffer.from(hexadecimal, 'hex').swap16().toString('utf16le'));
    for (const { title, questions } of samples.diagnostic.sections) {
      for (const heading of [title, ...questions.map(({ label }) => label)]) expect(read).toContain(french(heading));
    }
    expect(read).toContain('Le besoin');
    expect(read).not.toContain('Diagnostic préalable de mission');
  });
});
