import { describe, expect, it } from 'vitest';
import { DAY, dayOf } from '../calendar.ts';
import { WHILE_LIVE } from '../missions/facts.ts';
import { upTo } from '../missions/testing/journeys.ts';
import { staff } from '../missions/testing/people.ts';
import { atDeadline, pastDeadline } from '../missions/testing/waiting.ts';
import type { StaffTask } from '../staff/tasks.ts';
import { award, commit } from '../subsidy/testing/entries.ts';
import type { AccessCut } from './facts.ts';
import { summaryOf } from './figures.ts';
import { summaryParts } from './mail-parts.ts';
import { periodOf } from './periods.ts';
import { after, before, factsWith, laureateOf, line, missionOf, monday, within } from './testing/programme.ts';
import { headlineOf } from './words.ts';

const task: StaffTask = {
  ...{ id: 't1', kind: 'expertToReview', at: within, about: 'Les Ateliers de l’Ourcq', expertId: 'ourcq' },
  ...{ laureateId: null, missionId: null, assigneeUid: null, snoozedUntil: null, closedAt: null, closedBy: null },
};

describe('What waits', () => {
  it('is told by whom it waits for, the longest wait first, what was put off aside', () => {
    const recent = { ...missionOf('m2', ['4.2'], 'awaiting_validation'), since: within };
    const { awaited } = summaryOf(
      factsWith({
        missions: [recent, missionOf('m1', ['4.2'], 'awaiting_validation'), missionOf('m3', ['4.2'], 'closed')],
        tasks: [task, { ...task, id: 't2', snoozedUntil: '2024-03-12' }],
      }),
    );
    expect(awaited.map(({ whom, rows }) => [whom, rows.map(({ path }) => path)])).toEqual([
      ['L’équipe France Tiers-Lieux', ['/equipe?expert=ourcq']],
      ['Les manufactures', ['/equipe?mission=m1', '/equipe?mission=m2']],
    ]);
  });

  it('is blocked when staff stopped it or its deadline passed; a report that is late is told apart', () => {
    const late = pastDeadline(upTo('awaiting_validation')).mission;
    const report = atDeadline(upTo('awaiting_report'));
    const missions = [
      missionOf('held', ['4.2'], 'on_hold'),
      { ...late, id: 'late' },
      { ...report.mission, id: 'report' },
    ];
    const summary = summaryOf(factsWith({ missions, at: report.now }));
    expect(summary.blocked.map(({ path, what }) => [path, what])).toEqual([
      ['/equipe?mission=held', 'Suspendue'],
      ['/equipe?mission=late', 'En attente de la validation du lauréat, échéance dépassée'],
    ]);
    expect(summary.lateReports).toMatchObject([{ what: 'Rapport attendu avant le vendredi 19 juillet 2024' }]);
    expect(dayOf(summary.lateReports[0]?.since ?? 0)).toBe('2024-07-19');
    expect(summaryOf(factsWith({ missions, at: report.now - DAY })).lateReports).toEqual([]);
  });

  it('is said in the subject, with what is blocked', () => {
    const missions = [missionOf('held', ['4.2'], 'on_hold'), missionOf('m1', ['4.2'], 'awaiting_validation')];
    const summary = summaryOf(factsWith({ missions, tasks: [task] }));
    expect(headlineOf(summary)).toBe('semaine du 4 au 10 mars 2024, 2\u00a0attentes, 1\u00a0mission bloquée');
    expect(headlineOf(summaryOf(factsWith({})))).toBe('semaine du 4 au 10 mars 2024, rien n’attend');
  });
});

describe('A subsidy', () => {
  it('is low under a tenth of what was awarded, at the end of the period, unless its laureate left', () => {
    const lines = ['low', 'tenth', 'gone', 'later'].map((id) => line(id, before, award(10_000_00)));
    const taken = [
      line('low', within, commit(9_000_01, 'm1')),
      line('tenth', within, commit(9_000_00, 'm1')),
      line('gone', within, commit(10_000_00, 'm1')),
      line('later', after, commit(10_000_00, 'm1')),
    ];
    const laureates = ['low', 'tenth', 'later', 'never'].map((id) => laureateOf(id));
    const { lowSubsidies } = summaryOf(
      factsWith({
        lines: [...lines, ...taken],
        laureates: [...laureates, laureateOf('gone', { status: 'withdrawn' })],
      }),
    );
    expect(lowSubsidies).toEqual([
      {
        ...{ laureate: 'Manufacture low', awardedCents: 10_000_00, remainingCents: 999_99 },
        path: '/equipe?laureat=low&partie=subvention',
      },
    ]);
  });
});

