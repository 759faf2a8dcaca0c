import * as z from 'zod';
import { pieceKinds, type StoredFile } from '../../domain/dossiers/pieces.ts';
import { channelKinds } from '../../domain/messages/channels.ts';
import { type EditableTemplateName, isEditableTemplate } from '../../domain/templates/templates.ts';
import { collection } from '../collection.ts';
import { cents, id, instant, shortText } from '../fields.ts';

const piece = z.enum(pieceKinds);
const channel = z.enum(channelKinds);
const side = z.enum(['laureate', 'expert', 'staff']);

const schema: z.ZodType<StoredFile & { path: string }> = z.object({
  id,
  piece,
  laureateId: id.nullable(),
  missionId: id.nullable(),
  channel: channel.nullish(),
  ownerUid: id,
  name: shortText,
  contentType: shortText,
  size: z.int().min(1),
  sha256: z.string().length(64),
  generation: shortText.optional(),
  createdAt: instant,
  path: z.string(),
  // Files kept before these were: nobody had chosen to share, and no antivirus had looked.
  ownerName: shortText.default(''),
  side: side.nullable().default(null),
  shared: z.boolean().default(false),
  replacesId: id.nullable().default(null),
  replacedById: id.nullable().default(null),
  withdrawnAt: instant.nullable().default(null),
  scan: z.enum(['clean', 'unscanned', 'infected']).default('unscanned'),
  preview: z.enum(['pending', 'making', 'made', 'none']).default('none'),
  template: z.object({ name: z.custom<EditableTemplateName>(isEditableTemplate), version: z.int().min(0) }).optional(),
  readAmounts: z.array(cents).optional(),
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
  ownerName: shortText.default(''),
  side: side.nullable().default(null),
  channel: channel.nullish(),
  replacesId: id.nullable().default(null),
  state: z.enum(['expected', 'scanning', 'clean', 'unscanned', 'rejected', 'scan_error']),
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

/** Who opened what. `laureateIds`: whose log the line belongs to. Lines written before had neither it nor `as`. */
const accessSchema = z.object({
  uid: id,
  name: shortText,
  kind: z.enum(['laureate', 'expert', 'staff', 'observer', 'system']),
  as: z.enum(['file', 'preview']).default('file'),
  laureateIds: z.array(id).default([]),
  fileId: id,
  fileName: shortText,
  laureateId: id.nullable(),
  missionId: id.nullable(),
  at: instant,
});

export type KeptFile = z.infer<typeof schema>;
export type Access = z.infer<typeof accessSchema>;
export type Upload = z.infer<typeof uploadSchema>;
export type Ticket = z.infer<typeof ticketSchema>;
export const files = collection((fileId: string) => `files/${fileId}`, schema);
export const FILES = 'files';
export const uploads = collection((uploadId: string) => `uploads/${uploadId}`, uploadSchema);
export const UPLOADS = 'uploads';
export const tickets = collection((uid: string, fileId: string) => `tickets/${uid}_${fileId}`, ticketSchema);
export const TICKETS = 'tickets';
export const ACCESS_LOG = 'accessLog';
export const accessLog = collection((accessId: string) => `accessLog/${accessId}`, accessSchema);
