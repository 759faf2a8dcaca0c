import { expect, test } from 'vitest';
import { fileFault } from './file-fault.ts';

const tenMegabytes = 10_000_000;

test('a PDF of the right size is sent, whatever the case of its ending', () => {
  expect(fileFault({ name: 'Devis.PDF', size: 1 }, ['pdf'], tenMegabytes)).toBeUndefined();
  expect(fileFault({ name: 'devis.v2.pdf', size: tenMegabytes }, ['pdf'], tenMegabytes)).toBeUndefined();
});

test.each([
  ['devis.docx', 10, ['pdf'], 'Exporter au format PDF'],
  ['photo.bmp', 10, ['pdf', 'jpg'], 'PDF, JPG'],
  ['sans-fin', 10, ['pdf', 'jpg'], 'format accepté'],
  ['vide.pdf', 0, ['pdf'], 'est vide'],
  ['lourd.pdf', tenMegabytes + 1, ['pdf'], '10\u00a0Mo au plus'],
])('%s of %d bytes is stopped before the sending, with the remedy', (name, size, endings, remedy) => {
  expect(fileFault({ name, size }, endings, tenMegabytes)).toContain(remedy);
});
