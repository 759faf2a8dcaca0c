import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './commands.ts';

/** Each makes, shows or keeps a download token: a link that outlives every rule, ticket and account. Pages read bytes (`getBlob`) instead. */
const banned = /\b(?:getDownloadURL|getMetadata|updateMetadata|firebaseStorageDownloadTokens)\b/;

const pages = globSync('web/**/*.{ts,tsx}', { cwd: root, exclude: ['**/node_modules/**', '**/*.test.{ts,tsx}'] });

describe('A link that opens a file without a ticket', () => {
  it('is made nowhere in our pages, in code loaded on demand neither', () => {
    const texts = pages.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
    expect(texts.filter(({ text }) => text.includes('getBlob'))).not.toEqual([]);
    expect(texts.filter(({ text }) => banned.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it.each(['getDownloadURL(ref(storage, path))', 'const { getMetadata } = await import("firebase/storage")'])(
    'would be seen: %s',
    (line) => expect(line).toMatch(banned),
  );
});
