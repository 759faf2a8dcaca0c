import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

function colours(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

const [before = '', dark = ''] = sheet.split('(prefers-color-scheme: dark)');
const themes = { light: colours(before), dark: colours(dark.split('@media print')[0] ?? '') };

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Map<string, string>, one: string, other: string): number {
  const [light = 0, darker = 0] = [one, other].map((name) => luminance(theme.get(name) ?? '')).sort((a, b) => b - a);
  return (light + 0.05) / (darker + 0.05);
}

const texts = [
  ['ink', ['paper', 'sheet', 'sunk', 'slate-wash', 'amber-wash', 'forest-wash', 'red-wash']],
  ['slate', ['paper', 'sheet', 'sunk', 'slate-wash']],
  ['brick', ['paper', 'sheet', 'brick-wash']],
  ['brick-strong', ['paper', 'sheet', 'brick-wash']],
  ['on-brick', ['brick', 'brick-strong']],
  ['forest', ['paper', 'sheet', 'forest-wash']],
  ['amber', ['paper', 'sheet', 'amber-wash']],
  ['red', ['paper', 'sheet', 'red-wash']],
  ['on-red', ['red']],
] as const;

const marks = [
  ['edge', ['paper', 'sheet']],
  ['focus', ['paper', 'sheet']],
] as const;

describe.each(['light', 'dark'] as const)('in the %s theme', (name) => {
  const theme = themes[name];

  test.each(texts.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    'text %s on %s has a contrast of 4.5',
    (text, ground) => {
      expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(marks.flatMap(([mark, grounds]) => grounds.map((ground) => [mark, ground] as const)))(
    'the edge %s on %s has a contrast of 3',
    (mark, ground) => {
      expect(contrast(theme, mark, ground)).toBeGreaterThanOrEqual(3);
    },
  );
});
