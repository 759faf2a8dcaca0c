import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf } from '../calendar.ts';
import { defaultSettings, type ProgrammeSettings } from '../programme/settings.ts';
import { isWorkingDay } from '../working-days.ts';
import type { Mission } from './mission.ts';
import { waitingStates } from './states.ts';
import { upTo } from './testing/journeys.ts';
import { expert, signatory, staff, system } from './testing/people.ts';
import { atDeadline, onDay, pastDeadline, whenDue } from './testing/waiting.ts';
import { dueAction, dueDay, dueOf, timers } from './timers.ts';
import { transitions } from './transitions.ts';

/** What a sweep that runs every day from `from` to `to` does to a mission, by the rules alone. */
function played(mission: Mission, settings: ProgrammeSettings, from: Day, to: Day): [Day, string][] {
  const done: [Day, string][] = [];
  let current = mission;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    // Nothing is asked before the day written with the mission: what the sweep's query answers.
    const due = dueDay(current, settings);
    const action = due === null || day < due ? null : dueAction(current, settings, day);
    if (action === null) continue;
    done.push([day, action]);
    const at = Date.parse(`${day}T06:30:00Z`);
    if (action === 'expire') break;
    current = action === 'remind' ? { ...current, lastReminderAt: at } : { ...current, deadlinePassedAt: at };
  }
  return done;
}

describe('A waiting', () => {
  it.each([
    // The tenth working day is the deadline itself: it is staff's.
    ['awaiting_expert', '2024-03-19', ['2024-03-08']],
    ['awaiting_diagnostic', '2024-04-03', ['2024-03-08', '2024-03-19']],
    ['awaiting_validation', '2024-03-26', ['2024-03-08', '2024-03-19']],
    ['awaiting_correction', '2024-03-19', ['2024-03-08']],
    // From the end of the services that the devis plans, Friday 28 June.
    ['awaiting_report', '2024-07-19', ['2024-07-03', '2024-07-12']],
    ['awaiting_confirmation', '2024-03-26', ['2024-03-08', '2024-03-19']],
  ] as const)('begun on Tuesday 5 March 2024: %s is expected before %s', (state, deadline, reminders) => {
    const story = upTo(state);
    expect(dueOf(story.mission, story.settings)).toEqual({ deadline, reminders, expiry: null });
    expect(story.mission.dueOn).toBe(reminders[0]);
  });

  it('has no day where nobody is awaited, or only staff', () => {
    for (const state of ['on_hold', 'closed', 'cancelled', 'declined'] as const) {
      const { mission, settings } = upTo(state);
      expect([dueOf(mission, settings), dueDay(mission, settings), mission.dueOn]).toEqual([null, null, null]);
    }
  });

  it('may expire in the states from which the table expires, and there alone', () => {
    const expiring = waitingStates.filter((state) => timers[state].atDeadline === 'taskThenExpiry');
    expect(expiring).toEqual(transitions.expire.from);
  });

  it('goes through its reminders, the task of staff and the end, each once, on working days', () => {
    const { mission, settings } = upTo('awaiting_expert');
    expect(played(mission, settings, '2024-03-05', '2024-12-31')).toEqual([
      ['2024-03-08', 'remind'],
      ['2024-03-19', 'passDeadline'],
      // Ten working days more, Easter Monday left out.
      ['2024-04-03', 'expire'],
    ]);
  });

  it('never ends by itself once a diagnostic was handed in, even withdrawn', () => {
    const story = upTo('awaiting_validation');
    story.play(expert, 'retract');
    const done = played(story.mission, story.settings, '2024-03-05', '2025-03-05');
    expect(done.map(([, action]) => action)).toEqual(['remind', 'remind', 'passDeadline']);
    expect(pastDeadline(story).mission.dueOn).toBeNull();
  });

  it('reminds once for the reminders that a late sweep missed, and gives staff their days before it expires', () => {
    const { mission, settings } = upTo('awaiting_expert');
    expect(played(mission, settings, '2024-03-18', '2024-03-31')).toEqual([
      ['2024-03-18', 'remind'],
      ['2024-03-19', 'passDeadline'],
    ]);
    expect(played(mission, settings, '2024-06-03', '2024-06-30')).toEqual([
      ['2024-06-03', 'passDeadline'],
      ['2024-06-17', 'expire'],
    ]);
  });

  it('begins again whenever the mission moves', () => {
    const story = whenDue(upTo('awaiting_validation'));
    story.play(system, 'remind');
    expect(pastDeadline(story).mission.deadlinePassedAt).toBe(story.now);
    story.play(signatory('atelier'), 'sendBack');
    const { mission, settings } = story;
    expect([mission.deadlinePassedAt, mission.lastReminderAt]).toEqual([null, null]);
    expect(dueOf(mission, settings)?.deadline).toBe('2024-04-10');
  });

  it('is moved as a whole by the time that staff give, and reminds of nothing that is past', () => {
    const story = pastDeadline(upTo('awaiting_expert'));
    story.play(staff, 'extend', { days: 15 });
    const { mission, settings } = story;
    expect(mission.deadlinePassedAt).toBeNull();
    expect(dueOf(mission, settings)).toEqual({
      deadline: '2024-04-03',
      // Three working days from Tuesday 19 March, on which it was given; the tenth is the new deadline.
      reminders: ['2024-03-22'],
      expiry: null,
    });
    // Given again while it runs, it is added to what was given: nobody loses a day.
    story.play(staff, 'extend', { days: 6 });
    expect(dueOf(story.mission, settings)?.deadline).toBe('2024-04-09');
    const early = upTo('awaiting_expert');
    early.play(staff, 'extend', { days: 1 });
    expect(dueOf(early.mission, early.settings)?.deadline).toBe('2024-03-20');
  });

  it('given until a Saturday lasts until the Monday', () => {
    const story = upTo('awaiting_expert');
    story.play(staff, 'extend', { days: 4 });
    expect(dueOf(story.mission, story.settings)?.deadline).toBe('2024-03-25');
  });

  it('never lasts beyond the programme, but one that begins past it has its task all the same', () => {
    const story = onDay(upTo('awaiting_expert'), '2024-12-24');
    const { mission, settings } = story;
    const late = { ...mission, since: story.now };
    expect(dueOf(late, settings)?.deadline).toBe('2025-01-01');
    // On the first working day: the first of January is none.
    expect(played(late, settings, '2024-12-31', '2025-01-05')).toEqual([
      ['2024-12-31', 'remind'],
      ['2025-01-02', 'passDeadline'],
    ]);
    const past = { ...mission, since: Date.parse('2025-02-04T11:00:00Z') };
    expect(dueOf(past, settings)?.deadline).toBe('2025-02-18');
  });

  it('rests with the programme', () => {
    const resting = { ...defaultSettings, quietPeriod: { from: '08-01', to: '08-31' } };
    const { mission } = upTo('awaiting_expert');
    const begun = { ...mission, since: Date.parse('2024-07-30T11:00:00Z') };
    expect(dueOf(begun, resting)?.deadline).toBe('2024-09-12');
    expect(played(begun, resting, '2024-07-30', '2024-08-31')).toEqual([]);
    expect(dueOf(begun, defaultSettings)?.deadline).toBe('2024-08-13');
  });

  it('begins on a day of Paris: half past eleven at night and half past midnight are not the same one', () => {
    const { mission } = upTo('awaiting_expert');
    const deadline = (since: number) => dueOf({ ...mission, since }, defaultSettings)?.deadline;
    expect(deadline(Date.UTC(2024, 2, 4, 22, 30))).toBe('2024-03-18');
    expect(deadline(Date.UTC(2024, 2, 4, 23, 30))).toBe('2024-03-19');
    // The night of the change of hour, 30 to 31 March 2024.
    expect(deadline(Date.UTC(2024, 2, 28, 22, 30))).toBe('2024-04-12');
    expect(deadline(Date.UTC(2024, 2, 31, 21, 30))).toBe('2024-04-15');
    expect(deadline(Date.UTC(2024, 2, 31, 22, 30))).toBe('2024-04-15');
  });
});

