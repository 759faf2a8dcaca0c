import { Page, type Used } from './page.ts';
import type { Owner, Strip } from './strips.ts';
import { page as sheet } from './theme.ts';

const tall = sheet.top - sheet.bottom;

/** Index after the last strip that must stay with the one at `start`. */
function chainEnd(strips: readonly Strip[], start: number): number {
  let end = start;
  while (end < strips.length - 1 && strips[end]?.keep) end += 1;
  return end + 1;
}

function heightOf(strips: readonly Strip[], start: number, end: number): number {
  let height = 0;
  for (let index = start; index < end; index += 1) {
    const strip = strips[index];
    if (strip) height += strip.height + (index === start ? 0 : strip.before);
  }
  return height;
}

/** Consecutive lines of one owner on one page, drawn together so that a block is one text object. */
interface Range {
  owner: Owner;
  top: number;
  from: number;
  to: number;
  gap: number;
}

/** Fills pages from top to bottom. A chain of kept strips that is taller than a page is cut all the same. */
export function paginate(strips: readonly Strip[], used: Used): Page[] {
  const pages: Page[] = [];
  let page = new Page(0, used);
  pages.push(page);
  let y: number = sheet.top;
  let range: Range | undefined;
  const flush = () => {
    range?.owner.draw(page, range.top, range);
    range = undefined;
  };
  const turn = () => {
    flush();
    page = new Page(pages.length, used);
    pages.push(page);
    y = sheet.top;
  };
  let kept = 0;
  strips.forEach((strip, index) => {
    const { owner, line, lines, height } = strip;
    if (index >= kept) {
      kept = chainEnd(strips, index);
      const needed = heightOf(strips, index, kept);
      if (y < sheet.top && y - strip.before - needed < sheet.bottom && needed <= tall) turn();
    }
    if (y < sheet.top && y - strip.before - height < sheet.bottom) turn();
    const atTop = y === sheet.top;
    if (atTop && pages.length > 1 && owner.repeated) {
      owner.repeated.draw(page, y);
      y -= owner.repeated.height;
    }
    const gap = atTop ? 0 : strip.before;
    y -= gap;
    if (range?.owner === owner && range.to === line) range.to = line + lines;
    else {
      flush();
      range = { owner, top: y, from: line, to: line + lines, gap };
    }
    y -= height;
  });
  flush();
  return pages;
}
