import { expect, it } from 'vitest';
import { type GuideAround, guideBody } from './guide.ts';

const around: GuideAround = {
  pageOf: (file) => (file === 'expert.md' ? 'aide-expert' : null),
  pictureOf: () => null,
};

it('A guide leads to what its readers can open, or is not built', () => {
  const to = (file: string) => guideBody(`# Guide\n\nVoir [la suite](${file}).\n`, around).markup;
  expect(to('expert.md')).toContain('<a href="/aide-expert">la suite</a>');
  expect(() => to('../operations.md')).toThrow('a guide leads to ../operations.md, which the site does not show');
});
