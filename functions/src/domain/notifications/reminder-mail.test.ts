import { describe, expect, it } from 'vitest';
import type { Mission } from '../missions/mission.ts';
import { shared } from '../missions/testing/guard-case.ts';
import { upTo } from '../missions/testing/journeys.ts';
import { expert, signatory } from '../missions/testing/people.ts';
import type { OutboxItem, Reminded } from './mails.ts';
import { noFacts } from './mails.ts';
import { remindedMissions, reminderMail, reminderNow } from './reminder-mail.ts';

const TODAY = '2024-03-08';

/** What a reminder keeps of a mission that waits. */
function reminded(mission: Mission, change: Partial<Reminded> = {}): Reminded {
  if (mission.state !== 'awaiting_validation' && mission.state !== 'awaiting_report')
    throw new Error('a mission of this test waits');
  return {
    missionId: mission.id,
    event: mission.events,
    state: mission.state,
    since: mission.since,
    laureateId: mission.state === 'awaiting_report' ? null : 'atelier',
    laureateName: 'L’Atelier',
    expertName: mission.expert.name,
    need: mission.need,
    expectedBefore: '2024-03-26',
    path: `/expert?mission=${mission.id}`,
    ...change,
  };
}

const item: OutboxItem = {
  id: 'reminder.2024-03-08.somebody.1',
  mail: 'reminder',
  to: { email: 'noe@forge.example', name: 'Noé', uid: 'noe' },
  facts: { ...noFacts, recipientName: 'Noé', reader: 'expert' },
  path: '/expert',
  when: 'now',
  mission: null,
  parts: [],
  createdAt: 0,
};

const running = upTo('awaiting_report').mission;
const one = reminded(running);
const other = reminded(running, { missionId: 'm2', laureateName: 'Le Bocal', expectedBefore: '2024-03-12' });
const now = (...missions: readonly Mission[]) => new Map(missions.map((mission) => [mission.id, mission]));

describe('The reminders of one morning to one person', () => {
  it('of one mission are the mail of that mission', () => {
    const mail = reminderMail(item, [one]);
    expect(mail).toMatchObject({ mission: { id: one.missionId, event: one.event }, path: one.path, parts: [] });
    expect(mail.facts).toMatchObject({ state: 'awaiting_report', laureateName: 'L’Atelier', recipientName: 'Noé' });
  });

  it('of several are one mail, a line each, the most pressing first', () => {
    const mail = reminderMail(item, [one, other, { ...one, missionId: 'm3', expectedBefore: null }]);
    expect(mail).toMatchObject({ mission: null, path: '/expert' });
    expect(mail.facts).toMatchObject({
      state: null,
      happened: 'Rappel pour 3 missions',
      laureateName: 'Le Bocal et L’Atelier',
    });
    expect(mail.parts).toEqual([
      {
        kind: 'lines',
        title: 'Ce qui est attendu de vous',
        lines: [
          {
            text: 'Le Bocal : mission en cours, rapport attendu',
            detail: 'avant le mardi 12 mars 2024',
            path: other.path,
          },
          expect.objectContaining({ detail: 'avant le mardi 26 mars 2024' }),
          expect.objectContaining({ detail: '' }),
        ],
      },
    ]);
    expect(remindedMissions(mail)).toEqual(['m2', one.missionId, 'm3']);
  });
});

describe('A reminder about to leave', () => {
  const second = { ...running, id: 'm2' };

  it('leaves as it is while all of it is awaited', () => {
    const mail = reminderMail(item, [one, other]);
    expect(reminderNow(mail, now(running, second), TODAY)).toBe(mail);
    expect(reminderNow(item, now(), TODAY)).toBe(item);
  });

  it('leaves without the mission that moved, and becomes the mail of the one that is left', () => {
    const moved = upTo('awaiting_report');
    moved.play(expert, 'submitReport');
    const left = reminderNow(reminderMail(item, [one, other]), now(moved.mission, second), TODAY);
    expect(left).toMatchObject({ mission: { id: 'm2' }, parts: [], facts: { state: 'awaiting_report', happened: '' } });
  });

  it('does not leave when nothing of it is awaited any more', () => {
    const mail = reminderMail(item, [one]);
    expect(reminderNow(mail, now(), TODAY)).toBeNull();
    // Moved and come back: a new waiting.
    expect(reminderNow(mail, now({ ...running, since: running.since + 1 }), TODAY)).toBeNull();
    expect(reminderNow(mail, now({ ...running, remindersFrom: '2024-03-11' }), TODAY)).toBeNull();
    expect(reminderNow(mail, now({ ...running, remindersFrom: TODAY }), TODAY)).toBe(mail);
  });

  it('of a shared mission leaves for who has not answered, and not for who has', () => {
    const story = upTo('awaiting_validation', shared());
    const mail = (laureateId: string) => reminderMail(item, [reminded(story.mission, { laureateId })]);
    const [toAtelier, toBocal] = [mail('atelier'), mail('bocal')];
    story.play(signatory('atelier'), 'validate');
    expect(reminderNow(toAtelier, now(story.mission), TODAY)).toBeNull();
    expect(reminderNow(toBocal, now(story.mission), TODAY)).toBe(toBocal);
  });

  it('to somebody of two laureates of one mission is of one mission, and leaves while either is awaited', () => {
    const story = upTo('awaiting_validation', shared());
    const both = ['atelier', 'bocal'].map((laureateId) => reminded(story.mission, { laureateId }));
    const mail = reminderMail(item, both);
    expect([mail.mission?.id, mail.parts]).toEqual([story.mission.id, []]);
    story.play(signatory('atelier'), 'validate');
    expect(reminderNow(mail, now(story.mission), TODAY)?.reminds).toEqual([both[1]]);
    story.play(signatory('bocal'), 'validate');
    expect(reminderNow(mail, now(story.mission), TODAY)).toBeNull();
  });
});
