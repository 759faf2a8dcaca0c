import { expect, test } from 'vitest';
import { lastingJava, suiteEnvironment } from './environment.ts';

test.each([
  ['GOOGLE_APPLICATION_CREDENTIALS'],
  ['FIREBASE_TOKEN'],
  ['FIRESTORE_EMULATOR_HOST'],
  ['FIREBASE_EMULATOR_HUB'],
])('%s of the caller never reaches the suite', (name) => {
  expect(suiteEnvironment({ [name]: 'x', HOME: '/home' }, {})).not.toHaveProperty(name);
});

test('the user keeps the last word on Java, and functions get what they are given', () => {
  const environment = suiteEnvironment({ JAVA_TOOL_OPTIONS: '-Xmx4g' }, { SMTP_HOST: 'localhost' });
  expect(environment.JAVA_TOOL_OPTIONS).toMatch(/-Xmx1g .*-XX:TieredStopAtLevel=1 -Xmx4g$/);
  const lasting = suiteEnvironment({ JAVA_TOOL_OPTIONS: '-Xmx4g' }, lastingJava);
  expect(lasting.JAVA_TOOL_OPTIONS).toBe(`${lastingJava.JAVA_TOOL_OPTIONS} -Xmx4g`);
  expect(environment.SMTP_HOST).toBe('localhost');
});
