import { compareFile as compare } from '../../store/proofs/compare-file.ts';
import { doorCallable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { compareFileInput } from '../inputs.ts';

/** For anyone, and the same for everyone: no account is read, whatever token comes along. */
export const compareFile = doorCallable<'compareFile'>(compareFileInput, (input, { now, from }) =>
  compare(firestore(), { ...input, from, now }),
);
