/** What the header and the small chunks of a PNG say (W3C PNG, third edition, 11.2). */
export interface PngShape {
  readonly width: number;
  readonly height: number;
  /** Bits a sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  readonly colour: ColourType;
  readonly interlaced: boolean;
  /** Three bytes a colour. */
  readonly palette: Uint8Array;
  /** Of a palette, an alpha a colour; otherwise the samples that are transparent, two bytes each. */
  readonly transparency: Uint8Array | null;
}

/** Samples a point, and the depths allowed, by type of colour (11.2.1). */
export const colourTypes = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
} as const;
export type ColourType = keyof typeof colourTypes;

export function isColourType(value: number): value is ColourType {
  return value in colourTypes;
}

/** Where each pass of an interlaced image begins, and its steps: Adam7 (8.1). */
const adam7 = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
] as const;

export interface Pass {
  x: number;
  y: number;
  dx: number;
  dy: number;
  width: number;
  height: number;
  rowBytes: number;
}

export function passesOf({ width, height, depth, colour, interlaced }: PngShape): Pass[] {
  const steps = interlaced ? adam7 : [{ x: 0, y: 0, dx: 1, dy: 1 }];
  return steps
    .map((step) => {
      const columns = Math.ceil((width - step.x) / step.dx);
      const rowBytes = Math.ceil((columns * colourTypes[colour].samples * depth) / 8);
      return { ...step, width: columns, height: Math.ceil((height - step.y) / step.dy), rowBytes };
    })
    .filter((pass) => pass.width > 0 && pass.height > 0);
}
