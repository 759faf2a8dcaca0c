import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { can } from '../functions/src/domain/access/policy.ts';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import type { MessageActionInput } from '../functions/src/domain/api.ts';
import { DAY, HOUR } from '../functions/src/domain/calendar.ts';
import { type Channel, channelKey } from '../functions/src/domain/messages/channels.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { files, type KeptFile } from '../functions/src/store/collections/files.ts';
import { members } from '../functions/src/store/collections/laureates.ts';
import { OUTBOX, outbox } from '../functions/src/store/collections/outbox.ts';
import { requestUpload } from '../functions/src/store/files/announce.ts';
import { openFile } from '../functions/src/store/files/file-access.ts';
import { actOnMessages } from '../functions/src/store/messages/act.ts';
import { messagesView } from '../functions/src/store/views/messages.ts';
import { missionView } from '../functions/src/store/views/mission.ts';
import { call, codeOf as codeOfCall, expectCall } from './calls.ts';
import { signIn } from './people.ts';
import {
  deposited,
  type ExpertOfTests,
  type LaureateOfTests,
  laureateWith,
  openedMission,
  openProgramme,
  play,
  publishedExpert,
  staff,
} from './programme.ts';
import { bucket, firestore } from './suite.ts';

const everyone: Channel = { kind: 'everyone', laureateId: null };
const withExpert: Channel = { kind: 'expert', laureateId: null };
const withLaureate = ({ laureateId }: LaureateOfTests): Channel => ({ kind: 'laureate', laureateId });

let laureate: LaureateOfTests;
let partner: LaureateOfTests;
let expert: ExpertOfTests;
let stranger: ExpertOfTests;
let missionId: string;
let actors: Record<'laureate' | 'partner' | 'expert' | 'stranger' | 'staff', SignedInActor>;

/** A mission that two laureates share. */
beforeAll(async () => {
  await openProgramme();
  [laureate, partner, expert, stranger] = await Promise.all([
    laureateWith(10_000_00),
    laureateWith(10_000_00),
    publishedExpert(),
    publishedExpert(),
  ]);
  const request = { expertId: expert.expertId, subthemes: ['4.2'], need: 'Revoir le modèle économique.', needId: null };
  const input = { ...request, shareWith: [partner.laureateId] };
  ({ missionId } = await play(laureate.signatory, null, laureate.laureateId, { action: 'request', input }));
  await play(partner.signatory, missionId, partner.laureateId, { action: 'join', input: {} });
  actors = {
    laureate: laureate.signatory,
    partner: partner.signatory,
    expert: expert.person,
    stranger: stranger.person,
    staff,
  };
});

type Name = keyof typeof actors;
type Typed = Partial<Extract<MessageActionInput, { readonly action: 'send' }>>;

function act(name: Name, input: MessageActionInput, now = Date.now()) {
  return actOnMessages(firestore, bucket, { actor: actors[name], input, messageId: newId(), now });
}
const sending = (channel: Channel, typed: Typed = {}) =>
  ({ action: 'send', operationId: randomUUID(), missionId, channel, text: 'Bonjour', fileIds: [], ...typed }) as const;
const codeOf = (answer: object) => (isRefusal(answer) ? answer.code : 'done');

async function read(name: Name) {
  const view = await messagesView(firestore, actors[name], { missionId, now: Date.now() });
  return isRefusal(view) ? [] : view.channels;
}
const textsIn = async (name: Name, channel: Channel) =>
  (await read(name)).find(({ key }) => key === channelKey(channel))?.messages.map(({ text }) => text) ?? null;

/** A document that arrived for a channel, as a verified deposit leaves it. */
async function joined(name: Name, channel: Channel): Promise<KeptFile> {
  const file = await deposited(missionId, actors[name].uid, 'attachment');
  const kept = { ...file, channel: channel.kind, laureateId: channel.laureateId };
  await firestore.doc(files.path(file.id)).set(files.write(kept));
  return kept;
}
async function opens(name: Name, { id }: KeptFile): Promise<string> {
  const asked = {
    actor: actors[name],
    fileId: id,
    as: 'file',
    scannerConfigured: false,
    accessId: newId(),
    now: Date.now(),
  } as const;
  return codeOf(await openFile(firestore, asked));
}

const channels = () => [everyone, withExpert, withLaureate(laureate), withLaureate(partner)];
/** Who reads and writes each: laureates' own channels are closed to the other laureate. */
const allowed = (name: Name, channel: Channel) =>
  name === 'staff' ||
  (name === 'expert' && channel.kind !== 'laureate') ||
  (name === 'laureate' && (channel.kind === 'everyone' || channel.laureateId === laureate.laureateId)) ||
  (name === 'partner' && (channel.kind === 'everyone' || channel.laureateId === partner.laureateId));
