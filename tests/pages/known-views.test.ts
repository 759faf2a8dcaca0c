import { describe, expect, it } from 'vitest';
import { readParameters } from './known-views.ts';
import { someCast } from './some-cast.ts';
import { parametersOf, statesOf } from './states.ts';

/** Read by a page, and not a view of its own: why. */
const noView: Readonly<Record<string, string>> = {
  messages: 'opens a part of a mission that is looked at open elsewhere',
  invitation: 'a line above the registration, for whom a laureate invited',
  preuve: 'fills one field',
  courriel: 'which of the mails is first, by a link',
  besoin: 'ticks one need of a request',
};

describe('the list of pages that are looked at', () => {
  const states = statesOf(someCast);

  it('has an entry for every parameter that some page reads', () => {
    const looked = new Set([...states.flatMap(({ path }) => parametersOf(path)), ...Object.keys(noView)]);
    expect(readParameters().filter((name) => !looked.has(name))).toEqual([]);
  });

  it('keeps no excuse for a parameter that no page reads any more', () => {
    const read = readParameters();
    expect(Object.keys(noView).filter((name) => !read.includes(name))).toEqual([]);
  });

  it('names each state once, and looks at each page in both themes', () => {
    expect(new Set(states.map(({ name }) => name)).size).toBe(states.length);
    const pages = Map.groupBy(states, ({ path }) => path.split(/[?#]/)[0]);
    for (const [page, ofPage] of pages)
      if (ofPage.length > 1) expect([page, new Set(ofPage.map(({ theme }) => theme)).size]).toEqual([page, 2]);
  });
});
