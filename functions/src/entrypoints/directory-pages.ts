import type { Firestore } from 'firebase-admin/firestore';
import { type Day, dayOf } from '../domain/calendar.ts';
import { messageErrors, noMessage, type TypedMessage } from '../domain/directory/message.ts';
import { found, searchOf } from '../domain/directory/search.ts';
import type { ExpertCard } from '../domain/experts/card.ts';
import type { Theme } from '../domain/programme/theme-list.ts';
import { isRefusal } from '../domain/refusal.ts';
import { addresses, cardAddress, mayBeExpertId, messageAddress } from '../pages/addresses.ts';
import { cardPage, lostCardPage, noCardPage, sentPage } from '../pages/card-page.ts';
import { directoryCsv, directoryJson } from '../pages/exports.ts';
import { directoryFeed } from '../pages/feed.ts';
import { documentOf, type Page } from '../pages/frame.ts';
import { listPage } from '../pages/list-page.ts';
import { messageFields } from '../pages/message-form.ts';
import { sitemap } from '../pages/sitemap.ts';
import { get } from '../store/collection.ts';
import { directory } from '../store/collections/experts.ts';
import { settingsInForce } from '../store/collections/settings.ts';
import { directoryEntries } from '../store/directory/index-document.ts';
import { cardGone, writeToExpert } from '../store/directory/write-to-expert.ts';
import type { Caller } from '../store/sign-in/sign-in.ts';
import type { Warn } from '../store/warn.ts';
import { embeddedHeaders, pageHeaders } from './page-headers.ts';

