import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { PictureContent } from './image.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';

/**
 * A picture that a document may hold. `readPicture` alone makes one, before anything is rendered, so that a broken file is an answer to whoever
 * gave it and never a document that stops halfway. It is made of bytes that are given: nothing is ever fetched.
 */
export interface Picture {
  /** What is said in its place to who can't see it. */
  readonly alternative: string;
  /** In points of the picture. */
  readonly width: number;
  readonly height: number;
  readonly content: PictureContent;
}

const heaviest = 5_000_000;

const refusals = {
  unknown: refuse(
    'picture-unknown',
    'Cette image n’est ni un PNG ni un JPEG : enregistrez-la dans l’un de ces formats.',
  ),
  damaged: refuse('picture-damaged', 'Cette image est abîmée ou incomplète : enregistrez-la de nouveau.'),
  unsupported: refuse(
    'picture-unsupported',
    'Cette image est d’une sorte rare, que peu de lecteurs montrent : enregistrez-la en PNG ou en JPEG ordinaire.',
  ),
  'too-large': refuse(
    'picture-too-large',
    'Cette image est trop grande : réduisez-la à 2 000 points de côté et 5 Mo au plus.',
  ),
  unnamed: refuse('picture-unnamed', 'Dites en quelques mots ce que montre cette image, pour qui ne la voit pas.'),
} as const;

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** A PNG (of any kind) or a JPEG (baseline or progressive; grey, RGB or CMYK), with the words that stand for it; or why it is refused. */
export function readPicture(bytes: Uint8Array, alternative: string): Picture | Refusal {
  const words = alternative.trim();
  if (words === '') return refusals.unnamed;
  if (bytes.length > heaviest) return refusals['too-large'];
  const read = startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    ? readPng(bytes)
    : startsWith(bytes, [0xff, 0xd8, 0xff])
      ? readJpeg(bytes)
      : 'unknown';
  return typeof read === 'string' ? refusals[read] : { alternative: words, ...read };
}
