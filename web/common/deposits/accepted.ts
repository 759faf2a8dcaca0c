import { acceptedEndings as endingsFor } from '@sur-mesure/functions/domain/dossiers/file-types';
import { type PieceKind, pieces } from '@sur-mesure/functions/domain/dossiers/pieces';

/** The endings of what a piece accepts: what binds is a PDF. The server decides again, from the bytes. */
export function acceptedEndings(piece: PieceKind): readonly string[] {
  return endingsFor(pieces[piece].binding ? 'binding' : 'working');
}