/** What somebody's browser, or a robot, asks for. */
export interface PageRequest {
  readonly method: string;
  readonly path: string;
  readonly parameters: URLSearchParams;
  /** Of what a form posts; empty otherwise. */
  readonly body: string;
  /** The site whose page posts, as the browser says it. */
  readonly postedBy: string | undefined;
  readonly from: Caller;
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Place {
  readonly firestore: Firestore;
  /** Of the site, without a final slash. */
  readonly origin: string;
  readonly now: number;
  readonly warn: Warn;
  /** In force. */
  readonly themes: readonly Theme[];
  /** Of `now`, in Paris. */
  readonly today: Day;
}

/**
 * Kept by Hosting for five minutes and by browsers for one: what an expert takes out of its card, or a card that is withdrawn, is gone from
 * everywhere within six.
 */
const kept = { 'Cache-Control': 'public, max-age=60, s-maxage=300' } as const;
const keptBriefly = { 'Cache-Control': 'public, max-age=10, s-maxage=60' } as const;
const neverKept = { 'Cache-Control': 'no-store' } as const;
/** Public facts, for pages of other sites too. */
const forAnySite = { 'Access-Control-Allow-Origin': '*' } as const;

type Route = (request: PageRequest, place: Place) => Promise<PageAnswer>;

const routes: Readonly<Record<string, Route>> = {
  [addresses.list]: (request, place) => {
    // Where cards were before they had an address of their own.
    const former = request.parameters.get('expert') ?? '';
    return mayBeExpertId(former) ? Promise.resolve(moved(cardAddress(former))) : list(request, place, false);
  },
  [addresses.typed]: async () => moved(addresses.list),
  [addresses.embedded]: (request, place) => list(request, place, true),
  [addresses.csv]: async ({ parameters }, place) => ({
    status: 200,
    headers: {
      ...{ ...pageHeaders, ...kept, ...forAnySite, 'Content-Type': 'text/csv; charset=utf-8' },
      'Content-Disposition': 'attachment; filename="annuaire-experts.csv"',
    },
    body: directoryCsv(
      found(await directoryEntries(place.firestore, place.warn), searchOf(parameters, place.themes), place.themes),
      place,
    ),
  }),
  [addresses.json]: async ({ parameters }, place) => ({
    status: 200,
    headers: { ...pageHeaders, ...kept, ...forAnySite, 'Content-Type': 'application/json; charset=utf-8' },
    body: directoryJson(
      found(await directoryEntries(place.firestore, place.warn), searchOf(parameters, place.themes), place.themes),
      place,
    ),
  }),
  [addresses.feed]: async ({ parameters }, place) => ({
    status: 200,
    headers: { ...pageHeaders, ...kept, ...forAnySite, 'Content-Type': 'application/atom+xml; charset=utf-8' },
    body: directoryFeed(
      found(await directoryEntries(place.firestore, place.warn), searchOf(parameters, place.themes), place.themes),
      place,
    ),
  }),
  [addresses.sitemap]: async (_request, place) => ({
    status: 200,
    headers: { ...pageHeaders, ...kept, 'Content-Type': 'application/xml; charset=utf-8' },
    body: sitemap(await directoryEntries(place.firestore, place.warn), place.origin),
  }),
};

/** The public directory, asked for over HTTP. A list is two reads, with the themes, a card two; writing to an expert costs what `writeToExpert` says, and one. */
export async function directoryPage(request: PageRequest, at: Omit<Place, 'themes' | 'today'>): Promise<PageAnswer> {
  const place: Place = { ...at, themes: (await settingsInForce(at.firestore)).themes, today: dayOf(at.now) };
  const [, id = '', posted] = /^\/experts\/([^/]+)(\/message)?$/.exec(request.path) ?? [];
  if (request.method === 'POST') return posted ? receive(decoded(id), request, place) : otherMethod;
  if (request.method !== 'GET' && request.method !== 'HEAD') return otherMethod;
  const route = Object.hasOwn(routes, request.path) ? routes[request.path] : undefined;
  if (route) return route(request, place);
  const card = await cardOf(place.firestore, decoded(id));
  if (card === null) return page(noCardPage, place, { status: 404, headers: { ...pageHeaders, ...keptBriefly } });
  if (!posted) return shownCard(card, place);
  return request.parameters.has('envoye')
    ? page(sentPage(card), place, { status: 200, headers: { ...pageHeaders, ...kept } })
    : moved(cardAddress(card.id));
}

async function list({ parameters }: PageRequest, place: Place, embedded: boolean): Promise<PageAnswer> {
  const asked = Number.parseInt(parameters.get('page') ?? '1', 10);
  const shown = listPage({
    entries: await directoryEntries(place.firestore, place.warn),
    search: searchOf(parameters, place.themes),
    page: Number.isInteger(asked) && asked > 0 ? asked : 1,
    ...{ origin: place.origin, themes: place.themes, embedded },
  });
  const headers = { ...(embedded ? embeddedHeaders : pageHeaders), ...kept };
  return page(shown, place, { status: 200, headers, embedded });
}

function shownCard(card: ExpertCard, place: Place): PageAnswer {
  return page(cardPage({ ...place, card, typed: noMessage, errors: {}, refusal: null }), place, {
    status: 200,
    headers: { ...pageHeaders, ...kept },
  });
}

/** What a page of ours never sends is longer than its fields. */
const LARGEST_BODY = 60_000;
const otherSite = 'Ce formulaire ne s’envoie que depuis sa page. Votre message est ci-dessous : envoyez-le d’ici.';
const filledTrap =
  'Un champ que personne ne voit a été rempli, sans doute par votre navigateur. Il est vide à présent : renvoyez le message.';

/** A message that leaves answers with another address, so that loading the page again sends nothing; one that doesn't comes back as it was typed. */
async function receive(id: string, request: PageRequest, place: Place): Promise<PageAnswer> {
  const card = await cardOf(place.firestore, id);
  const typed = request.body.length > LARGEST_BODY ? noMessage : typedIn(new URLSearchParams(request.body));
  // Withdrawn while somebody was writing: the message is theirs, and exists nowhere else.
  if (card === null)
    return page(lostCardPage(cardGone.message, typed), place, {
      status: 404,
      headers: { ...pageHeaders, ...neverKept },
    });
  const errors = messageErrors(typed);
  const again = (status: number, refusal: string | null) =>
    page(cardPage({ ...place, card, typed, errors, refusal }), place, {
      status,
      headers: { ...pageHeaders, ...neverKept },
    });
  if (request.postedBy !== new URL(place.origin).origin) return again(403, otherSite);
  if (Object.keys(errors).length > 0) return again(422, null);
  if (typed.trap !== '') return again(422, filledTrap);
  const answer = await writeToExpert(place.firestore, { card, typed, from: request.from, now: place.now });
  if (isRefusal(answer)) return again(answer.code === 'too-many-messages' ? 429 : 409, answer.message);
  return {
    status: 303,
    headers: { ...pageHeaders, ...neverKept, Location: `${messageAddress(card.id)}?envoye=oui` },
    body: '',
  };
}

function typedIn(form: URLSearchParams): TypedMessage {
  const typed = (name: keyof TypedMessage) => (form.get(messageFields[name]) ?? '').toWellFormed();
  return {
    ...{ name: typed('name'), organisation: typed('organisation'), email: typed('email') },
    message: typed('message').replaceAll('\r\n', '\n'),
    trap: typed('trap'),
  };
}

async function cardOf(firestore: Firestore, id: string): Promise<ExpertCard | null> {
  return mayBeExpertId(id) ? get(firestore, directory, id) : null;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return '';
  }
}

function page(
  shown: Page,
  { origin }: Place,
  { status, headers, embedded = false }: Omit<PageAnswer, 'body'> & { readonly embedded?: boolean },
): PageAnswer {
  const type = { 'Content-Type': 'text/html; charset=utf-8' };
  return { status, headers: { ...headers, ...type }, body: documentOf(shown, { origin, embedded }) };
}

function moved(to: string): PageAnswer {
  return { status: 301, headers: { ...pageHeaders, ...kept, Location: to }, body: '' };
}

const otherMethod: PageAnswer = {
  status: 405,
  headers: { ...pageHeaders, ...neverKept, Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8' },
  body: 'Cette adresse ne fait que se lire.',
};
