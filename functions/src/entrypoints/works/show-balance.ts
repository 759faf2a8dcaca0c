import { projectBalance } from '../../store/laureates/balances.ts';
import { firestore } from '../firebase.ts';
import { idsIn, type Work } from './work.ts';

/** Writes the balance of a laureate from its ledger. */
export const balanceShowing: Work = {
  trigger: 'showBalance',
  run: (path) => projectBalance(firestore(), idsIn('laureates/{laureateId}', path)('laureateId')),
};
