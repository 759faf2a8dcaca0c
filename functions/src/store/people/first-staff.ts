import type { Firestore, QueryDocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { roleLabels } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { ACCOUNTS, type Account, accounts, emails } from '../collections/accounts.ts';
import { journalLine } from '../collections/journal.ts';
import { emailPath, newAccount, normalEmail } from './accounts.ts';

interface FirstStaff {
  readonly uid: string;
  readonly name: string;
  readonly email: string;
  readonly now: Instant;
  /** Whether the team's only account, which nobody ever opened, gives way: it was opened for an address that was mistyped. */
  readonly replaces: boolean;
}

const alreadyOne = refuse(
  'staff-already',
  'L’équipe a déjà un compte actif. Les suivants sont invités depuis les pages : « Personnes », « Inviter ».',
);
const neverOpened = refuse(
  'staff-already',
  'L’équipe a déjà un compte, que personne n’a ouvert. Si son adresse est fausse, ajoutez --replace : il est coupé, et celui-ci le remplace.',
);
const addressTaken = refuse('address-taken', 'Cette adresse est déjà celle d’un compte. Donnez-en une autre.');

const system = { uid: 'system', name: roleLabels.system, kind: 'system' } as const;
const ofNoOrganisation = { laureateId: null, expertId: null, missionId: null } as const;

/**
 * The account from which all others are invited, in a programme whose team has none that is active: a new one, or one whose last account was
 * closed. In a transaction, which holds what it looked for: of two commands at once, one finds the other's account, and whoever signs in meanwhile to
 * an account that is replaced finds it cut, or keeps it.
 */
export function openFirstStaff(firestore: Firestore, asked: FirstStaff): Promise<{ uid: string } | Refusal> {
  const { uid, name, now, replaces } = asked;
  const email = normalEmail(asked.email);
  return firestore.runTransaction(async (transaction) => {
    const [team, address] = await Promise.all([
      transaction.get(firestore.collection(ACCOUNTS).where('kind', '==', 'staff').where('active', '==', true).limit(2)),
      transaction.get(firestore.doc(emailPath(email))),
    ]);
    const [first, ...others] = team.docs;
    const unopened = first === undefined || others.length > 0 ? null : neverSignedIn(first);
    if (first !== undefined && unopened === null) return alreadyOne;
    if (unopened !== null && !replaces) return neverOpened;
    if (address.exists) return addressTaken;
    if (unopened !== null) cutOff(firestore, transaction, unopened, now);
    transaction.create(
      firestore.doc(accounts.path(uid)),
      accounts.write(newAccount({ uid, name, email, kind: 'staff' })),
    );
    transaction.create(firestore.doc(emailPath(email)), emails.write({ uid }));
    journalLine(firestore, transaction, `firstStaff.${uid}`, {
      ...{ at: now, by: system, done: 'invite', aboutUid: uid, aboutName: name, ...ofNoOrganisation },
      reason: 'Premier compte de l’équipe, ouvert par qui déploie le service.',
    });
    return { uid };
  });
}

/** The account, when the mail that opens it was never used. */
function neverSignedIn(snapshot: QueryDocumentSnapshot): Account | null {
  const account = accounts.read(snapshot);
  return account === null || account.verifiedEmail ? null : account;
}

/** Nobody signed in: there is no session to end, and the link of a mail that is on its way opens no account that is cut. */
function cutOff(firestore: Firestore, transaction: Transaction, account: Account, now: Instant): void {
  const { uid, name } = account;
  const closed = { ...account, active: false, switchedOffAt: now };
  transaction.set(firestore.doc(accounts.path(uid)), accounts.write(closed));
  journalLine(firestore, transaction, `replacedStaff.${uid}`, {
    ...{ at: now, by: system, done: 'switchOff', aboutUid: uid, aboutName: name, ...ofNoOrganisation },
    reason: 'Premier compte de l’équipe, jamais ouvert : remplacé par qui déploie le service.',
  });
}
