import type { Firestore } from 'firebase-admin/firestore';
import { turnedDown } from '../domain/notifications/choosing.ts';
import { isRefusal } from '../domain/refusal.ts';
import { choose } from '../store/notifications/choose.ts';
import type { LinkKeys } from '../store/notifications/link-keys.ts';
import { openedBy } from '../store/notifications/preference-links.ts';
import { linkToken, mailName } from './inputs-preferences.ts';

/** What a mail program sends, as it came. */
export interface UnsubscribeRequest {
  readonly method: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export type UnsubscribeAnswer =
  | { readonly status: number; readonly text: string }
  /** Page of ours, with its fragment. */
  | { readonly status: 302; readonly path: string };

interface Door {
  readonly linkKeys: LinkKeys;
  readonly now: number;
}

const LARGEST_BODY = 10_000;
const asForm = /(?:^|&)List-Unsubscribe=One-Click(?:&|$)/;
const inParts = /name="?List-Unsubscribe"?(?:\r?\n[^\r\n]+)*\r?\n\r?\nOne-Click\r?\n/;

/** Whether a body has the one pair that a mail program posts, as a form or in parts: RFC 8058 allows both. */
export function isOneClick(body: string): boolean {
  return body.length <= LARGEST_BODY && (asForm.test(body.trimEnd()) || inParts.test(body));
}

/** Where a person chooses, on the mail that is asked about. Without a link, one signs in there. */
export function pageFor(query: UnsubscribeRequest['query']): string {
  const mail = mailName.safeParse(query.courriel).data;
  const jeton = linkToken.safeParse(query.jeton).data ?? '';
  return `/preferences#${new URLSearchParams({ jeton, ...(mail && { courriel: mail }) })}`;
}

const done = { status: 200, text: 'C’est enregistré dans vos choix.' };
const notAsked = { status: 400, text: 'La demande n’a pas la forme attendue. Rien n’a été changé.' };
const otherMethod = { status: 405, text: 'Cette adresse ne connaît que GET et POST.' };

/**
 * One press in a mail program (RFC 8058): POST turns this one mail down for whom its link names, once or ten times alike. GET changes nothing, since
 * programs that check mails open every address they find: it leads to the page, where a person chooses. Reads as `choose`, for a POST alone.
 */
export async function unsubscribing(
  firestore: Firestore,
  { method, query, body }: UnsubscribeRequest,
  { linkKeys, now }: Door,
): Promise<UnsubscribeAnswer> {
  if (method === 'GET' || method === 'HEAD') return { status: 302, path: pageFor(query) };
  if (method !== 'POST') return otherMethod;
  const mail = mailName.safeParse(query.courriel).data;
  if (mail === undefined || !isOneClick(body)) return notAsked;
  const chooser = openedBy(linkToken.safeParse(query.jeton).data ?? '', linkKeys, now);
  const answer = isRefusal(chooser)
    ? chooser
    : await choose(firestore, { chooser, changes: (reader) => turnedDown(mail, reader), now });
  return isRefusal(answer) ? { status: statuses[answer.code] ?? 403, text: answer.message } : done;
}

const statuses: Readonly<Record<string, number>> = { 'too-many-choices': 429, busy: 503, 'not-a-choice': 400 };
