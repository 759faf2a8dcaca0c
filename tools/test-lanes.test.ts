import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import config from '../vitest.config.ts';
import { root } from './commands.ts';
import { steps } from './test-lanes.ts';

const projects = (config.test?.projects ?? []).flatMap((project) =>
  typeof project === 'object' && 'test' in project && project.test !== undefined ? [project.test] : [],
);

it('`npm test` runs every project of vitest, once', () => {
  const run = steps.flat().flatMap((lane) => lane.projects);
  expect(run.toSorted()).toEqual(projects.map(({ name }) => name).toSorted());
});

it.each(projects.map(({ name, include = [] }) => [name, include] as const))('%s has tests', (_name, include) => {
  const isOurs = (file: string) => !/(?:^|\/)(?:node_modules|dist|\.emulators)(?:$|\/)/.test(file);
  expect(globSync([...include], { cwd: root, exclude: (file) => !isOurs(file) })).not.toEqual([]);
});
