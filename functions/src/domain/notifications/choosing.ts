import { type Refusal, refuse } from '../refusal.ts';
import { defaultsOf } from './audience-readers.ts';
import type { Frequency } from './frequencies.ts';
import { choicesOf, mailKinds, type Purpose, turnedDownBy } from './mail-kinds.ts';
import { type MailName, mailNames, type Reader } from './mails.ts';
import type { Preferences } from './preferences.ts';

/** What a person changes, mail by mail; null goes back to what the programme chose. */
export type MailChanges = Readonly<Partial<Record<MailName, Frequency | null>>>;

/** One mail among those that a person receives, as the page of preferences shows it. */
export interface MailChoice {
  readonly mail: MailName;
  readonly label: string;
  readonly purpose: Purpose;
  /** One when the programme imposes it. */
  readonly choices: readonly Frequency[];
  /** Null where the person left it to the programme. */
  readonly chosen: Frequency | null;
  /** What the programme chose: several where it depends on the event. */
  readonly defaults: readonly Frequency[];
}

const notChosen = refuse(
  'not-a-choice',
  'Ce courriel ne se règle pas ainsi : le programme l’impose, ou il ne vous est pas destiné. Rien n’a été changé : rechargez la page.',
);

/** All that a mail's link shows of somebody: enough to know whose choices these are, and no more. */
export interface MailPreferences {
  /** Masked. */
  readonly address: string;
  /** Null for an observer, who receives no mail but its links. */
  readonly reader: Reader | null;
  readonly mails: readonly MailChoice[];
}

/** Every mail that such a reader may receive, in the order of their table. */
export function mailChoices(reader: Reader, preferences: Preferences): MailChoice[] {
  return mailNames
    .filter((mail) => isFor(mail, reader))
    .map((mail) => {
      const { label, purpose } = mailKinds[mail];
      const choices = choicesOf(mail);
      const kept = preferences[mail];
      const chosen = kept !== undefined && choices.includes(kept) ? kept : null;
      return { mail, label, purpose, choices, chosen, defaults: defaultsOf(mail, reader) };
    });
}

/** The preferences once changed, or why not: nothing is changed in part. */
export function chosen(preferences: Preferences, changes: MailChanges, reader: Reader): Preferences | Refusal {
  const next: Partial<Record<MailName, Frequency>> = { ...preferences };
  for (const mail of mailNames) {
    const asked = changes[mail];
    if (asked === undefined) continue;
    if (!isFor(mail, reader) || choicesOf(mail).length < 2) return notChosen;
    if (asked === null) delete next[mail];
    else if (choicesOf(mail).includes(asked)) next[mail] = asked;
    else return notChosen;
  }
  return next;
}

/** The change that one press in a mail program asks for; of what can't be turned down by such a reader, a change that is refused. */
export function turnedDown(mail: MailName, reader: Reader): MailChanges {
  const mails = turnedDownBy(mail).filter((one) => isFor(one, reader));
  return Object.fromEntries((mails.length === 0 ? [mail] : mails).map((one) => [one, 'never']));
}

function isFor(mail: MailName, reader: Reader): boolean {
  const { readers }: { readonly readers: readonly Reader[] } = mailKinds[mail];
  return readers.includes(reader);
}
