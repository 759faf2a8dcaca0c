import * as z from 'zod';
import { pieceKinds, type StoredFile } from '../../domain/dossiers/pieces.ts';
import { collection } from '../collection.ts';
import { id, instant, shortText } from '../fields.ts';

const piece = z.enum(pieceKinds);

const schema: z.ZodType<StoredFile & { path: string }> = z.object({
  id,
  piece,
  laureateId: id.nullable(),
  missionId: id.nullable(),
  ownerUid: id,
  name: shortText,
  contentType: shortText,
  size: z.int().min(1),
  sha256: z.string().length(64),
  createdAt: instant,
  path: z.string(),
});

/** What the server expects under `incoming/{uid}/{id}`, and what became of it. */
const uploadSchema = z.object({
  id,
  uid: id,
  piece,
  laureateId: id.nullable(),
  missionId: id.nullable(),
  name: shortText,
  size: z.int().min(1),
  createdAt: instant,
  state: z.enum(['expected', 'scanning', 'clean', 'rejected']),
  fileId: id.nullable(),
  message: z.string().nullable(),
});

/** Five minutes to read one file. `via` names the one living document that the Storage rule reads besides. */
const ticketSchema = z.object({
  uid: id,
  fileId: id,
  via: z.enum(['grant', 'account']),
  laureateId: id.nullable(),
  expiresMs: instant,
});

const accessSchema = z.object({
  uid: id,
  name: shortText,
  kind: shortText,
  fileId: id,
  fileName: shortText,
  laureateId: id.nullable(),
  missionId: id.nullable(),
  at: instant,
});

export type Upload = z.infer<typeof uploadSchema>;
export type Ticket = z.infer<typeof ticketSchema>;
export const files = collection((fileId: string) => `files/${fileId}`, schema);
export const FILES = 'files';
export const uploads = collection((uploadId: string) => `uploads/${uploadId}`, uploadSchema);
export const UPLOADS = 'uploads';
export const tickets = collection((uid: string, fileId: string) => `tickets/${uid}_${fileId}`, ticketSchema);
export const accessLog = collection((accessId: string) => `accessLog/${accessId}`, accessSchema);
