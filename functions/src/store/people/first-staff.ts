import type { Firestore } from 'firebase-admin/firestore';
import { roleLabels } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { ACCOUNTS, accounts, emails } from '../collections/accounts.ts';
import { journalLine } from '../collections/journal.ts';
import { emailPath, newAccount, normalEmail } from './accounts.ts';

interface FirstStaff {
  readonly uid: string;
  readonly name: string;
  readonly email: string;
  readonly now: Instant;
}

const alreadyOne = refuse(
  'staff-already',
  'L’équipe a déjà un compte actif. Les suivants sont invités depuis les pages : « Personnes », « Inviter ».',
);
const addressTaken = refuse('address-taken', 'Cette adresse est déjà celle d’un compte. Donnez-en une autre.');

/**
 * The account from which all others are invited, in a programme whose team has none that is active: a new one, or one whose last account was
 * closed. In a transaction, which holds what it looked for: of two commands at once, one finds the other's account.
 */
export function openFirstStaff(firestore: Firestore, asked: FirstStaff): Promise<{ uid: string } | Refusal> {
  const { uid, name, now } = asked;
  const email = normalEmail(asked.email);
  return firestore.runTransaction(async (transaction) => {
    const [team, address] = await Promise.all([
      transaction.get(firestore.collection(ACCOUNTS).where('kind', '==', 'staff').where('active', '==', true).limit(1)),
      transaction.get(firestore.doc(emailPath(email))),
    ]);
    if (!team.empty) return alreadyOne;
    if (address.exists) return addressTaken;
    transaction.create(
      firestore.doc(accounts.path(uid)),
      accounts.write(newAccount({ uid, name, email, kind: 'staff' })),
    );
    transaction.create(firestore.doc(emailPath(email)), emails.write({ uid }));
    journalLine(firestore, transaction, `firstStaff.${uid}`, {
      ...{ at: now, by: { uid: 'system', name: roleLabels.system, kind: 'system' }, done: 'invite' },
      ...{ aboutUid: uid, aboutName: name, laureateId: null, expertId: null, missionId: null },
      reason: 'Premier compte de l’équipe, ouvert par qui déploie le service.',
    });
    return { uid };
  });
}