const moments = fc.integer({ min: Date.UTC(2023, 1, 1), max: Date.UTC(2024, 8, 1) });
const settingsOf = fc.record({
  waiting: fc.integer({ min: 1, max: 60 }),
  expiresAfterDays: fc.integer({ min: 1, max: 30 }),
  quietPeriod: fc.constantFrom(null, { from: '08-01', to: '08-31' }, { from: '12-22', to: '01-02' }),
  closedDays: fc.constantFrom([], ['2024-03-07', '2024-03-08', '2024-05-10']),
});

describe('For any waiting, setting and start', () => {
  it('reminders are working days, in order, after the start and before the deadline; a longer wait ends no earlier', () => {
    fc.assert(
      fc.property(moments, settingsOf, fc.constantFrom(...waitingStates), (since, chosen, state) => {
        const { waiting, ...rest } = chosen;
        const waitingDays = (days: number) => ({ ...defaultSettings.waitingDays, [state]: days });
        const settings = { ...defaultSettings, ...rest, waitingDays: waitingDays(waiting) };
        const mission = { ...upTo(state).mission, since };
        const due = dueOf(mission, settings);
        if (due === null) throw new Error('a waiting state has days');
        expect([...due.reminders].sort()).toEqual(due.reminders);
        expect(new Set(due.reminders).size).toBe(due.reminders.length);
        for (const day of due.reminders) {
          expect(isWorkingDay(day, settings)).toBe(true);
          expect(dayOf(since) < day && day < due.deadline).toBe(true);
        }
        const longer = dueOf(mission, { ...settings, waitingDays: waitingDays(waiting + 1) });
        expect((longer?.deadline ?? '') >= due.deadline).toBe(true);
        const done = played(mission, settings, dayOf(since), addDays(due.deadline, 120));
        expect(done.map(([, action]) => action).filter((action) => action === 'passDeadline')).toHaveLength(1);
        for (const [day] of done) expect(isWorkingDay(day, settings)).toBe(true);
      }),
      { seed: 20_250_304, numRuns: 40 },
    );
  });

  it('nothing is due before the day written with the mission', () => {
    for (const state of waitingStates) {
      const story = upTo(state);
      const { mission, settings } = story;
      const due = mission.dueOn ?? '';
      for (let day = dayOf(mission.since); day < due; day = addDays(day, 1))
        expect(dueAction(mission, settings, day)).toBeNull();
      expect(dueAction(mission, settings, due)).not.toBeNull();
      expect(dueAction(atDeadline(story).mission, settings, dayOf(story.now))).toBe('passDeadline');
    }
  });
});
