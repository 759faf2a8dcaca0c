import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../domain/directory/entry.ts';
import { cardWith, manyCards } from '../domain/directory/testing/cards.ts';
import type { ExpertCard } from '../domain/experts/card.ts';
import { builtInThemes as themes } from '../domain/programme/built-in-themes.ts';
import { cardPage } from './card-page.ts';
import { directoryFeed } from './feed.ts';
import { documentOf } from './frame.ts';

const origin = 'https://surmesure.exemple.fr';
const today = '2026-03-05';
const hostile = 'A & B </title><script>alert(1)</script> ]]> "\' \u0000\u000b\ud800';

const feedOf = (cards: readonly ExpertCard[]) =>
  directoryFeed(
    cards.map((card) => entryOf(card)),
    { origin, themes, today },
  );
const parser = new XMLParser({
  ignoreAttributes: false,
  htmlEntities: true,
  isArray: (name) => name === 'entry' || name === 'category',
});

function read(cards: readonly ExpertCard[]) {
  const feed = feedOf(cards);
  expect(XMLValidator.validate(feed)).toBe(true);
  return parser.parse(feed).feed;
}

describe('The feed of the directory', () => {
  it('gives each expert an entry of its own address, newest first, and leaves out those whose day nobody knows', () => {
    const feed = read([
      cardWith({ id: 'old', confirmedOn: '2026-03-01' }),
      cardWith({ id: 'unknown', confirmedOn: null }),
      cardWith({ id: 'new', company: 'La Forge', confirmedOn: '2026-03-04', subthemes: ['1.1', '1.2'] }),
    ]);
    expect(feed).toMatchObject({ id: `${origin}/annuaire.atom`, updated: '2026-03-04T12:00:00Z' });
    expect(feed.entry.map(({ id }: { id: string }) => id)).toEqual([`${origin}/experts/new`, `${origin}/experts/old`]);
    expect(feed.entry[0]).toMatchObject({
      ...{ title: 'La Forge', updated: '2026-03-04T12:00:00Z' },
      link: { '@_rel': 'alternate', '@_href': `${origin}/experts/new` },
      category: [{ '@_term': themes[0]?.label }],
    });
  });

  it('is one with nobody in it, and holds a hundred at most', () => {
    expect(read([])).toMatchObject({ updated: `${today}T12:00:00Z` });
    const many = manyCards(300).map((card) => ({ ...card, confirmedOn: '2026-03-04' }));
    expect(read(many).entry).toHaveLength(100);
  });

  it('takes what was typed for text, whatever it is, and gives no contact', () => {
    const card = cardWith({
      company: hostile,
      regions: [hostile],
      confirmedOn: today,
      email: 'a@exemple.fr',
      phone: '01',
    });
    const feed = read([card]);
    expect(feed.script).toBeUndefined();
    expect(feed.entry[0].title).toBe('A & B </title><script>alert(1)</script> ]]> "\'  \ufffd');
    expect(feedOf([card])).not.toMatch(/<script|a@exemple|[\0\v]/);
  });

  it('is found by programs from each page of the directory', () => {
    const parts = { card: cardWith(), origin, themes, today, errors: {}, refusal: null };
    const typed = { name: '', organisation: '', email: '', message: '', trap: '' };
    expect(documentOf(cardPage({ ...parts, typed }), { origin, embedded: false })).toContain(
      '<link rel="alternate" href="/annuaire.atom" type="application/atom+xml"',
    );
  });
});
