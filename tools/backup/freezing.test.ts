import { expect, it } from 'vitest';
import type { Line } from './documents.ts';
import { examplesOf } from './freezing.ts';

const text = (stringValue: string) => ({ stringValue });
const map = (fields: object) => ({ mapValue: { fields } });

async function examples(...lines: Line[]): Promise<string[]> {
  const everything = (async function* () {
    yield null;
    yield* lines;
  })();
  const kept = await examplesOf(everything, (path) =>
    path.startsWith('boats/') ? { shape: 'boats/{}', readers: [] } : null,
  );
  return kept.map(({ path }) => path);
}

it('What a release wrote is kept once a shape: by its kinds, and by the fields that are there', async () => {
  const at = (path: string, fields: Line['fields']) => ({ path, fields });
  expect(
    await examples(
      at('boats/1', { state: text('afloat'), crew: map({ 'uid-1': text('Ali') }) }),
      at('boats/2', { state: text('afloat'), crew: map({ 'uid-2': text('Zoé') }) }),
      at('boats/3', { state: text('afloat'), crew: map({}), flag: text('fr') }),
      at('boats/4', { state: text('sunk'), crew: map({}) }),
      at('trains/1', {}),
    ),
  ).toEqual(['boats/1', 'boats/3', 'boats/4']);
});
