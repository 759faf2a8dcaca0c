import { describe, expect, it } from 'vitest';
import { dayOf } from '../calendar.ts';
import { defaultSettings } from '../programme/settings.ts';
import { awaitedNames } from './awaited.ts';
import { eventOf } from './journal.ts';
import { lastSnooze, shownReminders, snoozeChoices } from './reminding.ts';
import { taskChanges } from './tasks.ts';
import { shared } from './testing/guard-case.ts';
import { upTo } from './testing/journeys.ts';
import { colleague, contributor, expert, signatory, staff, system } from './testing/people.ts';
import type { Story } from './testing/story.ts';
import { onDay, pastDeadline, whenDue } from './testing/waiting.ts';
import { dueAction, dueOf } from './timers.ts';

const atelier = signatory('atelier');
const shown = ({ mission, settings, now }: Story) => shownReminders(mission, settings, dayOf(now));
const remindersOf = ({ mission, settings }: Story) => dueOf(mission, settings)?.reminders;

describe('The ladder of reminders', () => {
  const begun = (day: string, settings = defaultSettings) =>
    dueOf({ ...upTo('awaiting_validation').mission, since: Date.parse(`${day}T11:00:00Z`) }, settings)?.reminders;

  it('is counted in working days from the beginning, over weekends, holidays and the quiet period', () => {
    // From a Friday: the Wednesday after the weekend.
    expect(begun('2024-03-08')).toEqual(['2024-03-13', '2024-03-22']);
    // Over Easter Monday, 1 April 2024.
    expect(begun('2024-03-28')).toEqual(['2024-04-03', '2024-04-12']);
    expect(begun('2024-07-30', { ...defaultSettings, quietPeriod: { from: '08-01', to: '08-31' } })).toEqual([
      '2024-09-03',
      '2024-09-12',
    ]);
  });

  it('is a setting, and none of it comes at the deadline or later', () => {
    expect(begun('2024-03-05', { ...defaultSettings, reminderDays: [1, 14, 15, 16] })).toEqual([
      '2024-03-06',
      '2024-03-25',
    ]);
  });

  it('reminds the side whose answer is awaited; of a shared mission, those that have not answered', () => {
    expect(awaitedNames(upTo('awaiting_report').mission)).toBe(upTo('awaiting_report').mission.expert.name);
    const story = upTo('awaiting_validation', shared());
    const { participants } = story.mission;
    expect(awaitedNames(story.mission)).toBe(`${participants.atelier?.name} et ${participants.bocal?.name}`);
    story.play(atelier, 'validate');
    expect(awaitedNames(story.mission)).toBe(participants.bocal?.name);
    expect(awaitedNames(upTo('on_hold').mission)).toBe('');
  });
});

