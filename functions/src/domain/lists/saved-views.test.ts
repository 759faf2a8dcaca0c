import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../calendar.ts';
import { isRefusal } from '../refusal.ts';
import {
  decideViews,
  isSearch,
  LONGEST_SEARCH,
  LONGEST_VIEW_NAME,
  MOST_VIEWS,
  type SavedView,
  savedViewRows,
  searchOf,
  shownViews,
  type ViewCommand,
} from './saved-views.ts';

const now = Date.UTC(2026, 10, 30, 9);
const ines = { uid: 'ines', name: 'Inès Garnier' };
const leo = { uid: 'leo', name: 'Léo Martin' };
const keep = (name: string, list: SavedView['list'] = 'missions'): ViewCommand => ({
  ...{ action: 'keep', keeper: 'team', list, name, search: 'retard=oui' },
});

/** The views after these commands, each a minute after the one before. */
function after(commands: readonly ViewCommand[], views: readonly SavedView[] = [], by = ines): readonly SavedView[] {
  return commands.reduce((before, command, index) => {
    const decided = decideViews(before, { now: now + index, by, newId: `v${before.length + 1}` }, command);
    if (isRefusal(decided)) throw new Error(decided.code);
    return decided.views;
  }, views);
}

const codeOf = (views: readonly SavedView[], command: ViewCommand) => {
  const decided = decideViews(views, { now, by: leo, newId: 'other' }, command);
  return isRefusal(decided) ? decided.code : 'done';
};

const [late] = after([keep('En retard')]);
if (late === undefined) throw new Error('no view was kept');
const ofLate = { keeper: 'team', viewId: late.id, revision: 1 } as const;

describe('A view', () => {
  it('keeps a name, and who made it', () => {
    expect(after([keep('  En retard ')])).toEqual([
      {
        ...{ id: 'v1', list: 'missions', name: 'En retard', search: 'retard=oui', by: ines, removedAt: null },
        ...{ changedBy: ines, changedAt: now, revision: 1 },
      },
    ]);
  });

  it.each([
    ['', 'view-name-missing'],
    ['   ', 'view-name-missing'],
    ['n'.repeat(LONGEST_VIEW_NAME + 1), 'view-name-too-long'],
    ['EN RETÀRD', 'view-name-taken'],
    ['En retard en Bretagne', 'done'],
  ])('called « %s » is %s', (name, code) => {
    expect(codeOf([late], keep(name))).toBe(code);
    expect(codeOf(after([keep('Autre')], [late]), { action: 'rename', ...ofLate, viewId: 'v2', name })).toBe(code);
  });

  it('may have the name of a view of another list, and its own name written otherwise', () => {
    expect(codeOf([late], keep('En retard', 'etats'))).toBe('done');
    expect(codeOf([late], { action: 'rename', ...ofLate, name: 'en retard' })).toBe('done');
  });

  it('is one of thirty at most, and one that is taken away leaves its place', () => {
    const full = after(Array.from({ length: MOST_VIEWS }, (_, number) => keep(`Vue ${number}`)));
    expect(codeOf(full, keep('Une de trop'))).toBe('too-many-views');
    const lighter = after([{ action: 'remove', keeper: 'team', viewId: 'v3', revision: 1 }], full);
    expect(codeOf(lighter, keep('Une autre'))).toBe('done');
    const fullAgain = after([{ ...keep('Une autre') }], lighter);
    expect(codeOf(fullAgain, { action: 'restore', keeper: 'team', viewId: 'v3', revision: 2 })).toBe('too-many-views');
  });

  it('of the team is changed by any of its people, who is then named beside its author', () => {
    const views = after([{ action: 'replace', ...ofLate, search: 'etat=on_hold' }], [late], leo);
    expect(savedViewRows({ own: [], team: views })).toEqual([
      {
        ...{ id: 'v1', list: 'missions', name: 'En retard', search: 'etat=on_hold', revision: 2, keeper: 'team' },
        ...{ byName: 'Inès Garnier', changedByName: 'Léo Martin' },
      },
    ]);
  });

  it('that changed since it was shown is not changed again unseen', () => {
    const views = after([{ action: 'rename', ...ofLate, name: 'À relancer' }], [late]);
    expect(codeOf(views, { action: 'replace', ...ofLate, search: '' })).toBe('view-changed');
    expect(codeOf(views, { action: 'remove', ...ofLate })).toBe('view-changed');
    expect(codeOf(views, { action: 'remove', ...ofLate, revision: 2 })).toBe('done');
  });

  it('that is taken away is not shown, and comes back for a day, unless its name is another’s by then', () => {
    const removed = after([{ action: 'remove', ...ofLate }], [late]);
    const back = { action: 'restore', ...ofLate, revision: 2 } as const;
    expect([shownViews(removed), codeOf(removed, back)]).toEqual([[], 'done']);
    expect(codeOf(removed, { action: 'rename', ...ofLate, revision: 2, name: 'Autre' })).toBe('view-unknown');
    expect(codeOf([late], { ...back, revision: 1 })).toBe('view-unknown');
    expect(codeOf(after([keep('En retard')], removed), back)).toBe('view-name-taken');
    const later = (instant: number) => decideViews(removed, { now: instant, by: leo, newId: 'n' }, keep('Autre'));
    expect(later(now + DAY - HOUR)).toMatchObject({ views: [{ id: 'v1' }, { id: 'n' }] });
    expect(later(now + DAY + HOUR)).toMatchObject({ views: [{ id: 'n' }] });
  });
});

describe('What a view keeps of an address', () => {
  it('is neither the part of the page, nor the place in the order, nor the view itself', () => {
    const address = new URLSearchParams('vue=missions&etat=on_hold&tri=echeance&sans=devis&apres=m1:&gardee=v1');
    expect(searchOf(address).map(([word]) => word)).toEqual(['etat', 'tri', 'sans']);
  });

  it.each([
    ['', true],
    ['mots=%C3%A9nergie+%26+co&retard=oui', true],
    ['region=%C3%8Ele-de-France&sans=devis.expert', true],
    ['vue=reglages', false],
    ['etat=on_hold&apres=m1', false],
    ['retard=oui#ailleurs', false],
    ['https://ailleurs.example/?a=b', false],
    [`mots=${'a'.repeat(LONGEST_SEARCH)}`, false],
  ])('« %s »: %s', (search, may) => {
    expect(isSearch(search)).toBe(may);
  });
});
