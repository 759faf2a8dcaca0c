import * as z from 'zod';
import { expertStates } from '../domain/experts/profile.ts';
import { laureateStatuses } from '../domain/laureates/laureate.ts';
import { type ExpertFilters, type ExpertSort, expertSorts } from '../domain/lists/experts.ts';
import { type LaureateFilters, type LaureateSort, laureateSorts, noteStandings } from '../domain/lists/laureates.ts';
import { type MissionFilters, type MissionSort, missionSorts } from '../domain/lists/missions.ts';
import { LARGEST_PAGE, type PageAsked } from '../domain/lists/page.ts';
import { allStates } from '../domain/missions/states.ts';
import { regions } from '../domain/programme/territories.ts';
import { TASK_MARK } from '../domain/staff/task-mark.ts';
import { taskKinds } from '../domain/staff/tasks.ts';
import { whoseTasks } from '../domain/staff/views.ts';

const id = z.string().regex(/^[\w.-]{1,120}$/);
const words = z.string().max(200);
const region = z.enum(regions).nullable();
const promotion = z.int().min(1).max(99).nullable();
/** One of the names of a table. */
const nameIn = <Name extends string>(table: Readonly<Record<Name, unknown>>) =>
  z.custom<Name>((value) => typeof value === 'string' && Object.hasOwn(table, value));
/** An id and what a list was ordered by, which may be a name of any length a name has. */
const mark = z.string().max(1_500).nullable();

const pageOf = <Sort extends string>(sorts: Readonly<Record<Sort, unknown>>): z.ZodType<PageAsked<Sort>> =>
  z.strictObject({
    sort: nameIn(sorts),
    descending: z.boolean(),
    after: mark,
    before: mark,
    size: z.int().min(1).max(LARGEST_PAGE),
  });

export const tasksPageInput = {
  whose: nameIn(whoseTasks),
  kind: nameIn(taskKinds).optional(),
  after: z.string().regex(TASK_MARK).nullable(),
};
/** A laureate and one of its lines, whose id may hold the reference of a decision. */
export const ledgerMark = z.string().regex(/^[\w.-]{1,120}:[^/]{1,600}$/);

export const missionPageInput: z.ZodType<PageAsked<MissionSort>> = pageOf(missionSorts);
export const missionFiltersInput: z.ZodType<MissionFilters> = z.strictObject({
  ...{ words, state: z.enum(allStates).nullable(), late: z.boolean(), theme: id.nullable(), region, promotion },
  ...{ laureateId: id.nullable(), expertId: id.nullable() },
});

export const laureatePageInput: z.ZodType<PageAsked<LaureateSort>> = pageOf(laureateSorts);
export const laureateFiltersInput: z.ZodType<LaureateFilters> = z.strictObject({
  ...{ words, status: nameIn(laureateStatuses).nullable(), region, promotion },
  ...{ note: nameIn(noteStandings).nullable(), mine: z.boolean() },
});

export const expertPageInput: z.ZodType<PageAsked<ExpertSort>> = pageOf(expertSorts);
export const expertFiltersInput: z.ZodType<ExpertFilters> = z.strictObject({
  ...{ words, state: nameIn(expertStates).nullable(), theme: id.nullable(), region, open: z.boolean() },
});
