import { expect, test } from 'vitest';
import { nextPage, signInAddress } from './next.ts';

const origin = 'https://sur-mesure.exemple.fr';

test('a sign-in leads back to the signed-in page one was on, with its place', () => {
  expect(nextPage('/laureat?mission=abc#devis', origin)).toBe('/laureat?mission=abc#devis');
  expect(nextPage('/preferences', origin)).toBe('/preferences');
  const address = new URL(signInAddress({ pathname: '/decision', search: '?m=1&v=2', hash: '' }), origin);
  expect(nextPage(address.searchParams.get('suite'), origin)).toBe('/decision?m=1&v=2');
});

test.each([
  null,
  '',
  'https://ailleurs.exemple/laureat',
  '//ailleurs.exemple/laureat',
  '/\\ailleurs.exemple/laureat',
  '/laureat\\..\\x',
  '/\t/ailleurs.exemple',
  'javascript:alert(1)',
  '/connexion',
  '/laureat/../connexion',
  '/inconnue',
  '/laureat.evil',
])('%j is not followed after a sign-in', (asked) => {
  expect(nextPage(asked, origin)).toBeUndefined();
});
