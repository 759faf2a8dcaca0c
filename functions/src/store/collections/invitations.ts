import * as z from 'zod';
import { collection } from '../collection.ts';
import { id, instant, shortText } from '../fields.ts';

/** `invitations/{id}`: a laureate asks a provider to register. Its id is in the mail alone. */
const schema = z.object({
  id,
  laureateId: id,
  laureateName: shortText,
  byUid: id,
  byName: shortText,
  name: shortText,
  email: z.string().max(254),
  at: instant,
  expiresAt: instant,
  /** The expert that registered from it. */
  expertId: id.nullable(),
});

export type ExpertInvitation = z.infer<typeof schema>;
export const invitations = collection((invitationId: string) => `invitations/${invitationId}`, schema);
export const INVITATIONS = 'invitations';
