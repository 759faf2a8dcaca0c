import { type PieceKind, pieces } from '@sur-mesure/functions/domain/dossiers/pieces';

/** What the server's inspection accepts for a working document, by the ending of its name. */
const documents = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'csv',
  'txt',
  'jpg',
  'jpeg',
  'png',
  'webp',
  'heic',
];

/** What binds is a PDF. */
export function acceptedEndings(piece: PieceKind): readonly string[] {
  return pieces[piece].binding ? ['pdf'] : documents;
}
