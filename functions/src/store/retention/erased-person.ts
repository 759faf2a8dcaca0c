import type { Firestore } from 'firebase-admin/firestore';
import { type Erased, goesWithOwner } from '../../domain/retention/erasing.ts';
import { isNamedAlone, phoneAlone } from '../../domain/retention/identity.ts';
import { ACCOUNTS } from '../collections/accounts.ts';
import { ACCESS_LOG, FILES } from '../collections/files.ts';
import { OUTBOX } from '../collections/outbox.ts';
import { PROOFS } from '../collections/proofs.ts';
import { SIGN_IN_TOKENS } from '../collections/sign-in.ts';
import { decidedAmong } from './decided-files.ts';

/** Who is erased, as each night finds it. 3 queries: each account is read, since who is called nearly the same is found by none. */
export async function erasedPerson(
  firestore: Firestore,
  person: Pick<Erased, 'uid' | 'name' | 'earlierNames' | 'email' | 'phone' | 'earlierEmails'>,
): Promise<Erased> {
  const [known, own, opened] = await Promise.all([
    firestore.collection(ACCOUNTS).select('name', 'email', 'phone').get(),
    firestore.collection(FILES).where('ownerUid', '==', person.uid).get(),
    firestore.collection(ACCESS_LOG).where('uid', '==', person.uid).select('fileId').get(),
  ]);
  const others = known.docs.filter(({ id }) => id !== person.uid);
  const ofOthers = (field: string) => others.map((account) => String(account.get(field) ?? ''));
  const names = ofOthers('name');
  const taken = new Set(ofOthers('email').map((email) => email.toLowerCase()));
  return {
    ...person,
    // An address that went from one to another is the other's now.
    earlierEmails: person.earlierEmails.filter((email) => !taken.has(email.toLowerCase())),
    phone: phoneAlone(person, ofOthers('phone')),
    ownNames: new Set([person.name, ...person.earlierNames].filter((name) => isNamedAlone(name, names))),
    fileIds: new Set(own.docs.filter((file) => goesWithOwner(file.data())).map(({ id }) => id)),
    decidedFileIds: await decidedAmong(
      firestore,
      opened.docs.map((line) => String(line.get('fileId') ?? '')),
    ),
  };
}

/** The addresses that the person had before this one, as its sign-ins, mails and proofs say them. 3 queries. Asked before the walk, which takes most of them. */
export async function earlierEmails(
  firestore: Firestore,
  { uid, email }: Pick<Erased, 'uid' | 'email'>,
): Promise<string[]> {
  const [tokens, mails, proven] = await Promise.all([
    firestore.collection(SIGN_IN_TOKENS).where('uid', '==', uid).select('email').get(),
    firestore.collection(OUTBOX).where('to.uid', '==', uid).select('to.email').get(),
    firestore.collection(PROOFS).where('person.uid', '==', uid).select('person.email').get(),
  ]);
  const found: unknown[] = [
    ...tokens.docs.map((token) => token.get('email')),
    ...mails.docs.map((mail) => mail.get('to.email')),
    ...proven.docs.map((proof) => proof.get('person.email')),
  ];
  const addresses = found.flatMap((one) => (typeof one === 'string' && one.includes('@') ? [one.toLowerCase()] : []));
  return [...new Set(addresses)].filter((address) => address !== email.toLowerCase());
}
