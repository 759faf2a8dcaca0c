import type { Day } from '../domain/calendar.ts';
import type { DirectoryEntry } from '../domain/directory/entry.ts';
import { themeLabels } from '../domain/directory/search.ts';
import type { Theme } from '../domain/programme/theme-list.ts';
import { addresses, cardAddress } from './addresses.ts';
import { type Html, html } from './html.ts';

/** A program that follows a feed asks for it each hour: this many lines are some 40 kB before they are compressed. */
const MOST = 100;

interface FeedPlace {
  /** Of the site, without a final slash. */
  readonly origin: string;
  /** In force. */
  readonly themes: readonly Theme[];
  readonly today: Day;
}

type Dated = DirectoryEntry & { readonly confirmedOn: Day };

/**
 * Experts as they come into the directory, newest first (Atom, RFC 4287). The day is the one on which a card was published, or last said to be right:
 * the only one that the index has. A card keeps its `id`, so that a program which knows it doesn't announce it twice. No contact: it is on the card,
 * from where an expert takes it out at any time, while what a feed gave is kept by whoever follows it.
 */
export function directoryFeed(entries: readonly DirectoryEntry[], { origin, themes, today }: FeedPlace): string {
  const dated = entries.filter(isDated).toSorted(newestFirst).slice(0, MOST);
  const self = `${origin}${addresses.feed}`;
  return html`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>${self}</id>
<title>Annuaire des experts, accompagnement sur mesure</title>
<updated>${noon(dated[0]?.confirmedOn ?? today)}</updated>
<author><name>France Tiers-Lieux</name></author>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${origin}${addresses.list}"/>
${dated.map((entry) => line(entry, { origin, themes }))}</feed>
`.markup;
}

function line(entry: Dated, { origin, themes }: Omit<FeedPlace, 'today'>): Html {
  const address = `${origin}${cardAddress(entry.id)}`;
  const labels = themeLabels(entry.subthemes, themes);
  return html`<entry><id>${address}</id><title>${plain(entry.company)}</title><updated>${noon(entry.confirmedOn)}</updated>
<link rel="alternate" type="text/html" href="${address}"/>
<summary>${plain([...labels, ...entry.regions].join(', '))}</summary>
${labels.map((label) => html`<category term="${plain(label)}"/>`)}</entry>
`;
}

function isDated(entry: DirectoryEntry): entry is Dated {
  return (entry.confirmedOn ?? null) !== null;
}

function newestFirst(one: Dated, other: Dated): number {
  if (one.confirmedOn !== other.confirmedOn) return one.confirmedOn < other.confirmedOn ? 1 : -1;
  return one.id < other.id ? -1 : 1;
}

/** A day is of Paris: at noon, it is the same one there and at the equator. */
function noon(day: Day): string {
  return `${day}T12:00:00Z`;
}

/** XML has no way to say most control characters: one of them would make the whole feed unreadable. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\ufffe\uffff]+/gu, ' ');
}
