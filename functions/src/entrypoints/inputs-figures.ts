import * as z from 'zod';
import type { ApiContract } from '../domain/api.ts';
import { summaryKindNames } from '../domain/summaries/periods.ts';

export const makeFiguresInput: z.ZodType<ApiContract['makeFigures']['input']> = z.strictObject({
  of: z.enum(['figures', ...summaryKindNames]),
});
