import { DAY, type Instant, MINUTE } from '../calendar.ts';
import { dueOf } from '../missions/timers.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { Frequency, Period } from './frequencies.ts';
import { kindOf, purposes } from './mail-kinds.ts';
import type { Happening, OutboxItem } from './mails.ts';
import { frequencyOf, type Preferences } from './preferences.ts';
import { type Asked, askedBy, isStillAsked, type MissionNow } from './still-asked.ts';

/** What becomes of a mail that is due. */
export type Leaving =
  | { readonly does: 'send' }
  /** Kept for the mail that gathers a day or a week. */
  | { readonly does: 'hold'; readonly period: Period }
  | { readonly does: 'wait'; readonly until: Instant }
  /** Never sent by itself. `carried`: the mail `into` takes up what this one says; otherwise `into`, if any, says it already. */
  | { readonly does: 'supersede'; readonly into: string | null; readonly carried: boolean; readonly why: string };

/** What becomes of a mail that does not leave now. */
export type NotSent = Exclude<Leaving, { readonly does: 'send' }>;

/** A mail of the same mission to the same reader, of a later event, that is not given up. */
export interface LaterMail extends Pick<OutboxItem, 'id' | 'mail' | 'when'> {
  /** Nobody has tried to send it yet. */
  readonly waits: boolean;
}

/** Everything that the decision rests on; the store reads no more of it than `restsOn` says. */
export interface Departure {
  readonly item: OutboxItem;
  readonly preferences: Preferences;
  readonly missionNow: MissionNow | null;
  /** In the order of their events. */
  readonly later: readonly LaterMail[];
  /** Which mail of its reader’s week it would be, the gathered ones left out: 2 where one has left. */
  readonly placeInWeek: number;
  readonly settings: ProgrammeSettings;
  readonly now: Instant;
}

/** How far back a week goes: any seven days, so that two mails on Sunday and two on Monday are four. */
export const WEEK = 7 * DAY;
/** The week’s own mail takes one of its places, whether it has left yet or not: with the others first, it would be one too many. */
const THE_DIGEST = 1;
/** Changes that one mail may tell besides its own: a mission that never rests is still told of. */
export const MOST_EARLIER = 9;

interface Rule {
  readonly applies: (departure: Departure) => boolean;
  readonly becomes: (departure: Departure) => Leaving;
}

const refusedByReader = 'Son destinataire a choisi de ne pas le recevoir.';
const askedAgain = 'Un courriel plus récent demande la même chose.';
const toldTogether = 'Un courriel plus récent le dit aussi.';

/** What becomes of a mail that asks for what nobody expects any more. */
export const notAskedAnyMore: NotSent = superseded(
  null,
  'La mission a avancé : ce qu’il demandait n’est plus attendu.',
);

/** The first rule that applies says what becomes of the mail; it leaves where none does. */
const rules: readonly Rule[] = [
  { applies: isOfAccount, becomes: () => ({ does: 'send' }) },
  { applies: frequencyIs('never'), becomes: () => superseded(null, refusedByReader) },
  { applies: isNotAsked, becomes: () => notAskedAnyMore },
  {
    applies: (departure) => again(departure) !== null,
    becomes: (departure) => superseded(again(departure), askedAgain),
  },
  { applies: frequencyIs('daily'), becomes: () => ({ does: 'hold', period: 'daily' }) },
  { applies: frequencyIs('weekly'), becomes: () => ({ does: 'hold', period: 'weekly' }) },
  {
    applies: (departure) => mergesIntoLater(departure.item) && departure.now < settledAt(departure),
    becomes: (departure) => ({ does: 'wait', until: settledAt(departure) }),
  },
  {
    applies: (departure) => taking(departure) !== null,
    becomes: (departure) => superseded(taking(departure), toldTogether, true),
  },
  { applies: isBeyondTheWeek, becomes: () => ({ does: 'hold', period: 'weekly' }) },
];

/** What becomes of a mail that is due, as things are now. */
export function leavingOf(departure: Departure): Leaving {
  return rules.find(({ applies }) => applies(departure))?.becomes(departure) ?? { does: 'send' };
}

