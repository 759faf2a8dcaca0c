import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { regions, territoryKinds } from '../programme/territories.ts';
import { balanceOf, type emptyBalance, type LedgerEntry } from '../subsidy/ledger.ts';
import { totalBalance } from '../subsidy/position.ts';
import { adjust, award, commit, pay, settle, voided } from '../subsidy/testing/entries.ts';
import { moneyOf, totalSpending } from './money.ts';
import { boundsOf } from './periods.ts';
import { changeOf, moneyTableCsv, moneyTables } from './tables.ts';
import { after, before, factsWith, laureateOf, line, missionOf, week, within } from './testing/programme.ts';

const allSubthemes = builtInThemes.flatMap(({ subthemes }) => subthemes.map(({ id }) => id));

const spendingOf = ({ committedCents, settledCents, paidCents }: typeof emptyBalance) => ({
  committedCents,
  settledCents,
  paidCents,
});

describe('The money of a week', () => {
  // Two laureates share m1, one cent apart; m2 is of two themes; `reprise-1` was over before this service.
  const facts = factsWith({
    laureates: [
      laureateOf('atelier', { region: 'Bretagne', promotion: 1, territory: 'rural' }),
      laureateOf('bocal', { region: 'Occitanie', promotion: 1, territory: 'qpv' }),
    ],
    missions: [missionOf('m1', ['4.1']), missionOf('m2', ['1.1', '1.2', '2.1'])],
    lines: [
      line('atelier', before, award(10_000_00)),
      line('bocal', before, award(20_000_00)),
      line('atelier', before, commit(1_000_00, 'm1')),
      line('bocal', within, commit(999_99, 'm1')),
      line('atelier', within, settle(1_000_00, 800_00, 'm1')),
      line('atelier', within, pay(500_00, 'm1')),
      line('bocal', within, commit(1_000_00, 'm2')),
      line('atelier', before, settle(0, 70_00, 'reprise-1')),
      // Of the next period: in no figure of this one.
      line('bocal', after, commit(5_000_00, 'm1', 2)),
    ],
  });
  const money = moneyOf(facts);

  it('is that of the ledgers, before it and at its end, whatever comes later', () => {
    expect(money.total.before).toEqual({
      ...{ awardedCents: 30_000_00, committedCents: 1_000_00, settledCents: 70_00, paidCents: 0 },
      remainingCents: 28_930_00,
    });
    expect(money.total.after).toEqual({
      ...{ awardedCents: 30_000_00, committedCents: 1_999_99, settledCents: 870_00, paidCents: 500_00 },
      remainingCents: 27_130_01,
    });
    expect(changeOf(money.total, 'committedCents')).toBe(999_99);
  });

  it('of a shared mission goes where each share is', () => {
    expect(
      money.regions.map(({ label, after: { committedCents, settledCents } }) => [label, committedCents, settledCents]),
    ).toEqual([
      ['Bretagne', 0, 870_00],
      ['Occitanie', 1_999_99, 0],
    ]);
    expect(money.promotions).toMatchObject([{ label: 'Promotion 1', laureates: 2, after: money.total.after }]);
    expect(money.territories.map(({ label, laureates }) => [label, laureates])).toEqual([
      [territoryKinds.rural, 1],
      [territoryKinds.qpv, 1],
    ]);
  });

  it('of a mission of several themes is divided by its sub-themes; one without a document has a row of its own', () => {
    expect(money.themes.map(({ label, missions, after: end }) => [label, missions, end.committedCents])).toEqual([
      ['Stratégie foncière', 1, 666_67],
      ['Stratégie juridique', 1, 333_33],
      ['Stratégie économique et développement des activités', 1, 999_99],
      ['Thématique inconnue (missions d’avant ce service)', 1, 0],
    ]);
  });

  it('is one table each, whose last row is the sum, and which a spreadsheet adds up', () => {
    const [themes, regionTable] = moneyTables({ money });
    expect(themes?.total.after).toEqual(spendingOf(money.total.after));
    expect(regionTable?.total).toEqual(money.total);
    const csv = regionTable ? moneyTableCsv(regionTable) : '';
    expect(csv).toContain('Occitanie;1;20000,00;0,00;1999,99;1999,99;');
    expect(csv).toContain('\r\nTotal;;30000,00;0,00;1999,99;999,99;');
  });
});

const cents = fc.integer({ min: 0, max: 2_000_000 });
const missionId = fc.constantFrom('m1', 'm2', 'm3', 'reprise-1');
const entries: fc.Arbitrary<LedgerEntry> = fc.oneof(
  cents.map((amount) => award(amount)),
  fc.tuple(cents, missionId).map(([amount, id]) => commit(amount, id)),
  fc.tuple(cents, cents, missionId).map(([held, final, id]) => settle(held, final, id)),
  fc.tuple(cents, missionId).map(([amount, id]) => voided(amount, id)),
  fc
    .tuple(fc.integer({ min: -50_000, max: 50_000 }), fc.option(missionId))
    .map(([amount, id]) => adjust(amount, { missionId: id, paidCents: id === null ? undefined : -amount })),
  fc.tuple(cents, missionId).map(([amount, id]) => pay(amount, id)),
);
const lines = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'gone'), fc.constantFrom(before, within, after), entries)
    .map(([laureate, at, entry]) => line(laureate, at, entry)),
  { maxLength: 60 },
);
const laureates = fc
  .array(fc.record({ region: fc.constantFrom(...regions), promotion: fc.integer({ min: 1, max: 6 }) }), {
    minLength: 3,
    maxLength: 3,
  })
  .map((records) => records.map((record, index) => laureateOf(['a', 'b', 'c'][index] ?? 'a', record)));
const missions = fc
  .array(fc.subarray(allSubthemes, { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 3 })
  .map((lists) => lists.map((list, index) => ({ ...oneMission, id: `m${index + 1}`, subthemes: list })));
const oneMission = missionOf('m1', ['1.1']);

it('Each table adds up to the ledgers, to the cent, whatever is in them: lines that do not hold, laureates that are gone, missions of many themes', () => {
  const { startsAt, endsAt } = boundsOf(week);
  fc.assert(
    fc.property(lines, laureates, missions, (all, people, known) => {
      const money = moneyOf(factsWith({ lines: all, laureates: people, missions: known }));
      const until = (end: number) => balanceOf(all.filter(({ entry }) => entry.at < end).map(({ entry }) => entry));
      expect(money.total).toEqual({ before: until(startsAt), after: until(endsAt) });
      for (const side of ['before', 'after'] as const) {
        for (const rows of [money.regions, money.promotions, money.territories])
          expect(totalBalance(rows.map((row) => row[side]))).toEqual(money.total[side]);
        expect(totalSpending(money.themes.map((row) => row[side]))).toEqual(spendingOf(money.total[side]));
      }
    }),
  );
});
