import { firestore } from './suite.ts';

/** One address of this machine asks for every link, every account and every upload of the tests: its hour starts again. */
export function freshHour(): Promise<void> {
  return firestore.recursiveDelete(firestore.collection('rateLimits'));
}
