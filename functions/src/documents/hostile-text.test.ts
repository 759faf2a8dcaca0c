import { describe, expect, it } from 'vitest';
import type { DiagnosticContext, TemplateName } from './contexts.ts';
import { renderDocument } from './render.ts';
import { issuedAtMs, samples } from './samples/samples.ts';
import { faultsOf } from './testing/conformance/check.ts';
import { look, readText } from './testing/raster.ts';
import { everyElement, readStructure } from './testing/structure-reading.ts';

/** The same value at every kind of place: paragraph, heading, table cell, list item. */
function withEverywhere(value: string): DiagnosticContext {
  const { diagnostic } = samples;
  return {
    ...diagnostic,
    mission: { ...diagnostic.mission, need: value, subthemes: [value] },
    laureates: diagnostic.laureates.map((laureate) => ({ ...laureate, name: value })),
    sections: [{ title: value, questions: [{ label: value, answer: value }] }],
    devis: { ...diagnostic.devis, lines: [{ label: value, amountCents: 100 }] },
    files: diagnostic.files.map((file) => ({ ...file, fileName: value })),
  };
}

const render = (value: string) => renderDocument('diagnostic', withEverywhere(value), { issuedAtMs });

const shapeOf = async (bytes: Uint8Array) =>
  everyElement((await readStructure(bytes)).root)
    .map(({ type }) => type)
    .join(' ');

const plainShape = await shapeOf(render('Une réponse'));

/** Markup of three languages, none of which may act. `shown` is what must be read back, spaces aside. */
const markups = [
  { name: 'a Markdown heading', value: '# x' },
  { name: 'a remote image', value: '![](http://tracker.example/pixel.png)' },
  { name: 'a link', value: '[cliquez](https://evil.example/)' },
  { name: 'a cell border', value: 'a | b' },
  { name: 'a whole row', value: '| a | b |' },
  { name: 'a list', value: '- a' },
  { name: 'a quote', value: '> a' },
  { name: 'a rule', value: '---' },
  { name: 'HTML', value: '<b>gras</b><script>alert(1)</script>' },
  { name: 'an entity', value: '&lt;&amp;&nbsp;&#x41;' },
  { name: 'Handlebars', value: '{{7*7}} {{constructor.constructor}} {{{x}}}' },
  { name: 'backticks', value: '`code` ``` fin' },
  { name: 'stars and underlines', value: '**a** _b_ ~~c~~' },
  { name: 'escapes', value: '\\* \\\\ \\n' },
  { name: 'an address', value: 'https://example.org/a?b=1&c=(2)' },
  { name: 'PDF strings', value: '(a) \\(b) <</Type/Catalog>> endstream endobj ET' },
] as const;

describe('what people type never acts as markup', () => {
  it.each(markups)('$name is printed as it was typed', async ({ value }) => {
    const bytes = render(value);
    const pages = await look(bytes);
    const text = pages.map((page) => page.text).join('');
    expect(text.replaceAll(/\s/g, '')).toContain(value.replaceAll(/\s/g, ''));
    expect(await shapeOf(bytes)).toBe(plainShape);
    expect(Buffer.from(bytes).includes('/URI')).toBe(false);
  });

  it('keeps a line break inside a row in its cell', async () => {
    const bytes = render('première\nseconde');
    expect(await shapeOf(bytes)).toBe(plainShape);
    const [first] = await look(bytes);
    expect(first?.text).toMatch(/première\s+seconde/);
  });

  it('makes a paragraph of each paragraph that was typed', async () => {
    const { diagnostic } = samples;
    const one = { ...diagnostic, mission: { ...diagnostic.mission, need: 'un deux' } };
    const two = { ...diagnostic, mission: { ...diagnostic.mission, need: 'un\n\n \n\ndeux' } };
    const count = async (context: DiagnosticContext) => {
      const bytes = renderDocument('diagnostic', context, { issuedAtMs });
      return everyElement((await readStructure(bytes)).root).filter(({ type }) => type === 'P').length;
    };
    expect(await count(two)).toBe((await count(one)) + 1);
  });
});

