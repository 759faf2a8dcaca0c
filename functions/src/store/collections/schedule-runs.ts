import * as z from 'zod';
import { type ScheduleName, type ScheduleRun, scheduleNames } from '../../domain/health/schedules.ts';
import { collection } from '../collection.ts';
import { instant } from '../fields.ts';

const schema: z.ZodType<ScheduleRun> = z.object({
  schedule: z.enum(scheduleNames),
  since: instant,
  at: instant.nullable(),
});

/** `scheduleRuns/{name}`: when each schedule last ended well. Written by themselves, read by who watches. */
export const scheduleRuns = collection((schedule: ScheduleName) => `scheduleRuns/${schedule}`, schema);
export const SCHEDULE_RUNS = 'scheduleRuns';
