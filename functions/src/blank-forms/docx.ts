import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { BlankBlock } from '../domain/forms/blank.ts';

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;
/** Half-points, and twentieths of a point. */
const HELP_SIZE = 20;
const AFTER = 120;

/** A Word document: French, with the styles of headings that screen readers and the table of contents go by. */
export async function writeDocx(title: string, blocks: readonly BlankBlock[]): Promise<Uint8Array> {
  const document = new Document({
    title,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: 'fr-FR' } } },
        title: { run: { size: 44, bold: true } },
        heading1: { run: { size: 32, bold: true, color: '1F2430' } },
        heading2: { run: { size: 26, bold: true, color: '1F2430' } },
      },
    },
    sections: [{ children: blocks.flatMap(paragraphsOf) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function paragraphsOf(block: BlankBlock): Paragraph[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.TITLE })];
    case 'heading':
      return [new Paragraph({ text: block.text, heading: headings[block.level], keepNext: true })];
    case 'help':
      return [new Paragraph({ children: linesOf(block.text, { italics: true, size: HELP_SIZE }), keepNext: true })];
    case 'paragraph':
    case 'choice':
      return [new Paragraph({ children: linesOf(block.text, {}), spacing: { after: AFTER } })];
    case 'room':
      return Array.from({ length: block.lines }, () => new Paragraph({}));
    default:
      return block satisfies never;
  }
}

function linesOf(text: string, run: { readonly italics?: boolean; readonly size?: number }): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ ...run, text: line, break: index === 0 ? 0 : 1 }));
}