describe('Reminders put off', () => {
  it('come on the day that was chosen, once for those it put off, and go on from there', () => {
    const story = upTo('awaiting_validation');
    const { deadline } = dueOf(story.mission, story.settings) ?? {};
    story.play(contributor('atelier'), 'snoozeReminders', { until: '2024-03-14' });
    expect(dueOf(story.mission, story.settings)).toMatchObject({ deadline, reminders: ['2024-03-14', '2024-03-19'] });
    expect(story.mission.dueOn).toBe('2024-03-14');
    expect(dueAction(story.mission, story.settings, '2024-03-13')).toBeNull();
    whenDue(story).play(system, 'remind');
    expect(story.mission.dueOn).toBe('2024-03-19');
  });

  it('until a Saturday come on the Monday; until after the last of the ladder, once', () => {
    const story = upTo('awaiting_validation');
    story.play(atelier, 'snoozeReminders', { until: '2024-03-23' });
    expect(remindersOf(story)).toEqual(['2024-03-25']);
  });

  it('take back their rhythm in one press, or when the mission moves', () => {
    const story = upTo('awaiting_validation');
    const usual = remindersOf(story);
    story.play(atelier, 'snoozeReminders', { until: '2024-03-14' });
    story.play(staff, 'snoozeReminders', { until: null });
    expect([story.mission.remindersFrom, remindersOf(story)]).toEqual([null, usual]);
    story.play(atelier, 'snoozeReminders', { until: '2024-03-14' });
    story.play(atelier, 'sendBack');
    expect(story.mission.remindersFrom).toBeNull();
    // What was asked of the laureate is not what is asked of the expert.
    expect(remindersOf(story)).toEqual(['2024-03-08']);
  });

  it('stay put off through an extension, which moves the deadline alone', () => {
    const story = upTo('awaiting_validation');
    story.play(atelier, 'snoozeReminders', { until: '2024-03-14' });
    story.play(staff, 'extend', { days: 30 });
    expect(remindersOf(story)?.[0]).toBe('2024-03-14');
  });

  it('are told in the journal, with their day', () => {
    const { event } = upTo('awaiting_report').play(expert, 'snoozeReminders', { until: '2024-07-02' });
    expect(event).toMatchObject({
      action: 'snoozeReminders',
      reason: 'Aucun rappel avant le mardi 2 juillet 2024.',
      from: 'awaiting_report',
      to: 'awaiting_report',
    });
    const story = upTo('awaiting_validation');
    story.play(atelier, 'snoozeReminders');
    const command = { action: 'snoozeReminders', input: { until: null } } as const;
    expect(eventOf(story.facts(atelier), command, story.mission).reason).toBe(
      'Les rappels reprennent leur rythme habituel.',
    );
  });

  it('are offered for three days of work, none beyond the eve of the deadline', () => {
    const { mission, settings } = upTo('awaiting_expert');
    expect(snoozeChoices(mission, settings, '2024-03-07')).toEqual(['2024-03-08', '2024-03-12', '2024-03-14']);
    expect(snoozeChoices(mission, settings, '2024-03-14')).toEqual(['2024-03-15']);
    expect([lastSnooze(mission, settings, '2024-03-14'), lastSnooze(mission, settings, '2024-03-18')]).toEqual([
      '2024-03-18',
      null,
    ]);
    expect(snoozeChoices(upTo('closed').mission, settings, '2024-03-07')).toEqual([]);
  });
});

describe('What a page says of reminders', () => {
  it('is who is reminded, when last, and when next', () => {
    const story = upTo('awaiting_validation');
    const to = story.mission.participants.atelier?.name;
    expect(shown(story)).toEqual({ to, lastAt: null, next: '2024-03-08', putOffTo: null });
    whenDue(story).play(system, 'remind');
    expect(shown(story)).toEqual({ to, lastAt: story.now, next: '2024-03-19', putOffTo: null });
    story.play(atelier, 'snoozeReminders', { until: '2024-03-21' });
    expect(shown(story)).toMatchObject({ next: '2024-03-21', putOffTo: '2024-03-21' });
    expect(shown(onDay(story, '2024-03-21'))?.putOffTo).toBeNull();
    expect(shown(pastDeadline(story))?.next).toBeNull();
  });

  it('is nothing where nobody is awaited, or only staff', () => {
    expect([shown(upTo('on_hold')), shown(upTo('closed'))]).toEqual([null, null]);
  });

  it('says of one that a sweep missed the next day that is worked, and none where that is the deadline', () => {
    const story = upTo('awaiting_expert');
    expect(shown(onDay(story, '2024-03-16'))?.next).toBe('2024-03-18');
    expect(shown(onDay(story, '2024-03-19'))?.next).toBeNull();
  });
});

describe('The task of a deadline that passed', () => {
  const taskOf = (story: Story) => taskChanges(null, story.mission, story.settings).opened[0]?.about;

  it('says who was reminded, and when last', () => {
    const story = upTo('awaiting_expert');
    const name = story.mission.expert.name;
    expect(taskOf(pastDeadline(upTo('awaiting_expert')))).toContain('Aucun rappel n’est parti.');
    whenDue(story).play(system, 'remind');
    pastDeadline(story);
    expect(taskOf(story)).toContain(`Dernier rappel à ${name} : vendredi 8 mars 2024.`);
  });

  it('follows the reminders that staff send since, and nothing else', () => {
    const story = pastDeadline(upTo('awaiting_expert'));
    const late = story.mission;
    story.play(staff, 'remind');
    expect(taskChanges(late, story.mission, story.settings).opened[0]?.about).toContain('mardi 19 mars 2024');
    const reminded = story.mission;
    story.play(colleague, 'declareNoInterest');
    expect(taskChanges(reminded, story.mission, story.settings)).toEqual({ opened: [], closed: [] });
  });
});