/** What must be read before `leavingOf` is asked of a mail; the rest may be left empty. */
export function restsOn(item: OutboxItem, preferences: Preferences) {
  const asked = item.mission === null ? null : askedBy(item.mail);
  const atOnce = whenTold(item, preferences) === 'now';
  const merges = atOnce && mergesIntoLater(item);
  return {
    mission: merges || (asked !== null && isOfMission(asked)),
    account: asked?.own !== undefined && item.facts.reader === 'laureate',
    invoices: asked?.invoice !== undefined,
    later: merges || asked?.saidAgain === true,
    week: atOnce && isLimited(item, preferences),
  };
}

/** The mail as it must be read now: one that waited says where the mission stands when it leaves, not when it was written. */
export function asItStands<Item extends OutboxItem>(item: Item, { missionNow, settings }: Departure): Item {
  if (missionNow === null || !mergesIntoLater(item)) return item;
  const { mission } = missionNow;
  if (mission.events === item.mission?.event) return item;
  const expectedBefore = dueOf(mission, settings)?.deadline ?? null;
  return { ...item, facts: { ...item.facts, state: mission.state, expectedBefore } };
}

/** All that a mail tells, oldest first. */
export function happeningsOf({ facts, createdAt }: Pick<OutboxItem, 'facts' | 'createdAt'>): readonly Happening[] {
  const { happened, byName, reason, earlier = [] } = facts;
  return [...earlier, { at: createdAt, happened, byName, reason }];
}

/** `later`, telling of `item` too. */
export function takingUp<Item extends OutboxItem>(later: Item, item: OutboxItem): Item {
  const earlier = [...(later.facts.earlier ?? []), ...happeningsOf(item)].toSorted((one, other) => one.at - other.at);
  return { ...later, facts: { ...later.facts, earlier } };
}

function superseded(into: string | null, why: string, carried = false): NotSent {
  return { does: 'supersede', into, carried, why };
}

function isOfAccount({ item }: Departure): boolean {
  return kindOf(item.mail).purpose === 'account';
}

function frequencyIs(frequency: Period | 'never'): Rule['applies'] {
  return ({ item, preferences }) => whenTold(item, preferences) === frequency;
}

/** An address without an account, that of the team say, has no digest: what was held for it would never be told. */
function whenTold(item: OutboxItem, preferences: Preferences): Frequency {
  return item.to.uid === null ? 'now' : frequencyOf(item, preferences);
}

function isNotAsked({ item, missionNow }: Departure): boolean {
  return missionNow !== null && !isStillAsked(item, missionNow);
}

function again({ item, later }: Departure): string | null {
  if (askedBy(item.mail)?.saidAgain !== true) return null;
  return later.findLast(({ mail }) => mail === item.mail)?.id ?? null;
}

/** When a change has waited long enough for the next one. */
function settledAt({ item, settings }: Departure): Instant {
  return item.createdAt + settings.mailsMergeMinutes * MINUTE;
}

/** The mail that takes up what this one says: the last change that waits, and that its reader hears of at once too. */
function taking({ item, later, preferences, settings }: Departure): string | null {
  if (settings.mailsMergeMinutes === 0 || !mergesIntoLater(item) || happeningsOf(item).length > MOST_EARLIER)
    return null;
  const takes = ({ mail, when, waits }: LaterMail) =>
    waits && kindOf(mail).merges === true && whenTold({ ...item, mail, when }, preferences) === 'now';
  return later.findLast(takes)?.id ?? null;
}

function isBeyondTheWeek({ item, preferences, placeInWeek, settings }: Departure): boolean {
  return isLimited(item, preferences) && placeInWeek > settings.mostMailsAWeek - THE_DIGEST;
}

/**
 * Whether the week has room for few such mails. Laureates alone: an expert or the team follows many missions. Not what its reader chose to be told at
 * once, and not a mail that gathers others, which is where they would be held.
 */
function isLimited(item: OutboxItem, preferences: Preferences): boolean {
  const { mail, to, facts } = item;
  const chosen = preferences[mail] === 'now';
  const ofLaureate = facts.reader === 'laureate' && to.uid !== null;
  const { purpose } = kindOf(mail);
  return ofLaureate && purposes[purpose].budgeted && purpose !== 'digest' && !chosen;
}

function mergesIntoLater({ mail, mission }: OutboxItem): boolean {
  return mission !== null && kindOf(mail).merges === true;
}

function isOfMission({ during, own, invoice }: Asked): boolean {
  return during !== 'anyTime' || own !== undefined || invoice !== undefined;
}
