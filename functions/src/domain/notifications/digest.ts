import { type Day, dayOf, formatDay, type Instant } from '../calendar.ts';
import { frenchList } from '../written-french.ts';
import type { Expected } from './expected.ts';
import type { Period } from './frequencies.ts';
import { happeningsOf } from './leaving.ts';
import { mailKinds, mayBeTurnedDown } from './mail-kinds.ts';
import {
  type Happening,
  type MailFacts,
  type MailLine,
  type MailName,
  type MailPart,
  noFacts,
  type OutboxItem,
  type Reader,
} from './mails.ts';

/** Lines of a part; what is beyond is counted. A longer mail is cut by those that show it. */
const MOST_LINES = 40;
/** Laureates that a subject names before it counts them. */
const MOST_NAMES = 2;

/** A mail that waits to be gathered. */
export type HeldMail = Pick<OutboxItem, 'mail' | 'facts' | 'path' | 'mission' | 'parts' | 'createdAt'>;

export interface Digest extends Pick<OutboxItem, 'facts' | 'path' | 'parts'> {
  readonly actions: number;
  readonly news: number;
}

interface Gathered {
  readonly reader: Reader;
  readonly recipientName: string;
  readonly period: Period;
  readonly expected: readonly Expected[];
  readonly held: readonly HeldMail[];
}

/** Where a reader finds everything that waits. */
const homes = { laureate: '/laureat', expert: '/expert', staff: '/equipe' } as const satisfies Record<Reader, string>;

const periodTitles = {
  daily: 'Nouvelles du jour',
  weekly: 'Nouvelles de la semaine',
} as const satisfies Record<Period, string>;

/**
 * One mail of what is expected of a person, then of what happened; null when there is nothing to say. What is expected is what waits now, whatever
 * was held: a request answered meanwhile is no request any more.
 */
export function digestOf({ reader, recipientName, period, expected, held }: Gathered): Digest | null {
  const home = homes[reader];
  const stories = storiesOf(held.filter((mail) => isNews(mail, expected)));
  const [first] = expected;
  if (first === undefined && stories.length === 0) return null;
  // What has waited longest, and what happened last, are what is shown of too many.
  const actions = part('Ce qui est attendu de vous', expected.slice(0, MOST_LINES).map(actionLine), {
    more: expected.length - MOST_LINES,
    path: home,
  });
  const news = part(periodTitles[period], stories.slice(-MOST_LINES).map(storyLine), {
    more: stories.length - MOST_LINES,
    path: home,
  });
  const names =
    first === undefined
      ? stories.map(({ laureateName }) => laureateName)
      : expected.map(({ laureateName }) => laureateName);
  const facts: MailFacts = {
    ...noFacts,
    ...{ recipientName, reader },
    laureateName: naming(names),
    happened: first === undefined ? periodTitles[period] : countOf(expected.length, reader),
    need: first?.what ?? '',
  };
  return {
    facts,
    // One thing to do has its own page; several have the page that lists them.
    path: first !== undefined && expected.length === 1 ? first.path : home,
    parts: [actions, news].filter(({ lines }) => lines.length > 0),
    ...{ actions: expected.length, news: stories.length },
  };
}

/** Whether the mail may wait for the end of the days on which nobody is expected to answer. */
export function mayWait({ mail }: Pick<HeldMail, 'mail'>): boolean {
  return mayBeTurnedDown(mail);
}

/** What a line of « ce qui est attendu » says again, while it is: an invoice or a card to confirm has no such line, and stays in the news. */
const saidByWhatIsExpected: ReadonlySet<MailName> = new Set<MailName>([
  'missionRequested',
  'sharingProposed',
  'diagnosticSubmitted',
  'diagnosticValidated',
  'sentBack',
  'reportSubmitted',
  'amendmentProposed',
  'feedbackInvited',
  'noteChangesAsked',
]);

/** What is asked again is among what is expected, or is not expected any more; the same of a request that still waits. */
function isNews({ mail, mission, path }: HeldMail, expected: readonly Expected[]): boolean {
  if (mail === 'reminder') return false;
  const isAsked = expected.some((one) => (mission === null ? isPage(one, path) : one.missionId === mission.id));
  return !(saidByWhatIsExpected.has(mail) && isAsked);
}

