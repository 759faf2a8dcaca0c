import type { Firestore } from 'firebase-admin/firestore';
import { mailKinds } from '../../domain/notifications/mail-kinds.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { get } from '../collection.ts';
import { accounts } from '../collections/accounts.ts';
import { laureates } from '../collections/laureates.ts';
import { referentOf } from '../laureates/referent.ts';

/**
 * The person whom a mail's reader answers and calls: of a laureate's people, their referent, by the phone that laureate was given; of everybody
 * else, and while there is none, the programme's contact. Whom a laureate calls is its own: an expert is never told.
 *
 * A mail about an account (a link to sign in) is about no laureate, and does not wait for these reads.
 *
 * Looked up when the mail leaves, so that a mail that waited names whoever is there now. 3 reads for a laureate's people (2 where the page
 * that the button opens names the laureate), none for the others.
 */
export async function contactOf(
  firestore: Firestore,
  { mail, to, facts, path }: Pick<OutboxItem, 'mail' | 'to' | 'facts' | 'path'>,
  programme: ProgrammeSettings['contact'],
): Promise<ProgrammeSettings['contact']> {
  if (facts.reader !== 'laureate' || to.uid === null || mailKinds[mail].purpose === 'account') return programme;
  const laureateId = laureateNamed(path) ?? (await onlyLaureateOf(firestore, to.uid));
  const laureate = laureateId === null ? null : await get(firestore, laureates, laureateId);
  const referent = laureate === null ? null : await referentOf(firestore, laureate);
  if (referent === null) return programme;
  const { name, email, phone } = referent;
  return { name, email, phone: phone === '' ? programme.phone : phone };
}

function laureateNamed(path: string): string | null {
  return new URLSearchParams(path.split('?')[1]).get('laureat');
}

/** Null for who is of several: which one a mail is about is then not known, and the wrong person is worse than the common one. */
async function onlyLaureateOf(firestore: Firestore, uid: string): Promise<string | null> {
  const [only, ...others] = (await get(firestore, accounts, uid))?.laureateIds ?? [];
  return only === undefined || others.length > 0 ? null : only;
}
