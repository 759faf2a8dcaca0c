import { beforeAll, expect, it, vi } from 'vitest';
import { MINUTE } from '../functions/src/domain/calendar.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { DEAD_LETTERS } from '../functions/src/store/collections/dead-letters.ts';
import { files, type KeptFile, tickets } from '../functions/src/store/collections/files.ts';
import { grants } from '../functions/src/store/collections/grants.ts';
import { previewRequests } from '../functions/src/store/collections/preview-requests.ts';
import { previewPath } from '../functions/src/store/files/stored-files.ts';
import { created, deleted, described, threeTimes, updated } from './events.ts';
import { deposited, openProgramme } from './programme.ts';
import { bucket, firestore } from './suite.ts';

/** The triggers that take away or draw, each given one event three times (the others are in `triggers` and `outbox`). */
let file: KeptFile;

beforeAll(async () => {
  await openProgramme();
  file = await deposited(newId(), newId(), 'working');
});

const TOKEN = 'firebaseStorageDownloadTokens';
const tokenOf = async () => (await bucket.file(file.path).getMetadata())[0].metadata?.[TOKEN];
const mint = () => bucket.file(file.path).setMetadata({ metadata: { [TOKEN]: newId() } });
const lettersOf = async (trigger: string) =>
  (await firestore.collection(DEAD_LETTERS).where('trigger', '==', trigger).get()).docs.filter((letter) =>
    String(letter.get('subject')).includes(file.id),
  );

it('a minted token is taken away, however often its event comes', async () => {
  await mint();
  await threeTimes('stripMintedTokens', described(file.path, { [TOKEN]: 'minted' }));
  expect(await tokenOf()).toBeUndefined();
  await threeTimes('stripMintedTokens', described(file.path, { [TOKEN]: 'minted' }));
  expect(await tokenOf()).toBeUndefined();
  expect(await lettersOf('stripMintedTokens')).toEqual([]);
});

it('what a closed ticket had opened is stripped, however often its event comes', async () => {
  await mint();
  await threeTimes('stripClosedTickets', deleted(tickets.path('uid', file.id), { name: 'fileId', value: file.id }));
  expect(await tokenOf()).toBeUndefined();
  expect(await lettersOf('stripClosedTickets')).toEqual([]);
});

it('the tickets of an access that is over go, and those of an open one stay, however often its event comes', async () => {
  const [uid, laureateId, now] = [newId(), newId(), Date.now()];
  const grant = { laureateId, uid, expertId: newId(), missions: { m: now + MINUTE }, active: true };
  const ticket = tickets.path(uid, file.id);
  const open = { uid, fileId: file.id, via: 'grant', laureateId, expiresMs: now + MINUTE } as const;
  await firestore.doc(ticket).set(tickets.write(open));
  await firestore.doc(grants.path(laureateId, uid)).set(grants.write(grant));
  await threeTimes('closeTickets', updated(grants.path(laureateId, uid)));
  expect(await get(firestore, tickets, uid, file.id)).toEqual(open);
  await firestore.doc(grants.path(laureateId, uid)).set(grants.write({ ...grant, active: false }));
  await threeTimes('closeTickets', updated(grants.path(laureateId, uid)));
  expect(await get(firestore, tickets, uid, file.id)).toBeNull();
});

it('the picture of a first page is drawn once, however often its event comes', async () => {
  await firestore.doc(files.path(file.id)).update({ preview: 'pending' });
  await threeTimes('makePreview', created(previewRequests.path(file.id)));
  await vi.waitFor(async () => expect((await get(firestore, files, file.id))?.preview).toBe('made'), 20_000);
  const [drawn] = await bucket.file(previewPath(file.id)).getMetadata();
  await threeTimes('makePreview', created(previewRequests.path(file.id)));
  const [still] = await bucket.file(previewPath(file.id)).getMetadata();
  expect(still.generation).toBe(drawn.generation);
});
