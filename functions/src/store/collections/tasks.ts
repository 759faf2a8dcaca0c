import * as z from 'zod';
import { type StaffTask, type TaskKind, taskKinds } from '../../domain/staff/tasks.ts';
import { collection } from '../collection.ts';
import { day, id, instant } from '../fields.ts';

const schema: z.ZodType<StaffTask> = z.object({
  id,
  kind: z.custom<TaskKind>((value) => typeof value === 'string' && Object.hasOwn(taskKinds, value)),
  at: instant,
  about: z.string().max(600),
  laureateId: id.nullable(),
  missionId: id.nullable(),
  expertId: id.nullable(),
  assigneeUid: id.nullable(),
  snoozedUntil: day.nullable(),
  closedAt: instant.nullable(),
  closedBy: z.string().max(300).nullable(),
});

/** `tasks/{kind.subject}`: what waits for staff. Kept once done, with who did it. Read and written by functions alone. */
export const tasks = collection((taskId: string) => `tasks/${taskId}`, schema);
export const TASKS = 'tasks';
