import type { Firestore } from 'firebase-admin/firestore';
import type { Instant } from '../../domain/calendar.ts';
import type { SummaryKind, SummaryPeriod } from '../../domain/summaries/periods.ts';
import { type ProgrammeDocument, templateOf } from '../collections/document-requests.ts';
import { versionInForce } from '../templates/templates.ts';

const documents = {
  week: { kind: 'weeklySummary' },
  month: { kind: 'monthlySummary' },
} as const satisfies Record<SummaryKind, ProgrammeDocument['document']>;

/** What prints the summary of a period: made once a text, since what is stored never changes (1 read). */
export async function printedSummary(firestore: Firestore, { id, kind }: SummaryPeriod, now: Instant) {
  const document = documents[kind];
  const text = await versionInForce(firestore, templateOf[document.kind], now);
  return { once: `${id} ${text}`, summaryId: id, document };
}
