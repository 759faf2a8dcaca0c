import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test('a web address is read as people type it', () => {
  expect(webAddress('atelier.fr')?.href).toBe('https://atelier.fr/');
  expect(webAddress(' http://www.atelier.fr/nous ')?.href).toBe('http://www.atelier.fr/nous');
});

test('what is not a web address never becomes a link', () => {
  for (const typed of ['', 'atelier', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'un site.'])
    expect(webAddress(typed)).toBeNull();
});
