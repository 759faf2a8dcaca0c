import { acceptedEndings as endingsFor } from '@sur-mesure/functions/domain/dossiers/file-types';
import { type Piece, type PieceKind, pieces } from '@sur-mesure/functions/domain/dossiers/pieces';

/** The endings of what a piece accepts: what binds is a PDF, what documents print a picture. The server decides again, from the bytes. */
export function acceptedEndings(piece: PieceKind): readonly string[] {
  const { binding, printed }: Piece = pieces[piece];
  if (printed) return endingsFor('printed');
  return endingsFor(binding ? 'binding' : 'working');
}

/** In bytes, of what a page that takes several pieces accepts at most: less for what documents print. */
export function largestAccepted(piece: PieceKind, ofPage: number): number {
  const { printed }: Piece = pieces[piece];
  return Math.min(ofPage, printed?.largestBytes ?? ofPage);
}
