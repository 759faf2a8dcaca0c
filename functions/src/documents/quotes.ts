import type { Page } from './page.ts';
import { colours } from './theme.ts';

/** Where a quote is: its tinted ground and the bar on its left are drawn strip by strip, under whatever stands in it. */
export interface Ground {
  x: number;
  width: number;
}

const barWidth = 2.2;

/** The grounds of the quotes around a strip, outermost first. Half a point more hides the seam with the strip above. */
export function drawGrounds(page: Page, grounds: readonly Ground[], top: number, height: number): void {
  for (const { x, width } of grounds) {
    page.rectangle(x, top - height, width, height + 0.5, colours.paper);
    page.rectangle(x, top - height, barWidth, height + 0.5, colours.brick);
  }
}
