import { expect, it } from 'vitest';
import { maskedAddress } from './masked-address.ts';

it.each([
  ['amelie.roux@vallon.example', 'a•••@vallon.example'],
  ['x@y.fr', 'x•••@y.fr'],
  ['@y.fr', '•••'],
  ['', '•••'],
])('of the address %j, %j is shown to whoever holds its link', (email, masked) => {
  expect(maskedAddress(email)).toBe(masked);
});
