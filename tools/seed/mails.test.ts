import { expect, it } from 'vitest';
import { asExamples } from './mails.ts';

const mail = (id: number, kind: 'reminder' | 'signIn') => ({ id: `${id}`, mail: kind, createdAt: id });

it('offers the newest mail of each kind first of all, then the newest', () => {
  const all = [mail(1, 'signIn'), mail(2, 'signIn'), ...[3, 4, 5].map((id) => mail(id, 'reminder'))];
  expect(asExamples(all).map(({ id }) => id)).toEqual(['5', '2', '4', '3', '1']);
});
