import type { Firestore } from 'firebase-admin/firestore';
import { dayOf, type Instant, MINUTE } from '../../domain/calendar.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import { type ServiceEvent, serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { summaryOf } from '../../domain/summaries/figures.ts';
import { summaryParts, summaryPath } from '../../domain/summaries/mail-parts.ts';
import { periodOf, type SummaryKind, type SummaryPeriod } from '../../domain/summaries/periods.ts';
import type { Summary } from '../../domain/summaries/summary.ts';
import { headlineOf } from '../../domain/summaries/words.ts';
import { get } from '../collection.ts';
import { currentSummaries, summaries } from '../collections/summaries.ts';
import { queueMails } from '../notifications/queue.ts';
import { teamMails } from '../notifications/team.ts';
import { optimistically } from '../optimistic.ts';
import { readSummaryFacts } from './reading.ts';

/** What tells the end of each kind of period. */
const endings = { week: 'weekEnded', month: 'monthEnded' } as const satisfies Record<SummaryKind, ServiceEvent>;

/** Those of the periods whose summary is not made yet: one request, of a read each. */
export async function withoutSummary(
  firestore: Firestore,
  periods: readonly SummaryPeriod[],
): Promise<readonly SummaryPeriod[]> {
  const found = await firestore.getAll(...periods.map(({ id }) => firestore.doc(summaries.path(id))));
  return periods.filter((_period, place) => found[place]?.exists === false);
}

/**
 * The summary of a period that is over, with the mails that bring it, in one commit: made once, whatever is tried again; `null` when it was made
 * before (1 read then), or when nobody is labelled yet and there is nothing to say. Otherwise the reads of `readSummaryFacts`, and a write a mail.
 */
export async function makeSummary(firestore: Firestore, period: SummaryPeriod, now: Instant): Promise<Summary | null> {
  if ((await get(firestore, summaries, period.id)) !== null) return null;
  const facts = await readSummaryFacts(firestore, period, now);
  if (facts.laureates.length === 0) return null;
  const summary = summaryOf(facts);
  const mails = await mailsOf(firestore, summary, facts.settings.contact);
  const done = await optimistically<Summary | null>(firestore, async (batch) => {
    const reference = firestore.doc(summaries.path(period.id));
    if ((await reference.get()).exists) return { answer: null, batch: null };
    batch.create(reference, summaries.write(summary));
    queueMails(firestore, batch, mails);
    return { answer: summary, batch };
  });
  return done?.answer ?? null;
}

/** Within this time, the one that is there is taken for the one of now. */
const FRESH = MINUTE;

/**
 * The week or the month that goes on, as it is at `now`, kept in the place of the last one: the reads of `readSummaryFacts` and a write; of one that
 * somebody has just made, a read. No page makes it: it would read the whole programme each time it is opened.
 */
export async function makeCurrentSummary(firestore: Firestore, kind: SummaryKind, now: Instant): Promise<Summary> {
  const period = periodOf(kind, dayOf(now));
  const kept = await lastMade(firestore, kind);
  if (kept !== null && kept.period.id === period.id && now - kept.at < FRESH) return kept;
  const made = summaryOf(await readSummaryFacts(firestore, period, now));
  await firestore.doc(currentSummaries.path(kind)).set(currentSummaries.write(made));
  return made;
}

/** The one that was last made, 1 read; null of one that can't be read too, which the next one is written over. */
export async function lastMade(firestore: Firestore, kind: SummaryKind): Promise<Summary | null> {
  const snapshot = await firestore.doc(currentSummaries.path(kind)).get();
  return currentSummaries.readable([snapshot]).values[0] ?? null;
}

async function mailsOf(
  firestore: Firestore,
  summary: Summary,
  contact: ProgrammeSettings['contact'],
): Promise<OutboxItem[]> {
  const { period, at } = summary;
  const mails = await teamMails(firestore, contact, serviceSubscriptions[endings[period.kind]], {
    ...{ id: period.id, path: summaryPath(period.id), mission: null, createdAt: at },
    facts: { reason: headlineOf(summary) },
  });
  const parts = summaryParts(summary);
  return mails.map((mail) => ({ ...mail, parts }));
}
