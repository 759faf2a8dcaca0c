import { describe, expect, it } from 'vitest';
import { dayOf, endOfDay } from '../calendar.ts';
import { allStates, missionStates } from '../missions/states.ts';
import { requested, upTo } from '../missions/testing/journeys.ts';
import { expert, signatory, staff } from '../missions/testing/people.ts';
import type { Story } from '../missions/testing/story.ts';
import type { StaffTask } from '../staff/tasks.ts';
import {
  type Awaited,
  awaitedSinceBefore,
  expectedOf,
  isStillTold,
  type Waiting,
  waitsSinceBefore,
} from './expected.ts';

const of = (laureateId: string, role: 'signatory' | 'contributor' = 'signatory'): Awaited => ({
  kind: 'laureate',
  uid: `${role}-${laureateId}`,
  memberships: [{ laureateId, role }],
});
const ofForge = (uid = 'noe'): Awaited => ({ kind: 'expert', uid, expertId: 'forge' });

function waitingIn(story: Story, more: Partial<Waiting> = {}): Waiting {
  return {
    today: dayOf(story.now),
    settings: story.settings,
    missions: [story.mission],
    ...{ notesToRevise: [], sheetsToComplete: [], tasks: [] },
    ...more,
  };
}

const asked = (story: Story, person: Awaited) => expectedOf(person, waitingIn(story)).map(({ what }) => what);

describe('What is expected of a person', () => {
  it.each(allStates)('of a mission in %s, is expected of the side whose turn it is, and of no other', (state) => {
    const story = upTo(state);
    // A report is expected at the planned end, and an opinion once the service is confirmed: that is nobody's turn.
    if (state === 'awaiting_report') story.now = endOfDay(story.mission.submission?.plannedEnd ?? '');
    const { turn } = missionStates[state];
    const feedback = state === 'closed' ? 1 : 0;
    expect(asked(story, ofForge())).toHaveLength(turn === 'expert' ? 1 : 0);
    expect(asked(story, of('atelier'))).toHaveLength(turn === 'laureate' ? 1 : feedback);
    expect(asked(story, of('bocal'))).toEqual([]);
    expect(asked(story, { kind: 'staff', uid: 'camille' })).toEqual([]);
  });

  it('is said with whom, before when, and on which page', () => {
    const story = upTo('awaiting_validation');
    expect(expectedOf(of('atelier'), waitingIn(story))).toEqual([
      expect.objectContaining({
        what: 'Validez, renvoyez ou refusez le diagnostic et le devis',
        whom: expect.stringMatching(/, avec La Forge$/),
        delay: expect.stringMatching(/^avant le \p{L}+ \d/u),
        path: '/decision?mission=m1',
      }),
    ]);
    const late = { ...waitingIn(story), today: '2099-01-05' };
    expect(expectedOf(of('atelier'), late)[0]?.delay).toBe('depuis le mardi 5 mars 2024');
  });

  it('is a signatory’s where it signs; a contributor gives its opinion', () => {
    expect(asked(upTo('awaiting_validation'), of('atelier', 'contributor'))).toEqual([]);
    expect(asked(upTo('closed'), of('atelier', 'contributor'))).toEqual(['Donnez votre avis sur la mission']);
  });

  it('is no more of a laureate that has answered, while the others have not', () => {
    const story = upTo('awaiting_validation', requested('bocal'));
    story.play(signatory('atelier'), 'validate');
    expect(asked(story, of('atelier'))).toEqual([]);
    expect(asked(story, of('bocal'))).toHaveLength(1);
  });

  it('is to say whether it shares, of a laureate that is proposed to', () => {
    const story = requested();
    story.play(signatory('atelier'), 'cancel');
    const shared = story.about('m2');
    shared.play(signatory('atelier'), 'request', { shareWith: ['bocal'] });
    expect(asked(shared, of('bocal'))).toEqual(['Dites si votre manufacture prend part à la mission']);
    expect(asked(shared, of('chanvre'))).toEqual([]);
  });

  it('is to answer an amendment, whose expert then waits', () => {
    const story = upTo('awaiting_report');
    story.play(expert, 'proposeAmendment');
    story.now = endOfDay(story.mission.submission?.plannedEnd ?? '');
    expect(asked(story, of('atelier'))).toEqual(['Validez ou refusez l’avenant']);
    expect(asked(story, ofForge())).toEqual([]);
  });

  it('is no report before the planned end, but for one that was sent back', () => {
    const story = upTo('awaiting_report');
    expect(asked(story, ofForge())).toEqual([]);
    const sentBack = upTo('awaiting_confirmation');
    sentBack.play(signatory('atelier'), 'sendBackReport');
    expect(asked(sentBack, ofForge())).toEqual(['Reprenez le rapport de mission, puis envoyez-le de nouveau']);
  });

  it('is of every person of a company until one follows the mission, then of those who do', () => {
    const story = requested();
    expect([asked(story, ofForge('noe')), asked(story, ofForge('mina'))].map(({ length }) => length)).toEqual([1, 1]);
    story.play(expert, 'declareNoInterest');
    expect([asked(story, ofForge('noe')), asked(story, ofForge('mina'))].map(({ length }) => length)).toEqual([1, 0]);
    expect(asked(story, { kind: 'expert', uid: 'zoe', expertId: 'another-company' })).toEqual([]);
  });

  it('names the laureate in each page, of a person who has two', () => {
    const story = upTo('awaiting_validation');
    const memberships = [
      { laureateId: 'atelier', role: 'signatory' as const },
      { laureateId: 'bocal', role: 'signatory' as const },
    ];
    const waiting = waitingIn(story, {
      notesToRevise: [{ laureateId: 'bocal', laureateName: 'Le Bocal', handedInAt: story.now }],
    });
    expect(expectedOf({ kind: 'laureate', uid: 'anne', memberships }, waiting).map(({ path }) => path)).toEqual([
      '/decision?mission=m1&laureat=atelier',
      '/laureat?note=oui&laureat=bocal',
    ]);
  });

  it('is a note to revise, or a sheet to complete, of those who hold it', () => {
    const story = upTo('declined');
    const waiting = waitingIn(story, {
      notesToRevise: [{ laureateId: 'atelier', laureateName: 'L’Atelier', handedInAt: 0 }],
      sheetsToComplete: [{ expertId: 'forge', since: 0 }],
    });
    expect(expectedOf(of('atelier'), waiting)).toHaveLength(1);
    expect(expectedOf(of('bocal'), waiting)).toHaveLength(0);
    expect(expectedOf(ofForge(), waiting)).toEqual([expect.objectContaining({ path: '/expert' })]);
  });

  it('of the team, is each task that is nobody’s or its own, unless it was put off', () => {
    const story = upTo('on_hold');
    const task: StaffTask = {
      ...{ id: 'missionOnHold.m1', kind: 'missionOnHold', about: 'L’Atelier et La Forge', at: story.now },
      ...{ laureateId: 'atelier', missionId: 'm1', expertId: 'forge' },
      ...{ assigneeUid: null, snoozedUntil: null, closedAt: null, closedBy: null },
    };
    const tasks = [
      task,
      { ...task, id: 'mine', assigneeUid: 'camille' },
      { ...task, id: 'another', assigneeUid: 'ines' },
      { ...task, id: 'later', snoozedUntil: '2099-01-01' },
    ];
    const found = expectedOf({ kind: 'staff', uid: 'camille' }, waitingIn(story, { tasks }));
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({
      what: 'Décider de la suite',
      whom: 'Mission suspendue, L’Atelier et La Forge',
      path: '/equipe?mission=m1',
    });
    expect(expectedOf({ kind: 'nobody' }, waitingIn(story, { tasks }))).toEqual([]);
  });
});

