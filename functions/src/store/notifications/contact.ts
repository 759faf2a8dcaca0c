import type { Firestore } from 'firebase-admin/firestore';
import { mailKinds } from '../../domain/notifications/mail-kinds.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { get } from '../collection.ts';
import type { Account } from '../collections/accounts.ts';
import { laureates } from '../collections/laureates.ts';
import { referentOf } from '../laureates/referent.ts';

type Addressed = Pick<OutboxItem, 'mail' | 'to' | 'facts' | 'path'>;

/** Whether the contact is a referent, of the laureate that the reader's account says: the page that the button opens names none. */
export function contactIsOfAccount(item: Addressed): boolean {
  return isOfReferent(item) && laureateNamed(item.path) === null;
}

/**
 * The person whom a mail's reader answers and calls: of a laureate's people, their referent, by the phone that laureate was given; of everybody
 * else, and while there is none, the programme's contact. Whom a laureate calls is its own: an expert is never told.
 *
 * A mail about an account (a link to sign in) is about no laureate, and does not wait for these reads.
 *
 * Looked up when the mail leaves, so that a mail that waited names whoever is there now. 2 reads for a laureate's people, none for the others. `account`:
 * the reader's, which says its laureate unless the page that the button opens does.
 */
export async function contactOf(
  firestore: Firestore,
  item: Addressed,
  account: Pick<Account, 'laureateIds'> | null,
  programme: ProgrammeSettings['contact'],
): Promise<ProgrammeSettings['contact']> {
  const laureateId = isOfReferent(item) ? (laureateNamed(item.path) ?? onlyLaureateOf(account)) : null;
  const laureate = laureateId === null ? null : await get(firestore, laureates, laureateId);
  const referent = laureate === null ? null : await referentOf(firestore, laureate);
  if (referent === null) return programme;
  const { name, email, phone } = referent;
  return { name, email, phone: phone === '' ? programme.phone : phone };
}

function isOfReferent({ mail, to, facts }: Addressed): boolean {
  return facts.reader === 'laureate' && to.uid !== null && mailKinds[mail].purpose !== 'account';
}

function laureateNamed(path: string): string | null {
  return new URLSearchParams(path.split('?')[1]).get('laureat');
}

/** Null for who is of several: which one a mail is about is then not known, and the wrong person is worse than the common one. */
function onlyLaureateOf(account: Pick<Account, 'laureateIds'> | null): string | null {
  const [only, ...others] = account?.laureateIds ?? [];
  return only === undefined || others.length > 0 ? null : only;
}
