import { expect, it } from 'vitest';
import { openingsOf } from './circumstances.ts';

it('A proof quotes the first and the last opening of each document, whole or as a picture', () => {
  const accesses = [
    { fileId: 'devis', as: 'file', at: 30 },
    { fileId: 'diagnostic', as: 'preview', at: 20 },
    { fileId: 'devis', as: 'file', at: 10 },
    { fileId: 'devis', as: 'preview', at: 5 },
  ] as const;
  expect(openingsOf(accesses)).toEqual([
    { fileId: 'devis', as: 'preview', firstAt: 5, lastAt: 5 },
    { fileId: 'devis', as: 'file', firstAt: 10, lastAt: 30 },
    { fileId: 'diagnostic', as: 'preview', firstAt: 20, lastAt: 20 },
  ]);
  expect(openingsOf([])).toEqual([]);
});
