/**
 * The sRGB colour space as an ICC profile (ICC.1:2004-10, version 4.2, which PDF 1.7 names): our colours are operands of `rg`, and PDF/A wants to
 * know of which red, green and blue (ISO 19005-2, 6.2.3). Written out here rather than taken from a file: ten tags of a standard whose figures are
 * public (IEC 61966-2-1), 480 bytes, and no licence to follow.
 */

const fixed = (value: number): number => Math.round(value * 65_536);

function numbers(type: string, values: readonly number[]): Buffer {
  const tag = Buffer.alloc(8 + values.length * 4);
  tag.write(type, 0, 'latin1');
  values.forEach((value, index) => {
    tag.writeInt32BE(fixed(value), 8 + index * 4);
  });
  return tag;
}

/** One text, in English, in UTF-16. */
function text(value: string): Buffer {
  const letters = Buffer.from(value, 'utf16le').swap16();
  const tag = Buffer.alloc(28 + letters.length + (letters.length % 4));
  tag.write('mluc', 0, 'latin1');
  [1, 12].forEach((word, index) => {
    tag.writeUInt32BE(word, 8 + index * 4);
  });
  tag.write('enUS', 16, 'latin1');
  tag.writeUInt32BE(letters.length, 20);
  tag.writeUInt32BE(28, 24);
  letters.copy(tag, 28);
  return tag;
}

/** The white that profiles are told from, D50, and sRGB's own seen from there. */
const white = [0.9642, 1, 0.8249] as const;

/** `((x + 0,055) / 1,055) ^ 2,4` above 0,04045, `x / 12,92` below: the fourth kind of parametric curve. */
function curve(): Buffer {
  const parameters = numbers('para', [0, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]);
  parameters.writeUInt16BE(3, 8);
  return parameters;
}

const tags: readonly (readonly [signature: string, content: Buffer])[] = [
  ['desc', text('sRGB')],
  ['cprt', text('CC0')],
  ['wtpt', numbers('XYZ ', white)],
  // Bradford, from D65 to D50.
  ['chad', numbers('sf32', [1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168])],
  ['rXYZ', numbers('XYZ ', [0.43607, 0.22249, 0.01392])],
  ['gXYZ', numbers('XYZ ', [0.38515, 0.71687, 0.09708])],
  ['bXYZ', numbers('XYZ ', [0.14307, 0.06061, 0.7141])],
  ['rTRC', curve()],
];
/** The three colours have one curve, kept once. */
const shared: Readonly<Record<string, string>> = { gTRC: 'rTRC', bTRC: 'rTRC' };

const headerLength = 128;

function header(length: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt32BE(length, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // A date is asked for: that of the standard, so that the profile never changes.
  [1999, 10, 1].forEach((part, index) => {
    bytes.writeUInt16BE(part, 24 + index * 2);
  });
  bytes.write('acsp', 36, 'latin1');
  white.forEach((value, index) => {
    bytes.writeInt32BE(fixed(value), 68 + index * 4);
  });
  return bytes;
}

function profile(): Buffer {
  const names = [...tags.map(([signature]) => signature), ...Object.keys(shared)];
  const table = Buffer.alloc(4 + names.length * 12);
  table.writeUInt32BE(names.length, 0);
  const places = new Map<string, { start: number; length: number }>();
  let start = headerLength + table.length;
  for (const [signature, content] of tags) {
    places.set(signature, { start, length: content.length });
    start += content.length;
  }
  names.forEach((signature, index) => {
    const place = places.get(shared[signature] ?? signature);
    table.write(signature, 4 + index * 12, 'latin1');
    table.writeUInt32BE(place?.start ?? 0, 8 + index * 12);
    table.writeUInt32BE(place?.length ?? 0, 12 + index * 12);
  });
  return Buffer.concat([header(start), table, ...tags.map(([, content]) => content)]);
}

export const colourProfile: Uint8Array = profile();
