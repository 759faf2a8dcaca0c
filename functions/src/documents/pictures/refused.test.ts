import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../domain/refusal.ts';
import { jpeg, logo, png } from '../testing/pictures.ts';
import { readPicture } from './picture.ts';

const two = { width: 2, height: 1 } as const;

function codeOf(bytes: Uint8Array, alternative = 'Un motif'): string {
  const picture = readPicture(bytes, alternative);
  return isRefusal(picture) ? picture.code : 'accepted';
}

describe('a picture is refused, with what to do, before anything is rendered', () => {
  const header = (width: number, height: number) => {
    const bytes = png({ width, height, depth: 8, colour: 2, rows: Buffer.alloc(4) });
    return bytes;
  };
  const cut = (bytes: Buffer, from: number) => bytes.subarray(0, from);
  const flipped = (bytes: Buffer, at: number) => {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    return changed;
  };

  it.each([
    ['a GIF', Buffer.from('GIF89a'), 'picture-unknown'],
    ['nothing', Buffer.alloc(0), 'picture-unknown'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture-unknown'],
    ['a PNG cut short', cut(logo, logo.length - 20), 'picture-damaged'],
    ['a PNG with a bit changed', flipped(logo, 60), 'picture-damaged'],
    ['a PNG of no width', header(0, 2), 'picture-damaged'],
    ['a PNG of fewer rows than it says', header(9, 9), 'picture-damaged'],
    [
      'a PNG that unfolds to more than it says',
      png({ ...two, depth: 8, colour: 0, rows: Buffer.alloc(50_000_000) }),
      'picture-damaged',
    ],
    [
      'a PNG of a colour that its palette lacks',
      png({ ...two, depth: 8, colour: 3, rows: Buffer.from([0, 0, 9]), palette: [1, 2, 3] }),
      'picture-damaged',
    ],
    ['a PNG without palette', png({ ...two, depth: 8, colour: 3, rows: Buffer.from([0, 0, 0]) }), 'picture-damaged'],
    [
      'a PNG with an unknown filter',
      png({ ...two, depth: 8, colour: 0, rows: Buffer.from([7, 1, 2]) }),
      'picture-damaged',
    ],
    ['a PNG of an unknown type', png({ ...two, depth: 8, colour: 5, rows: Buffer.alloc(3) }), 'picture-unsupported'],
    ['a PNG of 100 million points', header(10_000, 10_000), 'picture-too-large'],
    ['a PNG of one endless row', header(100_000, 1), 'picture-too-large'],
    ['5 MB and more', Buffer.concat([logo, Buffer.alloc(5_000_000)]), 'picture-too-large'],
    ['a JPEG cut short', cut(jpeg.baseline, jpeg.baseline.length - 2), 'picture-damaged'],
    ['a JPEG without points', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'picture-damaged'],
    [
      'a JPEG of 65 535 points a side',
      Buffer.from(jpeg.baseline).fill(0xff, jpeg.sizeAt, jpeg.sizeAt + 4),
      'picture-too-large',
    ],
    [
      'a JPEG in arithmetic codes',
      Buffer.from(jpeg.baseline).fill(0xc9, jpeg.sizeAt - 4, jpeg.sizeAt - 3),
      'picture-unsupported',
    ],
    ['a JPEG of 12 bits', Buffer.from(jpeg.baseline).fill(12, jpeg.sizeAt - 1, jpeg.sizeAt), 'picture-unsupported'],
  ])('%s', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('without words for who does not see it', () => {
    expect(codeOf(logo, ' ')).toBe('picture-unnamed');
    expect(codeOf(logo, 'Logo')).toBe('accepted');
  });

  it('whatever byte of it is changed, it is read or refused, and nothing is thrown', () => {
    for (const bytes of [logo, jpeg.progressive]) {
      for (let at = 8; at < bytes.length; at += 3) expect(() => codeOf(flipped(bytes, at))).not.toThrow();
      for (let length = 0; length < bytes.length; length += 7) expect(() => codeOf(cut(bytes, length))).not.toThrow();
    }
  });
});
