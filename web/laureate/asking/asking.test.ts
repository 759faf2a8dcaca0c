import { expect, test } from 'vitest';
import { addressesOf, placeIn } from '../addresses.ts';
import { expertToInviteErrors } from './expert-to-invite.ts';

test('a request is found at an address that names those chosen', () => {
  const address = addressesOf('lac').ask({ expertIds: ['forge', 'tisse'], subthemes: ['4.2'] });
  const parameters = new URLSearchParams(address.split('?')[1]);
  expect(placeIn(parameters).name).toBe('request');
  expect([parameters.getAll('expert'), parameters.get('laureat')]).toEqual([['forge', 'tisse'], 'lac']);
  expect(placeIn(new URLSearchParams(addressesOf(null).experts.split('?')[1])).name).toBe('experts');
});

test('an expert that the directory does not list is invited by a name and an address', () => {
  const typed = { name: 'Zoé Leroy', email: 'zoe@exemple.fr', message: '' };
  expect(expertToInviteErrors(typed)).toEqual([]);
  expect(expertToInviteErrors({ ...typed, email: 'zoe' }).map(({ fieldId }) => fieldId)).toEqual(['expert-email']);
});