/** Boxes stand for what no face has; nothing throws, nothing disappears. */
const scripts = [
  { name: 'decomposed letters', value: 'e\u0301te\u0301', shown: 'été' },
  { name: 'Greek', value: 'Ωμέγα', shown: 'Ωμέγα' },
  { name: 'Cyrillic', value: 'Київ', shown: 'Київ' },
  { name: 'Polish and Romanian', value: 'Łódź, Timișoara', shown: 'Łódź, Timișoara' },
  { name: 'arrows', value: 'a → b ⇒ c', shown: 'a → b ⇒ c' },
  { name: 'no-break hyphen and spaces', value: 'a\u2011b\u00A0c\u202Fd', shown: 'a\u2011b\u00A0c\u202Fd' },
  { name: 'invisible and reordering marks', value: 'ab\u202Ecd\u200Bef\uFEFF', shown: 'abcdef' },
  { name: 'control characters', value: 'a\u0000b\u0007c', shown: 'abc' },
] as const;

describe('any Unicode prints or is replaced visibly', () => {
  it.each(scripts)('$name', async ({ value, shown }) => {
    const [first] = await look(render(value));
    expect(first?.text).toContain(shown);
  });

  it.each([
    { name: 'emoji', value: '👩🏽‍🔧' },
    { name: 'right-to-left text', value: 'שלום' },
    { name: 'Chinese', value: '工坊' },
    { name: 'half of a surrogate pair', value: '\uD83D' },
    { name: 'private use, which the values use themselves', value: '\uE000\u{F0000}' },
  ])('$name shows boxes, and its ink is not nothing', async ({ value }) => {
    const bytes = render(`avant ${value} après`);
    const [without] = await look(render('avant après'));
    const [first] = await look(bytes);
    expect(first?.ink ?? 0).toBeGreaterThan(without?.ink ?? 100);
    expect(await shapeOf(bytes)).toBe(plainShape);
  });

  it('prints a field of 10 kB, in words and in one word', async () => {
    for (const value of ['mot '.repeat(2_500), 'x'.repeat(10_000), '€'.repeat(5_000)]) {
      const { diagnostic } = samples;
      const context = { ...diagnostic, mission: { ...diagnostic.mission, need: value } };
      const pages = await look(renderDocument('diagnostic', context, { issuedAtMs }));
      const text = pages.map((page) => page.text).join('');
      const sign = value.slice(0, 1);
      expect(text.split(sign).length).toBeGreaterThan(value.split(sign).length - 1);
    }
  });

  it('prints empty values', async () => {
    const pages = await look(render(''));
    expect(pages[0]?.text).toContain('Diagnostic préalable de mission');
  });
});

/** Each text of a context replaced, but days, addresses and numbers of proofs, which no one types. */
function everywhere(value: unknown, text: string): unknown {
  if (typeof value === 'string') return value === '' || /^(\d{4}-\d\d-\d\d$|https:)/.test(value) ? value : text;
  if (Array.isArray(value)) return value.map((one) => everywhere(one, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'proofId' ? one : everywhere(one, text)]),
  );
}

const templates = Object.keys(samples).filter((name): name is TemplateName => name in samples);

describe.each(templates)('in %s, whatever is typed', (template) => {
  const renderWith = (text: string): Uint8Array =>
    Reflect.apply(renderDocument, undefined, [template, everywhere(samples[template], text), { issuedAtMs }]);
  const linksIn = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').split('/URI').length;

  it('is printed as it was, and changes neither the structure nor the links', async () => {
    const plain = renderWith('Une réponse');
    const shape = await shapeOf(plain);
    // One after the other, and each at the beginning of a line.
    for (const value of [' ', '\n'].map((between) => markups.map((markup) => markup.value).join(between))) {
      const bytes = renderWith(value);
      expect((await readText(bytes)).join('').replaceAll(/\s/g, '')).toContain(value.replaceAll(/\s/g, ''));
      expect(await shapeOf(bytes)).toBe(shape);
      expect(linksIn(bytes)).toBe(linksIn(plain));
    }
  });

  it('keeps the rules of PDF/UA and PDF/A, in text, titles and feet', async () => {
    for (const text of [
      'a\u0000b\u0007 & <c>\nd',
      '👩🏽‍🔧 שלום 工坊 \uD83D',
      'x'.repeat(300),
      '(a) \\(b) <</Type/Catalog>>',
    ])
      expect(await faultsOf(renderWith(text))).toEqual([]);
  });
});
