import { breakLines, type Line, measure } from './lines.ts';
import type { Page } from './page.ts';
import { colours, millimetres, type StyleName, settings, page as sheet } from './theme.ts';

/** What stands on each page around the text. */
export interface Furniture {
  programme: string;
  documentName: string;
  /** What the document is, its version, where to check it. */
  notice: string;
  /** Between both, in large letters: nobody takes the page for what it is not. */
  mark?: string;
}

const { small } = settings;
/** Between the rule at the edge and the line of the header. */
const MARK_SIZE = 19;

function oneLine(text: string, style: StyleName, width: number): Line[] {
  return breakLines(measure([{ text, style }], small.size), width).slice(0, 1);
}

/** Header, footer and « page x / y »: outside the structure, since nobody wants to hear them on each page. */
export function drawFurniture(pages: readonly Page[], { programme, documentName, notice, mark }: Furniture): void {
  const left = sheet.margin;
  const right = sheet.width - sheet.margin;
  const half = sheet.textWidth / 2 - 10;
  const name = oneLine(programme, 'strong', half);
  const title = oneLine(documentName, 'text', half);
  const noticeLines = breakLines(measure([{ text: notice, style: 'text' }], small.size), sheet.textWidth - 80).slice(
    0,
    3,
  );
  const large =
    mark === undefined ? [] : breakLines(measure([{ text: mark, style: 'strong' }], MARK_SIZE), half).slice(0, 1);
  const middle = (sheet.width + (large[0]?.width ?? 0)) / 2;
  const common = { leading: small.leading, colour: small.colour, element: undefined };
  const headerBaseline = sheet.height - millimetres(16);
  const footerTop = millimetres(19);
  pages.forEach((page, index) => {
    page.rectangle(0, sheet.height - sheet.accentHeight, sheet.width, sheet.accentHeight, colours.brick);
    page.text(name, { ...common, x: left, baseline: headerBaseline, colour: colours.ink });
    page.text(title, { ...common, x: left, rightEdge: right, baseline: headerBaseline });
    if (large.length > 0)
      page.text(large, {
        ...common,
        x: left,
        rightEdge: middle,
        baseline: sheet.height - millimetres(11),
        colour: colours.brick,
      });
    page.rectangle(left, footerTop, sheet.textWidth, 0.5, colours.line);
    page.text(noticeLines, { ...common, x: left, baseline: footerTop - 11 });
    const number = oneLine(`page ${index + 1} / ${pages.length}`, 'text', half);
    page.text(number, { ...common, x: left, rightEdge: right, baseline: footerTop - 11 });
  });
}
