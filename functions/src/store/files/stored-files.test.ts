import { expect, it } from 'vitest';
import { servedAs } from './stored-files.ts';

it.each([
  ['Devis été.pdf', "attachment; filename*=UTF-8''Devis%20%C3%A9t%C3%A9.pdf"],
  ['a"b\r\nX: y.pdf', "attachment; filename*=UTF-8''a%22b%0D%0AX%3A%20y.pdf"],
  ["l'(été)*!.pdf", "attachment; filename*=UTF-8''l%27%28%C3%A9t%C3%A9%29%2A%21.pdf"],
  ['moitié \ud83e', "attachment; filename*=UTF-8''moiti%C3%A9%20%EF%BF%BD"],
])('The name %j is served as one that no header can be broken by, to save and never to run', (name, disposition) => {
  expect(servedAs('application/pdf', name)).toEqual({
    contentType: 'application/pdf',
    contentDisposition: disposition,
    cacheControl: 'private, no-store',
  });
});
