import { expect, it } from 'vitest';
import { examplesAmong } from './mails.ts';

const mail = (id: number, kind: 'reminder' | 'signIn') => ({ id: `${id}`, mail: kind, createdAt: id });

it('leaves a dozen mails for the inbox, the newest of each kind first of all', () => {
  const all = [mail(1, 'signIn'), ...Array.from({ length: 30 }, (_, index) => mail(index + 2, 'reminder'))];
  const examples = examplesAmong(all);
  expect(examples).toHaveLength(12);
  expect(examples.map(({ id }) => id)).toEqual([31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 1].map(String));
});

it('leaves what there is when there is less', () => {
  expect(examplesAmong([mail(1, 'signIn')])).toHaveLength(1);
});
