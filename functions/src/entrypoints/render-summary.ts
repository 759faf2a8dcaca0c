import { renderDocument } from '../documents/render.ts';
import type { Instant } from '../domain/calendar.ts';
import { periodLabel } from '../domain/summaries/periods.ts';
import type { Summary } from '../domain/summaries/summary.ts';
import type { Making, Rendered } from './render-source.ts';
import { monthlyContext, weeklyContext } from './summary-contexts.ts';

/** Joins a stored summary with the text that prints it: the figures are those of the page and the mail. */
export function renderSummary(summary: Summary, { origin, model, at }: Making & { readonly at: Instant }): Rendered {
  const made = { issuedAtMs: at, model };
  const bytes =
    summary.period.kind === 'week'
      ? renderDocument('weekly-summary', weeklyContext(summary, origin), made)
      : renderDocument('monthly-summary', monthlyContext(summary, origin), made);
  return { bytes, name: `Synthèse, ${periodLabel(summary.period)}.pdf`, piece: 'summary', laureateId: null };
}
