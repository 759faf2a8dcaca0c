import { initializeApp } from 'firebase-admin/app';
import { expect, it } from 'vitest';

it('is reached by a process that has another app already', async () => {
  initializeApp({ projectId: 'demo-another' }, 'another');
  const { bucket, firestore, projectId } = await import('./suite.ts');
  expect(bucket.name).toBe(`${projectId}.appspot.com`);
  expect((await firestore.collection('settings').limit(1).get()).empty).toBe(true);
});
