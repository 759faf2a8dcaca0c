import * as z from 'zod';
import { type Archive, archiveStates } from '../../domain/archives/archive.ts';
import type { MissingFile } from '../../domain/archives/manifest.ts';
import { collection } from '../collection.ts';
import { id, instant, shortText } from '../fields.ts';

/** One mission, one laureate without its missions, or of a person what one group of collections holds: what is gathered at once. */
export type ArchiveUnit = { readonly kind: 'mission' | 'laureate' | 'person'; readonly id: string };

/** An archive with what its next step needs: it ends and goes on, since a function lasts nine minutes. */
export interface KeptArchive extends Archive {
  /** « Mission avec Atelier Durand »: the name of the file. */
  readonly title: string;
  readonly step: number;
  readonly units: readonly ArchiveUnit[];
  /** How many of the units are in it. */
  readonly unitsDone: number;
  /** Where the next byte goes. */
  readonly offset: number;
  /** The pieces written so far, in order: names of objects. */
  readonly parts: readonly string[];
  readonly notGiven: readonly MissingFile[];
  /** When a step that has said nothing is taken to be lost; null when none runs. */
  readonly lostAfter: number | null;
}

const amount = z.object({ files: z.int().min(0), bytes: z.int().min(0) });
const scopeSchema: z.ZodType<Archive['scope']> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mission'), missionId: id, laureateId: id.nullable() }),
  z.object({ kind: z.literal('laureate'), laureateId: id }),
  z.object({ kind: z.literal('programme') }),
  z.object({ kind: z.literal('person'), uid: id }),
]);

const schema: z.ZodType<KeptArchive> = z.object({
  id,
  scope: scopeSchema,
  run: id,
  by: z.object({ uid: id, name: shortText, signedInAt: instant }),
  askedAt: instant,
  state: z.custom<Archive['state']>((value) => typeof value === 'string' && Object.hasOwn(archiveStates, value)),
  total: amount.nullable(),
  done: amount,
  size: z.int().min(0).nullable(),
  manifestSha256: z.string().length(64).nullable(),
  readyAt: instant.nullable(),
  expiresAt: instant.nullable(),
  missing: z.int().min(0),
  error: z.string().max(1_000).nullable(),
  title: shortText,
  step: z.int().min(0),
  units: z.array(z.object({ kind: z.enum(['mission', 'laureate', 'person']), id })),
  unitsDone: z.int().min(0),
  offset: z.int().min(0),
  parts: z.array(shortText),
  notGiven: z.array(z.object({ path: z.string(), sha256: z.string(), reason: z.string() })).max(1_000),
  lostAfter: instant.nullable(),
});

/** `archives/{hash of the person and scope}`: read through the functions alone. */
export const archives = collection((archiveId: string) => `archives/${archiveId}`, schema);
export const ARCHIVES = 'archives';

/** `archives/{a}/steps/{run}-{step}`: what starts each step, created in the commit that ends the one before. */
export const archiveSteps = collection(
  (archiveId: string, stepId: string) => `archives/${archiveId}/steps/${stepId}`,
  z.object({ run: id, step: z.int().min(0), at: instant }),
);
