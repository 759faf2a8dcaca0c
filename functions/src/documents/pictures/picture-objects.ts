import { deflateSync } from 'node:zlib';
import type { Objects, Reference } from '../objects.ts';
import type { PictureContent } from './image.ts';
import type { Picture } from './picture.ts';

const spaces = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const;
const inverted = '/Decode[1 0 1 0 1 0 1 0]';

/** The image and, where it is transparent, its mask. */
export function registerPicture(objects: Objects, { width, height, content }: Picture): Reference {
  const place = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/`;
  if (content.kind === 'jpeg') {
    const decode = content.colours === 4 && content.inverted ? inverted : '';
    return objects.addStream(content.bytes, `${place}${spaces[content.colours]}${decode}`, '/Filter/DCTDecode');
  }
  const mask = content.alpha && objects.addStream(deflateSync(content.alpha), `${place}DeviceGray`);
  const entries = `${place}${spaces[content.colours]}${mask ? `/SMask ${mask}` : ''}`;
  return objects.addStream(deflateSync(content.samples), entries);
}

/** Colours of a press need another output intent than ours: such a file is no PDF/A, and does not say that it is (ISO 19005-2, 6.2.4.3). */
export function isArchival(content: PictureContent): boolean {
  return content.kind === 'samples' || content.colours !== 4;
}
