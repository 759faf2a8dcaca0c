import type { Firestore } from 'firebase-admin/firestore';
import { HOUR, type Instant } from '../../domain/calendar.ts';
import { chosen, type MailChanges, type MailPreferences, mailChoices } from '../../domain/notifications/choosing.ts';
import type { Reader } from '../../domain/notifications/mails.ts';
import type { Preferences } from '../../domain/notifications/preferences.ts';
import { maskedAddress } from '../../domain/people/masked-address.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { preferences } from '../collections/preferences.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { isOpen, unknownAccount } from '../people/actor.ts';
import { type Limit, withinLimit } from '../rate-limits.ts';
import { addressMark, formerAddress, type LinkClaims } from './preference-links.ts';

/** Whose choices, and at which address the link that opens them was read: null in a session, which its owner opened. */
export interface Chooser {
  readonly uid: string;
  readonly address: LinkClaims['address'] | null;
}

/** By person, not by where it comes from: forged links cost no read, and the servers of mail programs, which press for many people, share addresses. */
export const choosingLimit: Limit = { name: 'mail-preferences', most: 240, windowMs: HOUR };

const tooMany = refuse(
  'too-many-choices',
  'Beaucoup de changements ont été faits en une heure. Les précédents sont gardés, pas celui-ci : réessayez dans une heure.',
);
const busy = refuse('busy', 'Vos choix changent ailleurs au même moment. Celui-ci n’est pas enregistré : réessayez.');

const readers = {
  laureate: 'laureate',
  expert: 'expert',
  staff: 'staff',
  observer: null,
} as const satisfies Record<Account['kind'], Reader | null>;

interface Asked {
  readonly chooser: Chooser;
  /** Of somebody who is such a reader; none only reads. */
  readonly changes: (reader: Reader) => MailChanges;
  readonly now: Instant;
}

/** Changes what `changes` says of a person's mails, and answers what holds then. 3 reads, 1 or 2 writes; the same asked twice writes once. */
export async function choose(
  firestore: Firestore,
  { chooser, changes, now }: Asked,
): Promise<MailPreferences | Refusal> {
  if (!(await withinLimit(firestore, choosingLimit, chooser.uid, now))) return tooMany;
  const account = await get(firestore, accounts, chooser.uid);
  const stranger = strangerTo(account, chooser, now);
  if (account === null || stranger) return stranger ?? unknownAccount;
  const reader = readers[account.kind];
  const kept = reader === null ? {} : await changed(firestore, account.uid, { reader, changes: changes(reader) });
  if (isRefusal(kept)) return kept;
  return {
    address: maskedAddress(account.email),
    reader,
    mails: reader === null ? [] : mailChoices(reader, kept),
  };
}

/** Why a link opens nothing any more, though its signature holds. */
function strangerTo(account: Account | null, { address }: Chooser, now: Instant): Refusal | null {
  if (address === null) return null;
  const known = account !== null && isOpen(account, now) && addressMark(account.email) === address;
  return known ? null : formerAddress;
}

async function changed(
  firestore: Firestore,
  uid: string,
  { reader, changes }: { readonly reader: Reader; readonly changes: MailChanges },
): Promise<Preferences | Refusal> {
  const done = await optimistically<Preferences | Refusal>(firestore, async (batch) => {
    const snapshot = await firestore.doc(preferences.path(uid)).get();
    const before = preferences.read(snapshot)?.choices ?? {};
    const next = chosen(before, changes, reader);
    if (isRefusal(next) || same(before, next)) return { answer: next, batch: null };
    rewrite(batch, snapshot, preferences.write({ choices: next }));
    return { answer: next, batch };
  });
  return done === null ? busy : done.answer;
}

function same(before: Preferences, next: Preferences): boolean {
  const entries = Object.entries(next);
  const kept = new Map(Object.entries(before));
  return entries.length === kept.size && entries.every(([mail, frequency]) => kept.get(mail) === frequency);
}
