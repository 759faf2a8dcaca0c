export type PictureContent =
  /** A JPEG as it is, without what else it carried; four colours are those of a press. */
  | { readonly kind: 'jpeg'; readonly bytes: Uint8Array; readonly colours: 1 | 3 | 4; readonly inverted: boolean }
  /** Row by row, a byte a colour; `alpha`, a byte a point, where some of it is transparent. */
  | {
      readonly kind: 'samples';
      readonly colours: 1 | 3;
      readonly samples: Uint8Array;
      readonly alpha: Uint8Array | null;
    };

/** Width, height and content; or why there is none. */
export type ReadImage =
  | { readonly width: number; readonly height: number; readonly content: PictureContent }
  | 'damaged'
  | 'unsupported'
  | 'too-large';

const mostPoints = 4_000_000;
const longestSide = 10_000;

/** Whether an image of this size is decoded at all: asked from its header, before a byte of it is unfolded. */
export function isTooLarge(width: number, height: number): boolean {
  return Math.max(width, height) > longestSide || width * height > mostPoints;
}
