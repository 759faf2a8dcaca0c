import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf } from '../calendar.ts';
import { defaultSettings } from '../programme/settings.ts';
import { isRefusal } from '../refusal.ts';
import { awaitsConfirmation, cardAction, confirmed, firstCardYear, reminded, withCardYear } from './confirming.ts';
import { decideExpert } from './decide.ts';
import type { ExpertCommand, ExpertRole } from './decisions.ts';
import type { Expert } from './profile.ts';
import { updatedProfile } from './registration.ts';
import { commandOf } from './testing/commands.ts';

/** Tuesday 5 March 2024; a year later it is Wednesday 5 March 2025. */
const PUBLISHED = Date.UTC(2024, 2, 5, 12);
const submitted: Expert = {
  ...{ id: 'forge', company: 'La Forge', siret: '73282932000074', state: 'submitted' },
  ...{ published: false, mayBeCommissioned: false, website: '' },
  contact: { name: 'Noé Martin', email: 'noe@forge.example', phone: '06 00 00 00 00' },
  publishes: { email: false, phone: false },
  ...{ subthemes: ['4.2'], regions: ['Bretagne'], answers: {}, formVersion: 1 },
  ...{ noInterestDeclaredAt: 1, interests: [], interestsLifted: null, submittedAt: 1, review: null },
};

function decided(expert: Expert, command: ExpertCommand, at = PUBLISHED, role: ExpertRole = 'staff'): Expert {
  const facts = { expert, role, interviewsKept: 1, questions: [] };
  const after = decideExpert(facts, command, { by: 'Camille', at });
  if (isRefusal(after)) throw new Error(after.code);
  return after;
}
const published = decided(submitted, commandOf('publish'));

/** What a sweep that runs every day from `from` to `to` does about a card. */
function played(card: Expert, from: Day, to: Day, settings = defaultSettings): [Day, string][] {
  const done: [Day, string][] = [];
  let current = card;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const action = cardAction(current, settings, day);
    if (action === null) continue;
    done.push([day, action]);
    const now = Date.parse(`${day}T06:30:00Z`);
    current = action === 'remindOfCard' ? reminded(current, settings, now) : { ...current, confirmBy: null };
    expect(current.published).toBe(true);
  }
  return done;
}

describe('The card of an expert', () => {
  it('is to be confirmed a year after it was published: two reminders, then a task of staff, and it stays published', () => {
    expect(published).toMatchObject({ confirmBy: '2025-03-05', confirmation: { at: PUBLISHED, reminders: [] } });
    expect(played(published, '2024-03-05', '2026-12-31')).toEqual([
      ['2025-03-05', 'remindOfCard'],
      ['2025-03-10', 'remindOfCard'],
      ['2025-03-19', 'giveToStaff'],
    ]);
  });

  it('is asked about on working days alone, and once for what a late sweep missed', () => {
    const saturday = { ...published, confirmBy: '2025-03-08' };
    expect(played(saturday, '2025-03-08', '2025-03-12')).toEqual([['2025-03-10', 'remindOfCard']]);
    expect(played(published, '2025-06-02', '2025-06-30').map(([, action]) => action)).toEqual([
      'remindOfCard',
      'remindOfCard',
      'giveToStaff',
    ]);
    const resting = { ...defaultSettings, quietPeriod: { from: '03-01', to: '03-31' } };
    expect(played(published, '2025-03-01', '2025-04-01', resting)).toEqual([['2025-04-01', 'remindOfCard']]);
  });

  it('follows the ladder of the settings', () => {
    const once = { ...defaultSettings, reminderDays: [5] };
    expect(played(published, '2025-03-05', '2025-12-31', once)).toEqual([
      ['2025-03-05', 'remindOfCard'],
      ['2025-03-12', 'giveToStaff'],
    ]);
  });

  it('begins another year when anybody of the company, or staff for it, confirms it, and changes in nothing else', () => {
    const asked = reminded(published, defaultSettings, Date.UTC(2025, 2, 5, 7));
    const at = Date.UTC(2025, 2, 6, 12);
    for (const role of ['contact', 'consultant', 'staff'] as const) {
      const after = decided(asked, { decision: 'confirmCard' }, at, role);
      expect(after).toEqual({ ...published, confirmation: { at, reminders: [] }, confirmBy: '2026-03-06' });
      expect(awaitsConfirmation(after, dayOf(at))).toBe(false);
    }
  });

  it('begins another year when its company sends it again', () => {
    const { contact, ...form } = { ...published, ...published.contact, declaresNoInterest: true };
    expect(contact).toBe(published.contact);
    const now = Date.UTC(2025, 5, 2, 12);
    expect(updatedProfile(published, form, { found: [], now }).confirmBy).toBe('2026-06-02');
    expect(updatedProfile(submitted, form, { found: [], now }).confirmBy ?? null).toBeNull();
  });

  it('is asked about no more once it leaves the directory, and begins a year when it comes back', () => {
    const suspended = decided(published, commandOf('suspend'));
    expect([suspended.confirmBy, cardAction(suspended, defaultSettings, '2025-03-05')]).toEqual([null, null]);
    const back = decided(suspended, commandOf('reinstate', ''), Date.UTC(2024, 6, 1, 12));
    expect(back.confirmBy).toBe('2025-07-01');
    expect(withCardYear(published, published, 0)).toBe(published);
  });

  it('published before years were counted begins one from what was last known of it, once', () => {
    const { confirmBy: _day, confirmation: _year, ...older } = published;
    expect(firstCardYear(older)?.confirmBy).toBe('2025-03-05');
    expect(firstCardYear({ ...older, submittedAt: Date.UTC(2024, 4, 6, 12) })?.confirmBy).toBe('2025-05-06');
    expect([firstCardYear(published), firstCardYear(submitted)]).toEqual([null, null]);
  });

  it('is shown to its company as to be confirmed from the end of its year, task of staff included', () => {
    expect(awaitsConfirmation(published, '2025-03-04')).toBe(false);
    expect(awaitsConfirmation(published, '2025-03-05')).toBe(true);
    const asked = reminded(published, defaultSettings, Date.UTC(2025, 2, 5, 7));
    expect(awaitsConfirmation({ ...asked, confirmBy: null }, '2025-06-01')).toBe(true);
    expect(awaitsConfirmation({ ...confirmed(asked, PUBLISHED), published: false }, '2026-06-01')).toBe(false);
  });
});
