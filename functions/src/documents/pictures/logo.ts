import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type Picture, readPicture } from './picture.ts';
import { isArchival } from './picture-objects.ts';

/** In points: printed as high as a title, a logo of more would weigh on each document and show on none. */
const longestSide = 2_000;

const tooLarge = refuse(
  'logo-too-large',
  'Ce logo est trop grand : réduisez-le à 2 000 points de côté au plus, puis déposez-le de nouveau.',
);
const inPressColours = refuse(
  'logo-press-colours',
  'Ce logo est dans les couleurs d’une imprimerie (CMJN), que nos documents ne portent pas : enregistrez-le en RVB, puis déposez-le de nouveau.',
);

/**
 * The logo of a laureate, from the bytes that it gave; or why it is refused. A document that bears one is kept for years as any other: what would
 * make it no PDF/A is refused, where the engine itself would only stop saying that it is one.
 */
export function readLogo(bytes: Uint8Array, laureateName: string): Picture | Refusal {
  const picture = readPicture(bytes, `Logo de ${laureateName}`);
  if (isRefusal(picture)) return picture;
  if (Math.max(picture.width, picture.height) > longestSide) return tooLarge;
  return isArchival(picture.content) ? picture : inPressColours;
}
