import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import {
  type BlankFormat,
  type BlankFormName,
  blankBlocks,
  blankFileName,
  blankFormats,
  blankTitle,
} from '../domain/forms/blank.ts';
import { builtInForms } from '../domain/forms/built-in.ts';
import type { Form } from '../domain/forms/form.ts';
import { inspect } from '../store/inspection/inspect.ts';
import { writeDocx } from './docx.ts';
import { writeOdt } from './odt.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/;

type BlankForm = Form & { readonly name: BlankFormName };

/** Words that would be markup if they were not escaped, or that XML can't hold. */
const hostile: BlankForm = {
  ...builtInForms.report,
  title: 'Rapport & « bilan »\u000b\ud83d',
  sections: [
    {
      title: 'Le <b>travail</b>',
      questions: [
        {
          id: 'one',
          label: 'Coût < 3 & « plus » ?',
          help: 'Une ligne.\nDeux\u0007 ]]> "lignes".',
          kind: 'long',
          required: true,
        },
        { id: 'two', label: 'Satisfait 🙂 ?', kind: 'choice', choices: ['Oui & non', '<oui>'], required: false },
      ],
    },
  ],
};
const all: readonly BlankForm[] = [
  builtInForms.scopingNote,
  builtInForms.diagnostic,
  builtInForms.report,
  builtInForms.feedback,
  hostile,
];

const written = {
  docx: { write: writeDocx, text: 'word/document.xml', french: 'fr-FR', headings: /w:pStyle w:val="Heading([12])"/g },
  odt: {
    write: writeOdt,
    text: 'content.xml',
    french: 'fo:language="fr"',
    headings: /<text:h [^>]*text:outline-level="([12])"/g,
  },
} as const;
const formats: readonly BlankFormat[] = ['docx', 'odt'];

interface Entry {
  readonly path: string;
  readonly stored: boolean;
  readonly text: string;
}

/** The entries of a ZIP, in the order in which they are written. */
async function opened(bytes: Uint8Array): Promise<Entry[]> {
  const zip = await fromBufferPromise(Buffer.from(bytes));
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString();
    entries.push({ path: entry.fileName, stored: entry.compressionMethod === 0, text });
  }
  return entries;
}

/** All that is written in a part, each text once, in its order. */
function textsOf(xml: string): string[] {
  const parser = new XMLParser({ preserveOrder: true, trimValues: false });
  const walk = (node: unknown): string[] => {
    if (Array.isArray(node)) return node.flatMap(walk);
    if (typeof node !== 'object' || node === null) return [];
    return Object.entries(node).flatMap(([name, value]) =>
      name === '#text' ? [String(value)] : name === ':@' ? [] : walk(value),
    );
  };
  return walk(parser.parse(xml)).filter((text) => text.trim() !== '');
}

async function blank(form: BlankForm, format: BlankFormat) {
  const blocks = blankBlocks(form, 'Accompagnement sur mesure');
  const bytes = await written[format].write(blankTitle(form), blocks);
  const entries = await opened(bytes);
  return { blocks, bytes, entries, content: entries.find(({ path }) => path === written[format].text)?.text ?? '' };
}

describe.each(formats)('A blank document, %s', (format) => {
  it.each(all.map((form) => [form.title, form] as const))(
    'of « %s » says its questions, and nothing is lost',
    async (_title, form) => {
      const { blocks, entries, content } = await blank(form, format);
      for (const { path, text } of entries.filter(({ path: name }) => /\.(xml|rels)$/.test(name))) {
        expect([path, XMLValidator.validate(text)]).toEqual([path, true]);
        // Which the validator lets through, and which programs that open such files don't.
        expect([path, notXml.test(text)]).toEqual([path, false]);
      }
      const texts = blocks.flatMap((block) => ('text' in block ? block.text.split('\n') : []));
      expect(textsOf(content)).toEqual(texts);
      for (const { label } of form.sections.flatMap(({ questions }) => questions))
        expect(texts.join(' ')).toContain(label);
    },
  );

  it('has headings that a screen reader goes by, and is in French', async () => {
    const { content, entries } = await blank(builtInForms.report, format);
    expect([...content.matchAll(written[format].headings)].map(([, level]) => level)).toEqual([
      '1',
      '2',
      '2',
      '1',
      '2',
      '2',
      '2',
    ]);
    expect(entries.find(({ path }) => path.endsWith('styles.xml'))?.text).toContain(written[format].french);
  });

  it('is what it says, by the checks that deposits go through', async () => {
    const { bytes } = await blank(hostile, format);
    expect(await inspect(bytes, false)).toEqual({ contentType: blankFormats[format].contentType });
  });
});

it('An OpenDocument begins with its type, stored as it is, and is the same bytes each time', async () => {
  const { entries, bytes } = await blank(builtInForms.diagnostic, 'odt');
  expect(entries[0]).toEqual({ path: 'mimetype', stored: true, text: blankFormats.odt.contentType });
  expect(Buffer.from(bytes).toString('latin1', 30, 38)).toBe('mimetype');
  expect((await blank(builtInForms.diagnostic, 'odt')).bytes).toEqual(bytes);
});

describe('What follows a blank document', () => {
  const said = (form: BlankForm) => JSON.stringify(blankBlocks(form, 'Programme'));

  it('is its export to PDF where one is deposited, and the page where answers are given on line', () => {
    expect(said(builtInForms.report)).toContain('« Fichier › Exporter au format PDF… »');
    expect(said(builtInForms.feedback)).not.toContain('PDF');
    expect(said(builtInForms.feedback)).toContain('en ligne');
  });

  it('has a name that every system takes', () => {
    expect(blankFileName({ title: 'Rapport : suite / fin ?' }, 'odt')).toBe('Rapport   suite   fin.odt');
    expect(blankFileName({ title: 'Rapport\n\u202efin' }, 'odt')).toBe('Rapport  fin.odt');
  });
});
