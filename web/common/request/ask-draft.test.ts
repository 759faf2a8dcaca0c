import { describe, expect, test } from 'vitest';
import {
  afterAsking,
  askCommand,
  askErrors,
  changed,
  emptyAsk,
  type Followed,
  isAskDraft,
  needOf,
  withChosen,
} from './ask-draft.ts';

const need = 'Revoir nos tarifs.';
const draft = { ...emptyAsk([]), subthemes: ['4.2'], expertIds: ['forge', 'tisse'] };
const followed: Followed = { missionId: 'm1', isLive: false, needId: 'n1', need, subthemes: ['4.2'] };
const inputOf = (...asked: Parameters<typeof askCommand>) => askCommand(...asked).input;

describe('a request', () => {
  test('is filled in with what is known: the one sub-theme of the note, and its words until others are typed', () => {
    const ofNote = { '4.2': 'Revoir nos tarifs.', '10.1': 'Trouver un local.' };
    expect(emptyAsk(['4.2']).subthemes).toEqual(['4.2']);
    expect(emptyAsk(['4.2', '10.1']).subthemes).toEqual([]);
    expect(needOf({ ...draft, subthemes: ['4.2', '10.1', '1.1'] }, ofNote)).toBe(
      'Revoir nos tarifs.\n\nTrouver un local.',
    );
    expect(needOf({ ...draft, subthemes: ['4.2', '1.1'] }, { '4.2': need, '1.1': need })).toBe(need);
    expect(needOf({ ...draft, need: '' }, ofNote)).toBe('');
    expect(emptyAsk(['4.2'], { ...followed, subthemes: ['1.1'] })).toMatchObject({ subthemes: ['1.1'], need });
  });

  test('says everything that is missing at once, and that too many are asked', () => {
    expect(askErrors(emptyAsk([]), '').map(({ fieldId }) => fieldId)).toEqual(['subthemes', 'need', 'expert']);
    expect(askErrors(draft, need)).toEqual([]);
    const six = { ...draft, expertIds: ['a', 'b', 'c', 'd', 'e', 'f'] };
    expect(askErrors(six, need).map(({ message }) => message)).toEqual([expect.stringContaining('5 experts au plus')]);
  });

  test('takes what was chosen elsewhere once: what is changed here afterwards stays, on a reload too', () => {
    const chosen = { expertIds: ['tisse', 'laine'], subthemes: ['9.1'] };
    const arrived = withChosen(draft, chosen);
    expect(arrived).toMatchObject({ expertIds: ['tisse', 'laine', 'forge'], subthemes: ['4.2', '9.1'] });
    const changed = { ...arrived, expertIds: ['forge'] };
    expect(withChosen(changed, chosen)).toEqual(changed);
    expect(withChosen(changed, { ...chosen, expertIds: ['bois'] }).expertIds).toEqual(['bois', 'forge']);
    expect(withChosen(draft, { expertIds: [], subthemes: [] })).toEqual(draft);
  });

  test('is given back only in the shape it was kept', () => {
    expect(isAskDraft(JSON.parse(JSON.stringify(draft)))).toBe(true);
    expect(isAskDraft({ ...draft, expertIds: [3] })).toBe(false);
    expect(isAskDraft({ subthemes: [], need: '', expertId: 'forge', shareWith: [] })).toBe(false);
  });
});

describe('several experts asked at once', () => {
  test('share one need: the first makes it, the others join it', () => {
    expect(inputOf(draft, 'forge', { need, followed: undefined })).toMatchObject({
      ...{ expertId: 'forge', needId: null, predecessorId: null, need },
    });
    const left = afterAsking(draft, { expertId: 'forge', missionId: 'm9' }, undefined);
    expect(left).toMatchObject({ expertIds: ['tisse'], needId: 'm9' });
    expect(inputOf(left, 'tisse', { need, followed: undefined })).toMatchObject({ needId: 'm9', predecessorId: null });
    expect(afterAsking(left, { expertId: 'tisse', missionId: 'm10' }, undefined)).toMatchObject({
      ...{ expertIds: [], needId: 'm9' },
    });
  });

  test('after an ended mission, the first follows it and the others join its need', () => {
    expect(inputOf(draft, 'forge', { need, followed })).toMatchObject({ predecessorId: 'm1', needId: null });
    const left = afterAsking(draft, { expertId: 'forge', missionId: 'm9' }, followed);
    expect(inputOf(left, 'tisse', { need, followed })).toMatchObject({ predecessorId: null, needId: 'n1' });
  });

  test('those left over join the need of the first, until another need is described', () => {
    const left = afterAsking(draft, { expertId: 'forge', missionId: 'm9' }, undefined);
    expect(changed(left, { expertIds: ['bois'] }).needId).toBe('m9');
    expect(changed(left, { need: 'Trouver un local.' }).needId).toBeNull();
    expect(changed(left, { subthemes: ['10.1'] }).needId).toBeNull();
  });

  test('beside a live mission, all join its need', () => {
    const live = { ...followed, isLive: true };
    expect(inputOf(draft, 'forge', { need, followed: live })).toMatchObject({ predecessorId: null, needId: 'n1' });
  });
});
