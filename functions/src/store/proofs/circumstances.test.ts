import { expect, it } from 'vitest';
import { signInRequest } from './circumstances.ts';

it('A session names the request of its sign-in, and no other document', () => {
  const paths = ['signInCodes/nQ4x0', `signInTokens/${'a'.repeat(64)}`];
  expect(paths.map(signInRequest)).toEqual(paths);
  const others = [
    undefined,
    7,
    '',
    'accounts/anne',
    'signInCodes/',
    'signInCodes/a/b/c',
    'x/signInCodes/a',
    'signInCodes/../a',
  ];
  expect(others.map(signInRequest)).toEqual(others.map(() => null));
});
