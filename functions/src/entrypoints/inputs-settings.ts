import * as z from 'zod';
import type { ApiContract } from '../domain/api.ts';
import { LARGEST_CENTS } from '../domain/money.ts';
import { LONGEST_REASON } from '../domain/reason.ts';
import { LONGEST_WORDS, MOST_AMOUNTS, MOST_DAYS } from '../domain/settings/kinds.ts';
import { isSettingKey } from '../domain/settings/rows.ts';
import { LONGEST_DETAIL, LONGEST_THEME, MOST_THEMES } from '../domain/settings/themes-setting.ts';
import type { SettingKey } from '../domain/settings/values.ts';

const cents = z.int().min(0).max(LARGEST_CENTS);
const monthDay = z.string().regex(/^\d{2}-\d{2}$/);

const label = z.string().max(2 * LONGEST_THEME);
const subtheme = z.strictObject({
  ...{ id: z.string().max(10), label },
  detail: z
    .string()
    .max(2 * LONGEST_DETAIL)
    .optional(),
  retired: z.boolean().optional(),
});
/** Without their former words, which the server alone writes. */
const themes = z
  .array(z.strictObject({ id: z.string().max(10), label, subthemes: z.array(subtheme).max(2 * MOST_THEMES) }))
  .max(2 * MOST_THEMES);

/** Any setting's value; the table (`domain/settings/rows.ts`) says which of these each one is, and its bounds, in French. */
const value = z.union([
  z.boolean(),
  z.number(),
  z.string().max(2 * LONGEST_WORDS),
  z.array(cents).max(2 * MOST_AMOUNTS),
  z.array(z.string().max(20)).max(2 * MOST_DAYS),
  themes,
  z.strictObject({ mode: z.enum(['always', 'never']) }),
  z.strictObject({ mode: z.literal('above'), cents }),
  z.strictObject({ from: monthDay, to: monthDay }),
  z.null(),
]);

export const saveSettingsInput: z.ZodType<ApiContract['saveSettings']['input']> = z.strictObject({
  operationId: z.uuid(),
  basedOn: z.int().min(1),
  reason: z.string().max(LONGEST_REASON),
  values: z.partialRecord(z.custom<SettingKey>(isSettingKey), value),
});
