import { expect, it } from 'vitest';
import { finder, knownCollections } from '../stored/collections.ts';
import { missingFiles, Reading } from './soundness.ts';

const text = (stringValue: string) => ({ stringValue });
const whole = (value: number) => ({ integerValue: String(value) });

it('A document is of the collection that says most of its path', async () => {
  const find = finder(await knownCollections());
  expect(find('accounts/a/preferences/listViews')?.shape).toBe('accounts/{}/preferences/listViews');
  expect(find('laureates/a/ledger/b')?.shape).toBe('laureates/{}/ledger/{}');
  expect(find('laureates/a/ledger/b/c/d')).toBeNull();
});

it('A document that the code of today does not read, or knows nothing of, is named', async () => {
  const reading = new Reading(await knownCollections());
  reading.see({ path: 'leases/digests', fields: { schema: whole(1), holder: text('h'), until: whole(12) } });
  expect(reading.findings).toEqual([]);
  reading.see({ path: 'leases/cards', fields: { schema: whole(1), holder: text('h') } });
  reading.see({ path: 'boats/1', fields: {} });
  expect(reading.findings).toEqual(['leases/cards ne se lit plus.', 'boats/1 n’est d’aucune collection connue.']);
});

it('A file that a document names and that is not there, or is another, is named', () => {
  const promised = new Map([
    ['stored/a', 'one'],
    ['stored/b', 'two'],
    ['stored/c', 'three'],
  ]);
  const kept = new Map([
    ['stored/a', 'one'],
    ['stored/b', 'other'],
  ]);
  expect(missingFiles(promised, kept)).toEqual([
    'stored/b n’est pas le fichier que son document nomme.',
    'stored/c n’est pas le fichier que son document nomme.',
  ]);
});
