import * as z from 'zod';
import type { ArchiveActionInput } from '../domain/api.ts';
import type { ArchiveScope } from '../domain/archives/archive.ts';

const id = z.string().regex(/^[\w.-]{1,120}$/);
const call = { operationId: z.uuid() };

export const archiveScopeInput: z.ZodType<ArchiveScope> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mission'), missionId: id, laureateId: id.nullable() }),
  z.strictObject({ kind: z.literal('laureate'), laureateId: id }),
  z.strictObject({ kind: z.literal('programme') }),
  z.strictObject({ kind: z.literal('person'), uid: id }),
]);

export const archiveActionInput: z.ZodType<ArchiveActionInput> = z.discriminatedUnion('action', [
  z.strictObject({ ...call, action: z.literal('ask'), scope: archiveScopeInput }),
  z.strictObject({ ...call, action: z.literal('cancel'), archiveId: id }),
]);

export const openArchiveInput = z.strictObject({ archiveId: id });
