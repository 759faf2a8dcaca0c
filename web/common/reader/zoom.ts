/** Page width over the reader's width: 1 shows the whole width. */
export const zoomSteps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** The next step in a direction, or the same one at the end. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const steps = direction === 1 ? zoomSteps : zoomSteps.toReversed();
  return steps.find((step) => (step - zoom) * direction > 0) ?? zoom;
}

/** More pixels than that and a phone drops the canvas without a word (16 million on iOS; half of it leaves room for the neighbours). */
const MOST_PIXELS = 8_000_000;

/** Canvas pixels for one CSS pixel: the screen's own density, less for a page so large that the canvas would be lost. */
export function density(width: number, height: number, ofScreen: number): number {
  return Math.min(ofScreen, Math.sqrt(MOST_PIXELS / (width * height)));
}