describe('An access', () => {
  it('is opened by a declaration of the period, and ends in it or in the next one', () => {
    const story = upTo('awaiting_diagnostic');
    const [declaration] = story.mission.expert.declarations;
    const laureates = [laureateOf('atelier')];
    const grantUntil = (until: number) => ({
      ...{ laureateId: 'atelier', uid: declaration?.uid ?? '', expertId: 'forge', active: true },
      missions: { m1: until },
    });
    const grants = [before, within, after + 7 * DAY, monday + 14 * DAY, WHILE_LIVE].map(grantUntil);
    const cut = { ...grantUntil(within), active: false };
    const summary = summaryOf(factsWith({ missions: [story.mission], laureates, grants: [...grants, cut] }));
    expect(summary.opened).toMatchObject([{ laureates: ['Manufacture atelier'] }]);
    expect(summary.opened[0]?.person).toBe(`${declaration?.name} (La Forge)`);
    expect(summary.ending.map(({ at, laureate }) => [at, laureate])).toEqual([[within, 'Manufacture atelier']]);
    expect(summary.ending.map(({ cut: wasCut }) => wasCut)).toEqual([false]);
    const next = summaryOf(factsWith({ period: periodOf('week', '2024-03-12'), missions: [story.mission], grants }));
    expect(next.opened).toEqual([]);
    expect(next.ending.map(({ at }) => at)).toEqual([after + 7 * DAY]);
  });
});

describe('An access that staff cut', () => {
  const story = upTo('awaiting_diagnostic');
  const [declaration] = story.mission.expert.declarations;
  const uid = declaration?.uid ?? '';
  const person = `${declaration?.name} (La Forge)`;
  const cutAt = (at: number, changed: Partial<AccessCut> = {}): AccessCut => ({
    ...{ at, aboutUid: uid, aboutName: 'Noé', laureateId: 'atelier' },
    ...changed,
  });
  const facts = { missions: [story.mission], laureates: [laureateOf('atelier')] };
  const ending = (...cuts: readonly AccessCut[]) => summaryOf(factsWith({ ...facts, cuts })).ending;

  it('is told as cut, on its day, in the period in which it was', () => {
    expect(ending(cutAt(before), cutAt(within), cutAt(after))).toEqual([
      { at: within, person, laureate: 'Manufacture atelier', cut: true },
    ]);
    const [told] = summaryParts(summaryOf(factsWith({ ...facts, cuts: [cutAt(within)] }))).filter(
      ({ title }) => title === 'Accès qui prennent fin (1)',
    );
    expect(told).toMatchObject({ lines: [{ detail: 'Manufacture atelier, coupé le mercredi 6 mars 2024' }] });
  });

  it('is every one of a person who was switched off, had it ever had any', () => {
    const switchedOff = { laureateId: null };
    expect(ending(cutAt(within, switchedOff))).toMatchObject([{ person, laureate: 'Tous ses dossiers', cut: true }]);
    expect(ending(cutAt(within, { ...switchedOff, aboutUid: 'somebody' }))).toEqual([]);
  });
});

describe('A sub-theme', () => {
  const note = (subthemes: readonly string[]) => ({ version: 1, subthemes, accepted: true, at: before });

  it('is without expert when a note or a live mission names it, and no published card', () => {
    const laureates = [
      laureateOf('a', { note: note(['1.1', '4.2']) }),
      laureateOf('b', { note: note(['1.1']) }),
      laureateOf('gone', { note: note(['2.1']), status: 'withdrawn' }),
    ];
    const missions = [missionOf('m1', ['1.1']), missionOf('m2', ['3.1'], 'closed'), missionOf('m3', ['2.2'])];
    const { uncovered } = summaryOf(factsWith({ laureates, missions, cards: [{ subthemes: ['4.2', '2.1'] }] }));
    expect(uncovered).toMatchObject([
      { theme: 'Stratégie foncière', laureates: 2, missions: 1 },
      { theme: 'Stratégie juridique', laureates: 0, missions: 1 },
    ]);
  });
});

