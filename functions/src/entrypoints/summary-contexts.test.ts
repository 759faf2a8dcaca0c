import { expect, it } from 'vitest';
import { renderDocument } from '../documents/render.ts';
import { look } from '../documents/testing/raster.ts';
import { formatEuros } from '../domain/money.ts';
import { award, commit, settle } from '../domain/subsidy/testing/entries.ts';
import { summaryOf } from '../domain/summaries/figures.ts';
import { summaryParts } from '../domain/summaries/mail-parts.ts';
import { periodOf } from '../domain/summaries/periods.ts';
import {
  before,
  factsWith,
  laureateOf,
  line,
  missionOf,
  monday,
  within,
} from '../domain/summaries/testing/programme.ts';
import { monthlyContext, weeklyContext } from './summary-contexts.ts';

const facts = factsWith({
  laureates: [laureateOf('atelier', { region: 'Bretagne' }), laureateOf('bocal', { region: 'Occitanie' })],
  missions: [missionOf('m1', ['1.1', '2.1']), missionOf('m2', ['4.1'], 'on_hold')],
  lines: [
    line('atelier', before, award(10_000_00)),
    line('atelier', within, commit(3_000_01, 'm1')),
    line('bocal', before, award(20_000_00)),
    line('bocal', before, commit(1_234_56, 'm2')),
    line('bocal', within, settle(1_234_56, 1_200_00, 'm2')),
  ],
});

it.each([
  ['weekly-summary', summaryOf(facts), weeklyContext],
  ['monthly-summary', summaryOf({ ...facts, period: periodOf('month', '2024-03-05') }), monthlyContext],
] as const)('%s prints the figures that the mail tells, to the cent', async (template, summary, contextOf) => {
  const context = contextOf(summary, 'https://exemple.fr');
  const bytes = Reflect.apply(renderDocument, undefined, [template, context, { issuedAtMs: monday }]);
  const text = (await look(bytes)).map((page) => page.text.replaceAll(/\s+/g, ' ')).join(' ');
  const told = summaryParts(summary).flatMap((part) => (part.kind === 'figures' ? part.rows : []));
  const programme = told.slice(0, 5).map(({ value }) => value);
  expect(programme).toEqual([30_000_00, 3_000_01, 1_200_00, 0, 25_799_99].map(formatEuros));
  for (const value of programme) expect(text).toContain(value.replaceAll(/\s+/g, ' '));
  // 3 000,01 € over two themes.
  for (const part of [1_500_01, 1_500_00]) expect(text).toContain(formatEuros(part).replaceAll(/\s+/g, ' '));
  expect(text).toContain('Suspendue');
  expect(text.replaceAll(' ', '')).toContain(`https://exemple.fr/equipe?vue=syntheses&periode=${summary.period.id}`);
});
