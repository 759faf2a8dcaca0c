import { askStatement } from '../../store/laureates/ask-statement.ts';
import { askDocument } from '../../store/missions/ask-document.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { makeDocumentInput, makeStatementInput } from '../inputs.ts';

export const makeStatement = callable<'makeStatement'>(makeStatementInput, (input, { actor, now }) =>
  askStatement(firestore(), { actor, input, now }),
);

export const makeDocument = callable<'makeDocument'>(makeDocumentInput, (input, { actor, now }) =>
  askDocument(firestore(), { actor, input, now }),
);
