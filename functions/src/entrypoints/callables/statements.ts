import { askStatement } from '../../store/laureates/ask-statement.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { makeStatementInput } from '../inputs.ts';

export const makeStatement = callable<'makeStatement'>(makeStatementInput, (input, { actor, now }) =>
  askStatement(firestore(), { actor, input, now }),
);
