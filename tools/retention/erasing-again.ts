import type { Firestore } from 'firebase-admin/firestore';
import type { Instant } from '../../functions/src/domain/calendar.ts';
import { approveErasure } from '../../functions/src/store/retention/approving.ts';
import { markedAccounts } from './erased.ts';

export interface ErasingAgain {
  readonly firestore: Firestore;
  readonly now: Instant;
  readonly say: (line: string) => void;
}

/** Closes accounts that were erased once and that a copy brought back: the next night erases them. Run twice, it does nothing more. */
export async function eraseAgain(uids: readonly string[], { firestore, now, say }: ErasingAgain): Promise<void> {
  for (const uid of uids) {
    const again = await approveErasure(firestore, uid, { cause: 'asked', now });
    say(again ? `${uid} : effacé de nouveau la nuit prochaine.` : `${uid} : rien à faire.`);
  }
}

/** The same of the accounts that the marks of the mailbox name. */
export async function eraseMarked(marks: readonly string[], erasing: ErasingAgain): Promise<void> {
  const { uids, ofNobody } = await markedAccounts(erasing.firestore, marks);
  await eraseAgain(uids, erasing);
  if (ofNobody > 0) erasing.say(`Empreintes qui ne sont d’aucun compte d’ici, rien à effacer : ${ofNobody}.`);
}
