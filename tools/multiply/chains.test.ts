import { expect, it } from 'vitest';
import { award, commit } from '../../functions/src/domain/subsidy/testing/entries.ts';
import { ledgerHeadSchema, lineSchema } from '../../functions/src/store/collections/ledger.ts';
import { chainFault, extendChain } from '../../functions/src/store/laureates/ledger-chain.ts';
import { hungAgain } from './chains.ts';

const entries = [award(10_000_00), commit(3_000_00)];
const { lines, head } = extendChain(null, [], entries, 'forge');
const documents = [
  ...lines.map((line) => ({ path: `laureates/forge/ledger/${line.entry.id}`, fields: { ...line, schema: 1 } })),
  { path: 'laureates/forge/ledgerHead/head', fields: { ...head, schema: 1 } },
];
const strict = ({ schema: _schema, ...fields }: Record<string, unknown>) => fields;
const faultOf = (read: typeof documents) =>
  chainFault(
    read.slice(0, 2).map(({ fields }) => lineSchema.parse(strict(fields))),
    ledgerHeadSchema.parse(strict(read[2]?.fields ?? {})),
  );

it('A ledger whose lines say other names holds once it is hung again, and not before', () => {
  const renamed = documents.map((document) =>
    'entry' in document.fields
      ? { ...document, fields: { ...document.fields, entry: { ...document.fields.entry, by: 'somebody-else' } } }
      : document,
  );
  expect(faultOf(documents)).toBeNull();
  expect(faultOf(renamed)).toMatchObject({ kind: 'lineChanged', sequence: 1 });
  const hung = hungAgain(renamed);
  expect(
    chainFault(
      hung.slice(0, 2).map(({ fields }) => lineSchema.parse(strict(fields))),
      ledgerHeadSchema.parse(strict(hung[2]?.fields ?? {})),
    ),
  ).toBeNull();
});
