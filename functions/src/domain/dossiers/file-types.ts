/** A type of file that may be deposited. What a file is comes from its bytes; the endings only guide the choice on the page. */
export interface FileType {
  readonly label: string;
  readonly contentType: string;
  readonly endings: readonly string[];
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** No archive, no macro, nothing that a browser would run. */
export const fileTypes = {
  pdf: { label: 'PDF', contentType: 'application/pdf', endings: ['pdf'] },
  word: { label: 'Word', contentType: `${openXml}.wordprocessingml.document`, endings: ['docx'] },
  excel: { label: 'Excel', contentType: `${openXml}.spreadsheetml.sheet`, endings: ['xlsx'] },
  powerpoint: { label: 'PowerPoint', contentType: `${openXml}.presentationml.presentation`, endings: ['pptx'] },
  writer: { label: 'LibreOffice', contentType: `${openDocument}.text`, endings: ['odt'] },
  calc: { label: 'LibreOffice', contentType: `${openDocument}.spreadsheet`, endings: ['ods'] },
  impress: { label: 'LibreOffice', contentType: `${openDocument}.presentation`, endings: ['odp'] },
  text: { label: 'Texte', contentType: 'text/plain', endings: ['csv', 'txt'] },
  jpeg: { label: 'JPEG', contentType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { label: 'PNG', contentType: 'image/png', endings: ['png'] },
  webp: { label: 'WebP', contentType: 'image/webp', endings: ['webp'] },
  heic: { label: 'HEIC', contentType: 'image/heic', endings: ['heic'] },
} as const satisfies Record<string, FileType>;
export type FileTypeName = keyof typeof fileTypes;

/** What binds is a PDF; signed by hand, a photo of it; printed in documents, a picture that they hold; a working document is of any type of the table. */
export const acceptedTypes = {
  binding: ['pdf'],
  signedByHand: ['pdf', 'jpeg', 'png', 'heic'],
  printed: ['png', 'jpeg'],
  working: ['pdf', 'word', 'excel', 'powerpoint', 'writer', 'calc', 'impress', 'text', 'jpeg', 'png', 'webp', 'heic'],
} as const satisfies Record<string, readonly FileTypeName[]>;

/** The endings of names, for `accept`. */
export function acceptedEndings(use: keyof typeof acceptedTypes): readonly string[] {
  return acceptedTypes[use].flatMap((name) => fileTypes[name].endings);
}