describe('What happened', () => {
  const story = upTo('closed');
  const events = story.events.map((event) => ({ missionId: 'm1', event }));
  const facts = factsWith({
    missions: [story.mission],
    events,
    lines: story.laureate('atelier').entries.map((entry) => ({ laureateId: 'atelier', entry })),
  });

  it('is told line by line of a week, and counted of a month; reminders are left out', () => {
    const week = summaryOf(facts);
    expect(week.happened.map(({ what }) => what)).toContain('Mission demandée');
    expect(week.counts).toContainEqual({ label: 'Mission demandée', count: 1 });
    const month = summaryOf({ ...facts, period: periodOf('month', '2024-03-05') });
    expect(month.happened).toEqual([]);
    expect(month.counts).toEqual(week.counts);
    expect(summaryOf({ ...facts, period: periodOf('week', '2024-03-12') }).counts).toEqual([]);
    const reminded = events.map((one) => ({ ...one, event: { ...one.event, action: 'remind' as const } }));
    expect(summaryOf({ ...facts, events: reminded }).counts).toEqual([]);
  });

  it('names the missions that it left over, with what was settled, and none that was opened again', () => {
    expect(summaryOf(facts).ended).toEqual([
      {
        ...{ day: '2024-03-05', laureates: ['Manufacture atelier'], expert: 'La Forge', how: 'Terminée' },
        finalCents: story.share('atelier').finalCents,
      },
    ]);
    const again = upTo('closed');
    again.play(staff, 'reopen');
    const opened = again.events.map((event) => ({ missionId: 'm1', event }));
    expect(summaryOf({ ...facts, missions: [again.mission], events: opened }).ended).toEqual([]);
    const declined = upTo('declined');
    const over = declined.events.map((event) => ({ missionId: 'm1', event }));
    expect(summaryOf({ ...facts, missions: [declined.mission], events: over, lines: [] }).ended).toMatchObject([
      { how: 'Déclinée par l’expert', finalCents: 0 },
    ]);
  });
});

describe('The mail of a summary', () => {
  it('has a part for each thing there is to say, with bars that end at the largest', () => {
    const lines = [
      line('a', before, award(10_000_00)),
      line('a', within, commit(4_000_00, 'm1')),
      line('b', before, award(10_000_00)),
      line('b', within, commit(1_000_00, 'm2')),
    ];
    const laureates = [laureateOf('a', { region: 'Bretagne' }), laureateOf('b', { region: 'Occitanie' })];
    const missions = Array.from({ length: 10 }, (_one, index) =>
      missionOf(`m${index}`, ['4.2'], 'awaiting_validation'),
    );
    const parts = summaryParts(summaryOf(factsWith({ lines, laureates, missions, cards: [{ subthemes: ['4.2'] }] })));
    expect(parts.map(({ title }) => title)).toEqual([
      'Ce qui attend les manufactures (10)',
      'Accès ouverts (10)',
      'L’argent du programme',
      'Engagé et réglé, par thématique',
      'Engagé et réglé, par région',
      'Engagé et réglé, par promotion',
      'Engagé et réglé, par territoire',
    ]);
    const [waiting, , programme, , byRegion] = parts;
    expect(waiting).toMatchObject({ kind: 'lines' });
    if (waiting?.kind !== 'lines') throw new Error('what waits is lines');
    expect(waiting.lines).toHaveLength(5);
    expect(waiting.lines[0]?.detail).toBe('En attente de la validation du lauréat, depuis 6\u00a0jours');
    expect(waiting.lines[4]).toMatchObject({
      text: 'Et 6\u00a0autres, sur la page',
      path: '/equipe?vue=syntheses&periode=week.2024-W10',
    });
    expect(programme).toMatchObject({
      rows: [{ share: 1 }, { label: 'Engagé, pas encore réglé', share: 0.25 }, {}, {}, {}],
    });
    expect(byRegion).toMatchObject({
      rows: [
        { label: 'Bretagne', share: 1 },
        { label: 'Occitanie', share: 0.25 },
      ],
    });
  });

  it('says the money alone when nothing else happened', () => {
    expect(summaryParts(summaryOf(factsWith({}))).map(({ title }) => title)).toEqual(['L’argent du programme']);
  });
});
