import * as z from 'zod';
import type { FolderLink } from '../../domain/dossiers/links.ts';
import { collection } from '../collection.ts';
import { id, instant, shortText } from '../fields.ts';

const schema: z.ZodType<FolderLink> = z.object({
  id,
  missionId: id,
  laureateId: id.nullable(),
  url: z.url({ protocol: /^https$/ }).max(2_000),
  title: shortText,
  byUid: id,
  byName: shortText,
  side: z.enum(['laureate', 'expert', 'staff']),
  at: instant,
  removedAt: instant.nullable(),
  removedBy: shortText.nullable(),
});

/** `missions/{m}/links/{id}`: of the working folder. A link that is removed stays, and is no longer shown. */
export const links = collection((missionId: string, linkId: string) => `missions/${missionId}/links/${linkId}`, schema);
export const LINKS = 'links';
export const linksOf = (missionId: string) => `missions/${missionId}/links`;
