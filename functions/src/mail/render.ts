import { mailKinds, turnedDownBy } from '../domain/notifications/mail-kinds.ts';
import type { Happening, MailFacts, MailName, MailPart, OutboxItem } from '../domain/notifications/mails.ts';
import type { ProgrammeSettings } from '../domain/programme/settings.ts';
import { type Address, clip, displayName, lines, oneLine } from './address.ts';
import { french } from './french.ts';
import { html } from './html.ts';
import type { Letter, LetterPart } from './letter.ts';
import { mails } from './mails.ts';
import { awaited } from './stages.ts';
import { text } from './text.ts';
import { type MailWords, said } from './words.ts';

export interface MailContext {
  /** Of the pages: `https://…`; plain http on this machine only. */
  readonly origin: string;
  /** One-time token that signs the reader in; null when the reader has no account. */
  readonly signInToken: string | null;
  /** Opens the reader's choices without signing in; null for who has none to make. */
  readonly preferencesToken: string | null;
  /** Six digits, in a mail whose words name them; null elsewhere. */
  readonly code: string | null;
  readonly contact: ProgrammeSettings['contact'];
  readonly programmeName: string;
}

/** What the transport sends, but for the sender, which is a setting of the server. */
export interface RenderedMail {
  readonly to: Address;
  /** The named person behind the programme, or who wrote from outside: an answer reaches somebody. */
  readonly replyTo: Address;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

const LONGEST_NAME = 120;
/** Holds the name of an entity and its SIRET. */
const LONGEST_HAPPENED = 300;
/** Of a line that gathers: two organisations, what happened between them and a day. */
const LONGEST_LINE = 600;
const LONGEST_TEXT = 4000;
const LONGEST_SUBJECT = 160;

/** Automatic, so that out-of-office programs stay silent (RFC 3834). */
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': 'fr' };

/**
 * One mail, pure: the same item gives the same mail, so that an attempt repeated is a message repeated.
 * @throws TypeError when `item.path`, or that of a line, leaves `context.origin`: a fault of ours, since no client chooses it.
 */
export function render(item: OutboxItem, context: MailContext): RenderedMail {
  const facts = cleaned(item.facts);
  const words = mails[item.mail];
  const button = linkTo(item.path, context);
  const choices = choicesOf(item.mail, context);
  const letter = {
    ...letterOf(words, facts, context, button),
    parts: item.parts.map((part) => partOf(part, context.origin)),
    preferences: choices?.page ?? null,
  };
  return {
    to: { name: displayName(item.to.name), email: item.to.email },
    replyTo: answeredBy(item.replyTo ?? context.contact),
    subject: subjectOf(item),
    html: html(letter),
    text: text(letter),
    headers: { ...automatic, ...unsubscribing(choices?.unsubscribe ?? null) },
  };
}

/** The subject alone, for who looks at what was sent. */
export function subjectOf({ mail, facts }: Pick<OutboxItem, 'mail' | 'facts'>): string {
  const words: MailWords = mails[mail];
  return clip(said(words.subject, cleaned(facts)), LONGEST_SUBJECT);
}

function answeredBy({ name, email }: Address): Address {
  return { name: displayName(name), email };
}

function letterOf(
  words: MailWords,
  facts: MailFacts,
  context: MailContext,
  url: string,
): Omit<Letter, 'parts' | 'preferences'> {
  const { quote } = words;
  return {
    programmeName: context.programmeName,
    subject: said(words.subject, facts),
    greeting: facts.recipientName === '' ? 'Bonjour,' : `Bonjour ${facts.recipientName},`,
    lead: said(words.lead, facts),
    paragraphs: words.paragraphs.map((paragraph) => said(paragraph, facts)),
    code:
      words.code === null || context.code === null ? null : { label: said(words.code, facts), digits: context.code },
    button: { label: said(words.button, facts), url, signsIn: context.signInToken !== null },
    quote:
      quote === null || facts[quote.text] === '' ? null : { title: said(quote.title, facts), text: facts[quote.text] },
    rows: words.aboutMission ? recall(facts) : [],
    because: `Vous recevez ce message parce que ${said(words.because, facts)}`,
    contact: context.contact,
  };
}

/** What the mission is about, so that a mail read alone can be understood. */
function recall(facts: MailFacts): { name: string; value: string }[] {
  const earlier = (facts.earlier ?? []).map((one) => ({ name: 'Auparavant', value: withReason(one) }));
  const rows = [
    { name: 'Manufacture', value: facts.laureateName },
    { name: 'Expert', value: facts.expertName },
    ...earlier,
    { name: 'Action', value: happened(facts) },
    { name: 'Étape', value: capitalised(awaited(facts)) },
  ];
  return rows.filter(({ value }) => value !== '');
}

function happened({ happened: what, byName }: Pick<Happening, 'happened' | 'byName'>): string {
  return what === '' || byName === '' ? what : `${what}, par ${byName}`;
}

/** The reason of the last change has its own place in the mail; those of the others stand beside what they explain. */
function withReason(one: Happening): string {
  return one.reason === '' ? happened(one) : french`${happened(one)} : « ${one.reason} »`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The token is in the fragment: it reaches no server, log or referrer before the page posts it. */
function linkTo(path: string, { origin, signInToken }: MailContext): string {
  const page = pageAt(path, origin);
  return signInToken === null ? page : `${new URL(origin).origin}/connexion#jeton=${encodeURIComponent(signInToken)}`;
}

/** One token signs in once: the button has it, and lines lead to their pages, which know a reader who is signed in. */
function pageAt(path: string, origin: string): string {
  const base = new URL(origin);
  const url = new URL(path, base);
  const local = base.hostname === 'localhost' || base.hostname === '127.0.0.1';
  if (url.origin !== base.origin || (base.protocol !== 'https:' && !local)) {
    throw new TypeError(`a mail can't lead to ${url.origin}`);
  }
  return url.href;
}

function partOf(part: MailPart, origin: string): LetterPart {
  const title = line(part.title);
  if (part.kind === 'figures') {
    const rows = part.rows.map(({ label, value, share }) => ({ label: line(label), value: line(value), share }));
    return { kind: 'figures', title, rows };
  }
  const lines = part.lines.map(({ text, detail, path }) => ({
    ...{ text: line(text), detail: line(detail) },
    url: path === null ? null : pageAt(path, origin),
  }));
  return { kind: 'lines', title, lines };
}

function line(text: string): string {
  return clip(oneLine(text), LONGEST_LINE);
}

/**
 * Where the reader of a mail chooses. The page has the token in its fragment, as every link of ours; a mail program that unsubscribes sends no
 * fragment, so that address alone has it among its parameters. No choice is left in a mail about an account.
 */
function choicesOf(mail: MailName, { origin, preferencesToken }: MailContext) {
  if (preferencesToken === null || mailKinds[mail].purpose === 'account') return null;
  const base = new URL(origin).origin;
  const token = encodeURIComponent(preferencesToken);
  return {
    page: `${base}/preferences#jeton=${token}`,
    unsubscribe: turnedDownBy(mail).length > 0 ? `${base}/api/unsubscribe?courriel=${mail}&jeton=${token}` : null,
  };
}

/** One press in the mail program, without a page (RFC 8058). */
function unsubscribing(address: string | null): RenderedMail['headers'] {
  if (address === null) return {};
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function cleaned(facts: MailFacts): MailFacts {
  const name = (value: string) => clip(oneLine(value), LONGEST_NAME);
  return {
    ...facts,
    recipientName: name(facts.recipientName),
    laureateName: name(facts.laureateName),
    expertName: name(facts.expertName),
    happened: clip(oneLine(facts.happened), LONGEST_HAPPENED),
    byName: name(facts.byName),
    reason: clip(lines(facts.reason), LONGEST_TEXT),
    earlier: (facts.earlier ?? []).map((one) => ({
      ...{ at: one.at, happened: clip(oneLine(one.happened), LONGEST_HAPPENED), byName: name(one.byName) },
      reason: clip(oneLine(one.reason), LONGEST_TEXT),
    })),
    need: clip(lines(facts.need), LONGEST_TEXT),
  };
}