describe('What has waited', () => {
  it('since before a day is told from what came on it', () => {
    const story = upTo('awaiting_validation');
    const waits = (day: string) => waitsSinceBefore(day, of('atelier'), waitingIn(story));
    expect([waits('2024-03-05'), waits('2024-03-06')]).toEqual([false, true]);
  });

  it.each(allStates)(
    'is looked for in the organisations of whom a mission in %s has waited for, and in no other',
    (state) => {
      const story = upTo(state, requested('bocal'));
      if (state === 'awaiting_report') story.now = endOfDay(story.mission.submission?.plannedEnd ?? '');
      const waiting = waitingIn(story);
      for (const day of ['2024-03-05', '2024-03-06', '2099-01-01']) {
        const { laureateIds, expertIds } = awaitedSinceBefore(day, waiting);
        const waits = (person: Awaited) => waitsSinceBefore(day, person, waiting);
        for (const id of ['atelier', 'bocal', 'chanvre'])
          expect([id, laureateIds.has(id)]).toEqual([id, waits(of(id))]);
        expect(expertIds.has('forge')).toBe(waits(ofForge()));
      }
    },
  );

  it('is looked for where a note is to revise, or a sheet to complete, since before that day', () => {
    const handedInAt = Date.parse('2024-03-05T10:00:00Z');
    const waiting = {
      missions: [],
      notesToRevise: [{ laureateId: 'bocal', laureateName: 'Le Bocal', handedInAt }],
      sheetsToComplete: [{ expertId: 'forge', since: handedInAt }],
    };
    const found = (day: string) => {
      const { laureateIds, expertIds } = awaitedSinceBefore(day, waiting);
      return [...laureateIds, ...expertIds];
    };
    expect([found('2024-03-05'), found('2024-03-06')]).toEqual([[], ['bocal', 'forge']]);
  });
});

describe('A mail that was held', () => {
  const story = upTo('awaiting_validation');
  const waiting = waitingIn(story);
  const mail = { mission: { id: 'm1', event: 1 } };

  it('about a live mission is told to those who take part in it alone', () => {
    expect([isStillTold(of('atelier'), mail, waiting), isStillTold(of('bocal'), mail, waiting)]).toEqual([true, false]);
    const other: Awaited = { kind: 'expert', uid: 'zoe', expertId: 'another-company' };
    expect([isStillTold(ofForge(), mail, waiting), isStillTold(other, mail, waiting)]).toEqual([true, false]);
    expect(isStillTold({ kind: 'staff', uid: staff.uid }, mail, waiting)).toBe(true);
  });

  it('about no mission, or one that is no longer read, is told', () => {
    expect(isStillTold(of('bocal'), { mission: null }, waiting)).toBe(true);
    expect(isStillTold(of('bocal'), { mission: { id: 'gone', event: 1 } }, waiting)).toBe(true);
  });
});
