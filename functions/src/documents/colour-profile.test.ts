import { describe, expect, it } from 'vitest';
import { colourProfile } from './colour-profile.ts';

const profile = Buffer.from(colourProfile);

function tag(signature: string): Buffer {
  for (let index = 0; index < profile.readUInt32BE(128); index += 1) {
    const at = 132 + index * 12;
    if (profile.toString('latin1', at, at + 4) !== signature) continue;
    const start = profile.readUInt32BE(at + 4);
    return profile.subarray(start, start + profile.readUInt32BE(at + 8));
  }
  throw new Error(`no ${signature}`);
}

const fixedIn = (bytes: Buffer, from = 8) =>
  Array.from({ length: (bytes.length - from) / 4 }, (_, index) => bytes.readInt32BE(from + index * 4) / 65_536);

describe('the colour profile', () => {
  it('is as long as it says, each tag inside of it and at a multiple of four bytes (ICC.1, 7.3)', () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    for (const signature of ['desc', 'cprt', 'wtpt', 'chad', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']) {
      expect(tag(signature).byteOffset % 4).toBe(profile.byteOffset % 4);
      expect(tag(signature).length).toBeGreaterThan(12);
    }
  });

  it('makes the white of profiles of all three colours together', () => {
    const [red, green, blue] = ['rXYZ', 'gXYZ', 'bXYZ'].map((signature) => fixedIn(tag(signature)));
    const white = [0, 1, 2].map((axis) => (red?.[axis] ?? 0) + (green?.[axis] ?? 0) + (blue?.[axis] ?? 0));
    fixedIn(tag('wtpt')).forEach((value, axis) => {
      expect(white[axis]).toBeCloseTo(value, 3);
    });
  });

  it('leads the white of sRGB (D65) to it', () => {
    const matrix = fixedIn(tag('chad'));
    const daylight = [0.95047, 1, 1.08883];
    fixedIn(tag('wtpt')).forEach((value, row) => {
      const found = daylight.reduce((sum, one, column) => sum + one * (matrix[row * 3 + column] ?? 0), 0);
      expect(found).toBeCloseTo(value, 3);
    });
  });

  it.each([
    [0, 0],
    [0.02, 0.001_548],
    [0.04045, 0.003_131],
    [0.5, 0.214_041],
    [1, 1],
  ])('has the curve of sRGB: %f is %f of the light', (value, light) => {
    const [gamma = 0, a = 0, b = 0, c = 0, d = 0] = fixedIn(tag('rTRC'), 12);
    expect(value >= d ? (a * value + b) ** gamma : c * value).toBeCloseTo(light, 4);
  });
});
