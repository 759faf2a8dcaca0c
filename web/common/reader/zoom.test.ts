import { describe, expect, test } from 'vitest';
import { readingOf, typeName } from './kinds.ts';
import { density, nextZoom, zoomSteps } from './zoom.ts';

describe('the zoom of the reader', () => {
  test('goes by steps, and stays at both ends', () => {
    expect(nextZoom(1, 1)).toBe(1.25);
    expect(nextZoom(1, -1)).toBe(0.75);
    expect(nextZoom(zoomSteps[zoomSteps.length - 1] ?? 0, 1)).toBe(3);
    expect(nextZoom(zoomSteps[0], -1)).toBe(0.5);
  });

  test('keeps the density of the screen, except on a page too large for a phone', () => {
    expect(density(360, 509, 3)).toBe(3);
    expect(density(3_000, 4_000, 3)).toBeLessThan(1);
    expect(3_000 * 4_000 * density(3_000, 4_000, 3) ** 2).toBeCloseTo(8_000_000);
  });
});

describe('how a file is read', () => {
  test.each([
    ['application/pdf', 'pages', 'PDF'],
    ['image/webp', 'picture', 'WebP'],
    ['image/heic', 'outside', 'HEIC'],
    ['text/html', 'outside', 'Document'],
  ])('%s is read as %s and called « %s »', (type, reading, name) => {
    expect(readingOf(type)).toBe(reading);
    expect(typeName(type)).toBe(name);
  });
});