const names: readonly Name[] = ['laureate', 'partner', 'expert', 'stranger', 'staff'];

describe('a channel of a mission', () => {
  it('takes the messages and documents of its own, shows them to its own, and neither to anybody else', async () => {
    for (const channel of channels()) {
      const text = `Pour ${channelKey(channel)}`;
      const file = await joined('staff', channel);
      expect(codeOf(await act('staff', sending(channel, { text, fileIds: [file.id] })))).toBe('done');
      for (const name of names) {
        const own = allowed(name, channel);
        expect((await textsIn(name, channel))?.includes(text) ?? false, `${name} ${text}`).toBe(own);
        expect(await opens(name, file), `${name} ${text}`).toBe(own ? 'done' : 'not-yours');
        const written = codeOf(await act(name, sending(channel)));
        expect(written, `${name} ${text}`).toBe(own ? 'done' : 'not-yours');
        const upload = { piece: 'attachment', missionId, name: 'plan.pdf', size: 1_000 } as const;
        const request = { ...upload, channel: channel.kind, laureateId: channel.laureateId };
        const announced = await requestUpload(firestore, {
          actor: actors[name],
          request,
          uploadId: newId(),
          now: Date.now(),
        });
        expect(codeOf(announced), `${name} ${text}`).toBe(own ? 'done' : 'not-yours');
      }
    }
  });

  it('shows its documents with its messages alone, never among those of the mission', async () => {
    for (const name of ['expert', 'laureate', 'staff'] as const) {
      const view = await missionView(firestore, actors[name], { missionId, laureateId: null, now: Date.now() });
      if (isRefusal(view)) throw new Error(view.message);
      expect(view.files.filter(({ piece }) => piece === 'attachment')).toEqual([]);
    }
  });

  it('takes no document of another channel, of another author or of the mission', async () => {
    const foreign = await joined('staff', everyone);
    const elsewhere = await joined('laureate', withLaureate(laureate));
    for (const { id } of [foreign, elsewhere])
      expect(codeOf(await act('laureate', sending(everyone, { fileIds: [id] })))).toBe('file-unknown');
    const own = await joined('laureate', everyone);
    expect(codeOf(await act('laureate', sending(everyone, { fileIds: [own.id] })))).toBe('done');
  });

  it('is not a way to deposit what is of no channel', async () => {
    const request = { piece: 'attachment', missionId, laureateId: null, name: 'plan.pdf', size: 1_000 } as const;
    const asked = { actor: actors.laureate, request, uploadId: newId(), now: Date.now() };
    expect(codeOf(await requestUpload(firestore, asked))).toBe('target-missing');
    const subject = {
      action: 'deposit',
      piece: 'attachment',
      laureateId: null,
      mission: null,
      replaces: null,
    } as const;
    expect(can(actors.laureate, subject)?.code).toBe('not-your-piece');
  });
});

