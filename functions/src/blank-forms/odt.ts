import { strToU8, type Zippable, zipSync } from 'fflate';
import { type BlankBlock, blankFormats } from '../domain/forms/blank.ts';

/** The same bytes for the same form: an entry's date is a part of them. Noon, so that no time zone puts it before what a ZIP can say. */
const SAME_DAY = new Date(Date.UTC(2000, 0, 1, 12));
const head = '<?xml version="1.0" encoding="UTF-8"?>';
const namespaces = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'office:version="1.3"',
].join(' ');

/** An OpenDocument text (OASIS ODF 1.3): French, with the styles of headings that screen readers and the navigator go by. */
export function writeOdt(title: string, blocks: readonly BlankBlock[]): Uint8Array {
  const entries: Zippable = {
    // First and stored as it is (ODF 1.3, part 2, 3.3): what the file is can be read from its first bytes.
    mimetype: [strToU8(blankFormats.odt.contentType), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
    'content.xml': strToU8(
      `${head}<office:document-content ${namespaces}><office:body><office:text>${blocks.map(markupOf).join('')}</office:text></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(styles),
    'meta.xml': strToU8(
      `${head}<office:document-meta ${namespaces}><office:meta><dc:title>${escaped(title)}</dc:title><dc:language>fr-FR</dc:language></office:meta></office:document-meta>`,
    ),
  };
  return zipSync(entries, { mtime: SAME_DAY });
}

function markupOf(block: BlankBlock): string {
  switch (block.kind) {
    case 'title':
      return paragraph('Title', block.text);
    case 'heading':
      return `<text:h text:style-name="Heading_20_${block.level}" text:outline-level="${block.level}">${written(block.text)}</text:h>`;
    case 'help':
      return paragraph('Help', block.text);
    case 'paragraph':
    case 'choice':
      return paragraph('Standard', block.text);
    case 'room':
      return '<text:p text:style-name="Standard"/>'.repeat(block.lines);
    default:
      return block satisfies never;
  }
}

function paragraph(style: string, text: string): string {
  return `<text:p text:style-name="${style}">${written(text)}</text:p>`;
}

/** Lines stay lines; white space is collapsed by readers, as in HTML. */
function written(text: string): string {
  return text.split('\n').map(escaped).join('<text:line-break/>');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const manifest = [
  head,
  '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">',
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${blankFormats.odt.contentType}"/>`,
  ...['content.xml', 'styles.xml', 'meta.xml'].map(
    (path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`,
  ),
  '</manifest:manifest>',
].join('');

interface Style {
  readonly name: string;
  readonly shown: string;
  readonly parent?: string;
  readonly level?: 1 | 2;
  readonly text?: string;
  readonly paragraph?: string;
}

const styleRows: readonly Style[] = [
  { name: 'Standard', shown: 'Standard', paragraph: 'fo:margin-bottom="0.2cm"' },
  { name: 'Title', shown: 'Title', parent: 'Standard', text: 'fo:font-size="22pt" fo:font-weight="bold"' },
  heading(1, '16pt'),
  heading(2, '13pt'),
  {
    name: 'Help',
    shown: 'Aide',
    parent: 'Standard',
    text: 'fo:font-size="10pt" fo:font-style="italic"',
    paragraph: 'fo:keep-with-next="always" fo:margin-bottom="0.2cm"',
  },
];

function heading(level: 1 | 2, size: string): Style {
  return {
    ...{ name: `Heading_20_${level}`, shown: `Heading ${level}`, parent: 'Standard', level },
    text: `fo:font-size="${size}" fo:font-weight="bold"`,
    paragraph: 'fo:keep-with-next="always" fo:margin-top="0.5cm" fo:margin-bottom="0.2cm"',
  };
}

const styles = [
  head,
  `<office:document-styles ${namespaces}><office:styles>`,
  '<style:default-style style:family="paragraph"><style:text-properties fo:language="fr" fo:country="FR" fo:font-family="\'Liberation Sans\', Arial, sans-serif" fo:font-size="11pt"/></style:default-style>',
  ...styleRows.map(styleMarkup),
  '</office:styles></office:document-styles>',
].join('');

function styleMarkup({ name, shown, parent, level, text, paragraph: around }: Style): string {
  const attributes = [
    `style:name="${name}" style:display-name="${shown}" style:family="paragraph"`,
    parent === undefined ? '' : `style:parent-style-name="${parent}"`,
    level === undefined ? '' : `style:default-outline-level="${level}"`,
  ].join(' ');
  const inside = [
    around === undefined ? '' : `<style:paragraph-properties ${around}/>`,
    text === undefined ? '' : `<style:text-properties ${text}/>`,
  ].join('');
  return `<style:style ${attributes}>${inside}</style:style>`;
}
