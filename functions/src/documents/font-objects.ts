import { type FaceName, faceNamed } from './faces.ts';
import type { Objects, Reference } from './objects.ts';
import { preparedFonts } from './prepared-fonts.generated.ts';

const decoded = new Map<string, Buffer>();

/** Deflated at build time: embedding a font is a copy of bytes. */
function bytesOf(face: FaceName, part: 'file' | 'toUnicode' | 'glyphMap'): Buffer {
  const key = `${face}.${part}`;
  const known = decoded.get(key);
  if (known) return known;
  const bytes = Buffer.from(preparedFonts[face][part], 'base64');
  decoded.set(key, bytes);
  return bytes;
}

const widths = new Map<FaceName, string>();

/** Advances by code, as the `W` array of a font wants them: written once a process. */
function widthsOf(face: FaceName): string {
  const known = widths.get(face);
  if (known !== undefined) return known;
  const written = faceNamed(face).advances.join(' ');
  widths.set(face, written);
  return written;
}

/** Bit 1 fixed pitch, bit 6 non-symbolic, bit 7 italic (ISO 32000-1, table 123). */
function flagsOf(face: FaceName): number {
  return 32 + (face === 'code' ? 1 : 0) + (preparedFonts[face].italicAngle === 0 ? 0 : 64);
}

/** A composite font whose codes are ours, one per character: `CIDToGIDMap` leads to the glyph, `ToUnicode` to the character. */
export function registerFont(objects: Objects, face: FaceName): Reference {
  const { postScriptName, ascent, descent, capHeight, italicAngle, weight, box, fileLength } = preparedFonts[face];
  const name = `SURMES+${postScriptName}`;
  const file = objects.addStream(bytesOf(face, 'file'), `/Length1 ${fileLength}`);
  const descriptor = objects.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags ${flagsOf(face)}/FontBBox[${box.join(' ')}]` +
      `/ItalicAngle ${italicAngle}/Ascent ${ascent}/Descent ${descent}/CapHeight ${capHeight}` +
      `/StemV ${Math.round(weight / 5)}/FontFile2 ${file}>>`,
  );
  const glyphMap = objects.addStream(bytesOf(face, 'glyphMap'));
  const descendant = objects.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}` +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
      `/FontDescriptor ${descriptor}/CIDToGIDMap ${glyphMap}/W[0[${widthsOf(face)}]]>>`,
  );
  const toUnicode = objects.addStream(bytesOf(face, 'toUnicode'));
  return objects.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H` +
      `/DescendantFonts[${descendant}]/ToUnicode ${toUnicode}>>`,
  );
}
