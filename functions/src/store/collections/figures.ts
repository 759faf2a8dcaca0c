import * as z from 'zod';
import { type DelayStep, delaySteps, type Figures } from '../../domain/figures/model.ts';
import { allStates } from '../../domain/missions/states.ts';
import { collection } from '../collection.ts';
import { cents, id, instant, shortText } from '../fields.ts';
import { programmeMoney } from './summaries.ts';

const count = z.int().min(0);
const named = { laureates: count, liveMissions: count, missions: count, experts: count };
const spent = { committedCents: cents, settledCents: cents };
const step = z.custom<DelayStep>((value) => typeof value === 'string' && Object.hasOwn(delaySteps, value));
const group = z.object({ label: shortText, answers: count, counts: z.array(count) });

const schema: z.ZodType<Figures> = z.object({
  at: instant,
  unreadableDocuments: count,
  months: z.array(
    z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), requests: count, validations: count, reports: count }),
  ),
  states: z.array(z.object({ state: z.enum(allStates), missions: count })),
  delays: z.array(z.object({ step, stays: count, median: z.number().min(0), ninth: count })),
  money: programmeMoney,
  coverage: z.object({
    themes: z.array(
      z.object({
        ...{ id, label: shortText },
        ...named,
        ...spent,
        subthemes: z.array(z.object({ id, label: shortText, ...named })),
      }),
    ),
    regions: z.array(z.object({ region: shortText, ...named, ...spent })),
    gaps: z.array(z.object({ themeId: id, theme: shortText, region: shortText, laureates: count })),
  }),
  feedback: z.object({
    until: instant,
    least: z.int().min(1),
    given: count,
    questions: z.array(
      z.object({
        ...{ id, label: z.string() },
        choices: z.array(z.string()),
        all: group.nullable(),
        themes: z.array(group),
        experts: z.array(group),
      }),
    ),
  }),
});

/** `figures/current`: what the figures of the programme were when they were last made. One document, written over. */
export const figures = collection((name: 'current') => `figures/${name}`, schema);