describe('a message', () => {
  it('is written once, however often its call comes, and counts as read by its author', async () => {
    const text = `Une fois ${newId()}`;
    const message = sending(everyone, { text });
    const answers = await Promise.all([1, 2, 3].map(() => act('laureate', message)));
    expect(answers.map(codeOf)).toEqual(['done', 'done', 'done']);
    expect((await textsIn('expert', everyone))?.filter((one) => one === text)).toHaveLength(1);
    expect(codeOf(await act('laureate', { ...message, text: 'Autre chose' }))).toBe('operation-reused');
    const view = await missionView(firestore, actors.laureate, { missionId, laureateId: null, now: Date.now() });
    expect(view).toMatchObject({ unreadMessages: expect.any(Number) });
  });

  it('is told to the others of its channel and to FTL, with a button that opens it, and not again until they read', async () => {
    const shared = await openedMission(laureate, expert);
    // The people of the team are told too, as many as signed in so far: their address stands for them here.
    const mails = async () =>
      outbox
        .list((await firestore.collection(OUTBOX).where('mail', '==', 'messageReceived').get()).docs)
        .filter(({ path, facts, to }) => path.includes(shared) && (facts.reader !== 'staff' || to.uid === null));
    const send = () => act('expert', { ...sending(everyone), missionId: shared });
    await send();
    await send();
    const told = await mails();
    expect(told.map(({ to }) => to.uid).sort()).toEqual([laureate.signatory.uid, null].sort());
    expect(told.map(({ path }) => path)).toContain(`/laureat?mission=${shared}&messages=everyone`);
    await act('laureate', {
      action: 'read',
      operationId: randomUUID(),
      missionId: shared,
      channel: everyone,
      upTo: Date.now(),
    });
    await send();
    expect((await mails()).filter(({ to }) => to.uid === laureate.signatory.uid)).toHaveLength(2);
    await act('expert', { ...sending(withExpert), missionId: shared });
    expect((await mails()).filter(({ path }) => path.includes('messages=expert')).map(({ to }) => to.uid)).toEqual([
      null,
    ]);
  });

  it('is told once to a person of two of the laureates, and written all the same', async () => {
    const { uid } = laureate.signatory;
    const seat = await get(firestore, members, laureate.laureateId, uid);
    if (seat === null) throw new Error('a signatory has a seat');
    await firestore
      .doc(members.path(partner.laureateId, uid))
      .set(members.write({ ...seat, laureateId: partner.laureateId, role: 'contributor' }));
    // A day that nobody has been told of yet: mails of one channel are one a day.
    const tomorrow = Date.now() + DAY;
    expect(codeOf(await act('expert', sending(everyone, { text: 'Pour vous deux' }), tomorrow))).toBe('done');
    const mails = outbox.list((await firestore.collection(OUTBOX).where('to.uid', '==', uid).get()).docs);
    const told = mails.filter(({ mail, path, createdAt }) => {
      return mail === 'messageReceived' && path.includes(missionId) && createdAt === tomorrow;
    });
    expect(told).toHaveLength(1);
  });

  it('is taken back by its author within the hour, with its documents, and leaves a trace', async () => {
    const file = await joined('expert', everyone);
    const written = async () => {
      const text = `À retirer ${newId()}`;
      await act('expert', sending(everyone, { text, fileIds: [file.id] }));
      const all = (await read('laureate')).flatMap(({ messages }) => messages);
      return all.find((message) => message.text === text)?.messageId ?? '';
    };
    const messageId = await written();
    expect(await opens('laureate', file)).toBe('done');
    const withdraw = (id = messageId) =>
      ({ action: 'withdraw', operationId: randomUUID(), missionId, messageId: id }) as const;
    // Joined a second time, taken back there: the first message keeps it.
    expect(codeOf(await act('expert', withdraw(await written())))).toBe('done');
    expect(await opens('laureate', file)).toBe('done');
    expect(codeOf(await act('laureate', withdraw()))).toBe('not-your-message');
    expect(codeOf(await act('expert', withdraw(), Date.now() + HOUR + 1_000))).toBe('too-late');
    expect(codeOf(await act('expert', withdraw()))).toBe('done');
    expect(await opens('laureate', file)).toBe('file-withdrawn');
    expect(await opens('expert', file)).toBe('done');
    const trace = (await read('laureate'))
      .flatMap(({ messages }) => messages)
      .find((one) => one.messageId === messageId);
    expect(trace).toMatchObject({ text: '', files: [], withdrawnAt: expect.any(Number) });
  });

  it('of a mission that has ended is read for ever, and written for the days of the setting', async () => {
    const ended = await openedMission(laureate, expert);
    await act('expert', { ...sending(everyone), missionId: ended });
    await play(expert.person, ended, null, { action: 'decline', input: { reason: 'Plus disponible.' } });
    expect(codeOf(await act('laureate', { ...sending(everyone), missionId: ended }, Date.now() + 59 * DAY))).toBe(
      'done',
    );
    const late = act('laureate', { ...sending(everyone), missionId: ended }, Date.now() + 62 * DAY);
    expect(codeOf(await late)).toBe('channel-closed');
    const view = await messagesView(firestore, actors.laureate, { missionId: ended, now: Date.now() + 400 * DAY });
    expect(view).toMatchObject({ channels: [{ messages: [{ text: 'Bonjour' }, { text: 'Bonjour' }] }, {}] });
  });
});

// The first call of each function starts its process.
it('over HTTP, a stranger is answered as if the mission did not exist', { timeout: 180_000 }, async () => {
  const [own, other] = await Promise.all([signIn(laureate.signatory.uid), signIn(stranger.person.uid)]);
  expect(await get(firestore, accounts, stranger.person.uid)).not.toBeNull();
  expect(codeOfCall(await call('view', { name: 'messages', missionId }, other))).toBe('mission-unknown');
  expect(codeOfCall(await call('messageAction', sending(everyone), other))).toBe('not-yours');
  expect(await expectCall('messageAction', sending(everyone), own)).toEqual({ done: 'Message envoyé.' });
});
