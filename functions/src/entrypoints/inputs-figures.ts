import * as z from 'zod';
import type { ApiContract } from '../domain/api.ts';

/** Nothing but the wish. */
export const makeFiguresInput: z.ZodType<ApiContract['makeFigures']['input']> = z.strictObject({});
