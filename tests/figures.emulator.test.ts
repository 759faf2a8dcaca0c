import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../functions/src/domain/calendar.ts';
import { requested, upTo } from '../functions/src/domain/missions/testing/journeys.ts';
import { expert, observer, signatory, staff } from '../functions/src/domain/missions/testing/people.ts';
import { defaultSettings } from '../functions/src/domain/programme/settings.ts';
import { totalBalance } from '../functions/src/domain/subsidy/position.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { LEDGER_HEAD, ledgerHeads } from '../functions/src/store/collections/ledger.ts';
import { feedback } from '../functions/src/store/collections/submissions.ts';
import { makeFigures, makeFiguresAgain } from '../functions/src/store/figures/making.ts';
import { databaseOf } from '../functions/src/store/missions/testing/database.ts';
import { storeWorld } from '../functions/src/store/missions/testing/world.ts';
import { figuresView } from '../functions/src/store/views/figures.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { signIn, staffPerson } from './people.ts';
import { laureateWith, openProgramme } from './programme.ts';

/** Of its own: the programmes of other tests share one. */
const { firestore, clear } = databaseOf('figures');
/** The story begins on Tuesday 5 March 2024. */
const april = Date.parse('2024-04-02T09:00:00Z');
const overseers = [staff, observer].map((person) => person.actor(april));
const others = [signatory('atelier'), expert].map((person) => person.actor(april));

beforeEach(async () => {
  await clear();
  await storeWorld(firestore, upTo('closed', requested('bocal')), ['m1']);
});

describe('The figures of the programme', () => {
  it('are those of its ledgers, its missions and their journals', async () => {
    const figures = await makeFigures(firestore, april);
    const heads = ledgerHeads.list((await firestore.collectionGroup(LEDGER_HEAD).get()).docs);
    expect(figures.money.total.after).toEqual(totalBalance(heads.map(({ balance }) => balance)));
    expect(figures).toMatchObject({
      unreadableDocuments: 0,
      months: [
        { month: '2024-03', requests: 1, validations: 1, reports: 1 },
        { month: '2024-04', requests: 0, validations: 0, reports: 0 },
      ],
      states: [{ state: 'closed', missions: 1 }],
      feedback: { least: defaultSettings.feedbackLeast, given: 0 },
    });
    expect(figures.delays.map(({ step }) => step)).toContain('whole');
    expect(figures.coverage.regions.find(({ region }) => region === 'Bretagne')).toMatchObject({
      laureates: 3,
      missions: 1,
      experts: 0,
    });
  });

  it('have the answers of feedback in groups, and none of its words nor of its laureates', async () => {
    const givers = Array.from({ length: 6 }, () => newId());
    await Promise.all(
      givers.map((laureateId) => {
        const answers = { overall: 'Satisfaisant', comment: 'Un mot que nul ne doit lire' };
        const given = {
          missionId: 'm1',
          laureateId,
          expertId: 'forge',
          at: april - 240 * HOUR,
          formVersion: 1,
          answers,
        };
        return firestore.doc(feedback.path('m1', laureateId)).set(feedback.write(given));
      }),
    );
    const { feedback: made, ...figures } = await makeFigures(firestore, april);
    expect(made.questions[0]).toMatchObject({ id: 'overall', all: { answers: 6, counts: [0, 6, 0, 0] } });
    const text = JSON.stringify({ made, figures });
    for (const hidden of ['Un mot que nul', ...givers]) expect(text).not.toContain(hidden);
  });

  it('count a document that can’t be read, and say the rest', async () => {
    await firestore.doc('missions/broken').set({ schema: 1, state: 'unheard-of' });
    expect(await makeFigures(firestore, april)).toMatchObject({ unreadableDocuments: 1, states: [{ missions: 1 }] });
  });
});

describe('The page of figures', () => {
  it('is one read, for the team and observers, and refused to laureates and experts', async () => {
    const made = await makeFigures(firestore, april);
    // Nothing else is there any more: the page needs nothing else.
    await Promise.all(
      ['missions', 'laureates', 'experts'].map((name) => firestore.recursiveDelete(firestore.collection(name))),
    );
    for (const actor of overseers) {
      expect(await figuresView(firestore, actor)).toEqual({ figures: made, acts: actor.kind === 'staff' });
    }
    for (const actor of others) expect(await figuresView(firestore, actor)).toMatchObject({ code: 'staff-only' });
  });

  it('says that there are none before the first night', async () => {
    const [team] = overseers;
    if (team === undefined) throw new Error('nobody oversees');
    expect(await figuresView(firestore, team)).toEqual({ figures: null, acts: true });
  });
});

describe('Figures made again', () => {
  it('are made once a minute, whoever presses and however often', async () => {
    await makeFigures(firestore, april);
    await storeWorld(firestore, upTo('awaiting_report'), ['m1']);
    expect(await makeFiguresAgain(firestore, april + MINUTE - 1)).toMatchObject({
      at: april,
      states: [{ state: 'closed' }],
    });
    const again = await makeFiguresAgain(firestore, april + MINUTE);
    expect(again.states.map(({ state }) => state)).toEqual(['awaiting_report']);
  });

  it('stay the newest, whoever ends last', async () => {
    const newest = await makeFigures(firestore, april + MINUTE);
    expect(await makeFigures(firestore, april)).toEqual(newest);
    expect((await makeFigures(firestore, april + 2 * MINUTE)).at).toBe(april + 2 * MINUTE);
  });

  it('of another shape are none, and are made again', async () => {
    const [team] = overseers;
    if (team === undefined) throw new Error('nobody oversees');
    await firestore.doc('figures/current').set({ schema: 1, at: april });
    expect(await figuresView(firestore, team)).toEqual({ figures: null, acts: true });
    const made = await makeFiguresAgain(firestore, april);
    expect(await figuresView(firestore, team)).toEqual({ figures: made, acts: true });
  });

  it('are asked for by the team alone', async () => {
    await openProgramme();
    const [member, laureate] = await Promise.all([staffPerson(newId()), laureateWith(10_000_00)]);
    const signatoryToken = await signIn(laureate.signatory.uid);
    const { at } = await expectCall('makeFigures', { of: 'figures' }, member.token);
    expect(await expectCall('view', { name: 'figures' }, member.token)).toMatchObject({ figures: { at }, acts: true });
    for (const token of [signatoryToken, null]) {
      expect(codeOf(await call('makeFigures', { of: 'figures' }, token))).toBe(
        token === null ? 'not-signed-in' : 'staff-only',
      );
      expect(codeOf(await call('view', { name: 'figures' }, token))).toBe(
        token === null ? 'not-signed-in' : 'staff-only',
      );
    }
  });
});
