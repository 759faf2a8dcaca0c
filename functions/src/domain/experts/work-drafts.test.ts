import { describe, expect, it } from 'vitest';
import {
  aboutNow,
  draftAbout,
  otherWriters,
  type SavedText,
  savedDraft,
  type WorkDraft,
  WRITING,
} from './work-drafts.ts';

const noe = { uid: 'noe', name: 'Noé Martin' };
const alix = { uid: 'alix', name: 'Alix Roy' };
const first: SavedText = { about: '1', text: 'un', basedOn: 0 };

function saved(found: WorkDraft | null, text: SavedText, by = noe, now = 1_000): WorkDraft {
  const draft = savedDraft(found, text, by, now);
  if (draft === null) throw new Error('another text was saved since');
  return draft;
}

describe('A draft of a company', () => {
  it('is changed by whoever made a text from the last one, and refused to whoever did not', () => {
    const one = saved(null, first);
    const two = saved(one, { about: '1', text: 'deux', basedOn: one.revision }, alix);
    expect([one.revision, two.revision]).toEqual([1, 2]);
    expect(savedDraft(two, { about: '1', text: 'trois', basedOn: one.revision }, noe, 3_000)).toBeNull();
    expect(saved(two, { about: '1', text: 'trois', basedOn: two.revision })).toMatchObject({ text: 'trois', by: noe });
  });

  it('refuses the same person too, from a device that had not read the last text', () => {
    const one = saved(null, first);
    const two = saved(one, { about: '1', text: 'deux', basedOn: 1 });
    expect(savedDraft(two, { about: '1', text: 'autre', basedOn: 1 }, noe, 3_000)).toBeNull();
    // An answer that was lost on the way: the same text is no other one.
    expect(saved(two, { about: '1', text: 'deux', basedOn: 1 }).text).toBe('deux');
  });

  it('keeps the text of somebody else that it takes the place of, until there is a later one', () => {
    const one = saved(null, first);
    const two = saved(one, { about: '1', text: 'deux', basedOn: 1 }, alix, 2_000);
    expect(two.before).toEqual({ text: 'un', byName: noe.name, savedAt: 1_000 });
    expect(saved(two, { about: '1', text: 'trois', basedOn: 2 }, alix, 3_000).before?.text).toBe('un');
    expect(saved(two, { about: '1', text: 'trois', basedOn: 2 }, noe, 3_000).before?.text).toBe('deux');
  });

  it('of a form that was sent since is given to nobody, and the next one is not taken for it', () => {
    const one = saved(null, first);
    expect(draftAbout(one, '1')).toEqual(one);
    expect(draftAbout(one, '2')).toBeNull();
    const next = saved(one, { about: '2', text: 'neuf', basedOn: 0 });
    expect(next).toMatchObject({ revision: 2, before: null });
    expect(savedDraft(next, { about: '2', text: 'vieux', basedOn: 1 }, noe, 3_000)).toBeNull();
  });
});

it('What a draft corrects is the number of versions handed in, or of the report', () => {
  expect(aboutNow('submitDiagnostic', { versions: 2, report: { number: 1 } })).toBe('2');
  expect(aboutNow('submitReport', { versions: 2, report: { number: 1 } })).toBe('1');
  expect(aboutNow('submitReport', { versions: 2, report: null })).toBe('0');
});

describe('Who writes', () => {
  it('is said to the others since when, and no more after ten minutes without a word', () => {
    const one = saved(null, first, noe, 1_000);
    const two = saved(one, { about: '1', text: 'deux', basedOn: 1 }, alix, 2_000);
    expect(otherWriters(two, 'alix', 2_000)).toEqual([{ name: noe.name, since: 1_000, seenAt: 1_000 }]);
    expect(otherWriters(two, 'camille', 2_000).map(({ name }) => name)).toEqual([noe.name, alix.name]);
    expect(otherWriters(two, 'alix', 1_000 + WRITING)).toEqual([]);
  });

  it('is counted anew after a pause', () => {
    const one = saved(null, first, noe, 1_000);
    const soon = saved(one, { about: '1', text: 'deux', basedOn: 1 }, noe, 5_000);
    expect(soon.editors.noe?.since).toBe(1_000);
    const later = saved(soon, { about: '1', text: 'trois', basedOn: 2 }, noe, 5_000 + WRITING);
    expect(later.editors.noe?.since).toBe(5_000 + WRITING);
  });
});