/** The same page, which also names its laureate to a person who has several. */
function isPage({ path }: Expected, held: string): boolean {
  return path === held || path.startsWith(`${held}&`);
}

/** Everything that happened on one mission, or about one page: a line. */
interface Story {
  readonly laureateName: string;
  readonly title: string;
  readonly happened: readonly string[];
  readonly path: string;
  readonly lastAt: Instant;
}

/** The latest last; within a story, what happened in its order, each thing once. */
function storiesOf(held: readonly HeldMail[]): Story[] {
  const inOrder = held.toSorted((one, other) => one.createdAt - other.createdAt);
  const groups = [...Map.groupBy(inOrder, subjectOf).values()];
  return groups.flatMap(storyOf).toSorted((one, other) => one.lastAt - other.lastAt);
}

/** A page may be about several laureates: a line is about one. */
function subjectOf({ mission, path, facts: { laureateName, expertName } }: HeldMail): string {
  return mission?.id ?? JSON.stringify([path, laureateName, expertName]);
}

function storyOf(mails: readonly HeldMail[]): Story[] {
  const last = mails.at(-1);
  if (last === undefined) return [];
  const { laureateName, expertName } = last.facts;
  const title = [laureateName, expertName].filter((name) => name !== '').join(', avec ');
  const happened = [...new Set(mails.flatMap(happenedIn))];
  return [{ laureateName, title, happened, path: last.path, lastAt: last.createdAt }];
}

/** The journal's own words of a mission; elsewhere what happened is a name, a day or an amount, and the mail's label says of what. */
function happenedIn(held: HeldMail): string[] {
  return happeningsOf(held).map((happening) => sentenceOf(held, happening));
}

function sentenceOf({ mail, mission }: HeldMail, { happened, byName }: Happening): string {
  const label = uncapitalised(mailKinds[mail].label);
  if (mail === 'messageReceived') return byName === '' ? label : `message de ${byName}`;
  if (happened === '') return label;
  return mission === null ? `${label} (${happened})` : uncapitalised(happened);
}

function uncapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function actionLine({ what, whom, delay, path }: Expected): MailLine {
  return { text: what, detail: [whom, delay].filter((words) => words !== '').join(', '), path };
}

function storyLine({ title, happened, path, lastAt }: Story): MailLine {
  const told = happened.join(', puis ');
  const day: Day = dayOf(lastAt);
  const sentence = told.charAt(0).toUpperCase() + told.slice(1);
  return title === ''
    ? { text: sentence, detail: formatDay(day), path }
    : { text: title, detail: `${sentence}, ${formatDay(day)}`, path };
}

interface Others {
  /** How many more there are; none when it is not above zero. */
  readonly more: number;
  readonly path: string;
}

function part(title: string, shown: readonly MailLine[], { more, path }: Others): Extract<MailPart, { kind: 'lines' }> {
  const others = { text: more === 1 ? 'Et 1 autre' : `Et ${more} autres`, detail: '', path };
  return { kind: 'lines', title, lines: more > 0 ? [...shown, others] : shown };
}

/** One, then several. */
const counts = {
  laureate: ['réponse attendue de vous', 'réponses attendues de vous'],
  expert: ['réponse attendue de vous', 'réponses attendues de vous'],
  staff: ['chose à traiter', 'choses à traiter'],
} as const satisfies Record<Reader, readonly [one: string, several: string]>;

function countOf(count: number, reader: Reader): string {
  const [one, several] = counts[reader];
  return `${count} ${count === 1 ? one : several}`;
}

/** « La Fabrique du Vallon, Atelier Nord et 3 autres » */
function naming(all: readonly string[]): string {
  const names = [...new Set(all.filter((name) => name !== ''))];
  const more = names.length - MOST_NAMES;
  if (more <= 0) return frenchList(names);
  return frenchList([...names.slice(0, MOST_NAMES), more === 1 ? '1 autre' : `${more} autres`]);
}
