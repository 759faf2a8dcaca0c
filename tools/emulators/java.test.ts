import { expect, test } from 'vitest';
import { javaMajor, javaProblem } from './java.ts';

const printed = {
  debian17: 'openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment',
  oracle8: 'java version "1.8.0_392"\nJava(TM) SE Runtime Environment',
  early21: 'openjdk version "21-ea" 2023-09-19',
  withOptions: 'Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "11.0.2" 2019-01-15',
};

test.each([
  [printed.debian17, 17],
  [printed.oracle8, 8],
  [printed.early21, 21],
  [printed.withOptions, 11],
  ['command not found', undefined],
])('%s → %s', (text, major) => {
  expect(javaMajor(text)).toBe(major);
});

test.each([
  ['missing', undefined, 'Java is missing'],
  ['of version 8', printed.oracle8, 'Java 8 is too old'],
  ['of version 11', printed.withOptions, 'Java 11 is too old'],
  ['silent about its version', 'hello', 'does not tell its version: hello'],
])('a Java that is %s is refused with what to install', (_what, text, problem) => {
  expect(javaProblem(text)).toContain(problem);
  expect(javaProblem(text)).toContain('Install Java 17 or newer');
});

test.each([[printed.debian17], [printed.early21]])('%s is accepted', (text) => {
  expect(javaProblem(text)).toBeUndefined();
});
