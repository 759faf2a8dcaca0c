import { deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { upTo } from '../../domain/missions/testing/journeys.ts';
import { award } from '../../domain/subsidy/testing/entries.ts';
import { summaryOf } from '../../domain/summaries/figures.ts';
import { summaryParts, summaryPath } from '../../domain/summaries/mail-parts.ts';
import { before, factsWith, laureateOf, line, monday, week } from '../../domain/summaries/testing/programme.ts';
import { exampleOf } from '../../mail/examples.ts';
import { outbox, queued } from './outbox.ts';
import { currentSummaries, summaries } from './summaries.ts';

const story = upTo('awaiting_report');
const summary = summaryOf(
  factsWith({
    laureates: [laureateOf('atelier', { note: { version: 1, subthemes: ['1.1'], accepted: true, at: before } })],
    missions: [story.mission, { ...upTo('closed').mission, id: 'm2' }],
    events: story.events.map((event) => ({ missionId: 'm1', event })),
    lines: [
      ...story.laureate('atelier').entries.map((entry) => ({ laureateId: 'atelier', entry })),
      line('gone', before, award(100_00)),
    ],
    grants: story.grants.map((grant) => ({ ...grant, missions: { m1: monday } })),
  }),
);

it('What a period says is stored as it is, and so is its mail', () => {
  for (const list of [summary.awaited, summary.opened, summary.ending, summary.uncovered, summary.happened])
    expect(list.length).toBeGreaterThan(0);
  const { content, ...others } = summaries.write(summary);
  expect(others).toEqual({ period: summary.period, at: summary.at, schema: 1 });
  expect(JSON.parse(inflateSync(content).toString())).toEqual(summary);
  const parts = summaryParts(summary);
  const mail = { ...exampleOf('weeklySummary'), parts, path: summaryPath(week.id) };
  expect(outbox.write(queued(mail))).toMatchObject({ parts, path: '/equipe?vue=syntheses&periode=week.2024-W10' });
});

it('A period whose days are not those of its name is not stored', () => {
  const moved = { ...summary, period: { ...week, from: '2024-03-05' } };
  expect(() => summaries.write(moved)).toThrow();
  expect(() => summaries.write({ ...summary, period: week })).not.toThrow();
});

it.each([new Uint8Array([7, 7, 7]), deflateSync('{"period":'), deflateSync('[]')])(
  'A summary whose bytes are damaged is told apart, and stops nobody',
  (content) => {
    const whole = summaries.write(summary);
    for (const from of [summaries, currentSummaries]) {
      expect(from.parsed({ ...whole, content }).success).toBe(false);
      expect(from.parsed(whole)).toEqual({ success: true, data: summary });
    }
  },
);
