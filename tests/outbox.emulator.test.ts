import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE } from '../functions/src/domain/calendar.ts';
import { deliverMail } from '../functions/src/entrypoints/deliver-mail.ts';
import { readSmtpSettings, type SmtpSettings } from '../functions/src/mail/settings.ts';
import { disconnect } from '../functions/src/mail/transport.ts';
import { get } from '../functions/src/store/collection.ts';
import { OUTBOX, outbox, type QueuedMail } from '../functions/src/store/collections/outbox.ts';
import { dueMails } from '../functions/src/store/outbox-queue.ts';
import { localLinkKeys } from '../tools/emulators/link-keys.ts';
import { created, sweep, threeTimes } from './events.ts';
import { newAddress } from './invitations.ts';
import { mailTo } from './mails.ts';
import { openProgramme } from './programme.ts';
import { firestore, inbox } from './suite.ts';

beforeAll(openProgramme);

const queue = (item: QueuedMail) => firestore.doc(outbox.path(item.id)).create(outbox.write(item));
const stateOf = async (item: QueuedMail) => (await get(firestore, outbox, item.id))?.state;

describe('a queued mail', () => {
  it('leaves once, however often its event comes', async () => {
    const item = mailTo(newAddress());
    await queue(item);
    await threeTimes('sendMail', created(outbox.path(item.id)));
    await vi.waitFor(async () => expect(await stateOf(item)).toBe('sent'), 20_000);
    await threeTimes('sendMail', created(outbox.path(item.id)));
    expect(await inbox.messages(item.to.email)).toHaveLength(1);
    expect(await get(firestore, outbox, item.id)).toMatchObject({ state: 'sent', attempt: 1, problem: null });
  });

  it('is sent by the sweep, once, when no event does', async () => {
    const item = mailTo(newAddress(), Date.now() + HOUR);
    await queue(item);
    await Promise.all([threeTimes('sendMail', created(outbox.path(item.id))), sweep('sweepMails')]);
    expect(await get(firestore, outbox, item.id)).toEqual(item);
    await firestore.doc(outbox.path(item.id)).update({ nextMs: Date.now() });
    await sweep('sweepMails');
    expect(await get(firestore, outbox, item.id)).toMatchObject({ state: 'sent', attempt: 1 });
    await sweep('sweepMails');
    expect(await inbox.messages(item.to.email)).toHaveLength(1);
  });

  it('that can reach nobody is dead with its reason, and no sweep tries it again', async () => {
    const [wrong, right] = [mailTo('sans-arobase'), mailTo(newAddress())];
    await Promise.all([queue(wrong), queue(right)]);
    await vi.waitFor(
      async () => expect([await stateOf(wrong), await stateOf(right)]).toEqual(['dead', 'sent']),
      20_000,
    );
    const dead = await get(firestore, outbox, wrong.id);
    expect(dead).toMatchObject({ attempt: 1, problem: 'L’adresse n’est pas une adresse de courriel.' });
    await Promise.all([sweep('sweepMails'), threeTimes('sendMail', created(outbox.path(wrong.id)))]);
    expect(await get(firestore, outbox, wrong.id)).toEqual(dead);
    expect(await inbox.messages(right.to.email)).toHaveLength(1);
  });
});

describe('a mail server that refuses', () => {
  const answers: number[] = [];
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, callback) {
      const code = answers.shift() ?? 250;
      callback(code === 250 ? null : Object.assign(new Error('refused by the test'), { responseCode: code }));
    },
    onData(stream, _session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        taken.push(Buffer.concat(parts).toString());
        callback();
      });
    },
  });
  let smtp: SmtpSettings;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    smtp = readSmtpSettings({
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: `${port}`,
      SMTP_SECURITY: 'none',
      MAIL_FROM: 'surmesure@tierslieux.example',
    });
  });

  afterAll(async () => {
    const left = await firestore.collection(OUTBOX).where('nextMs', '>=', start).get();
    await Promise.all(left.docs.map(({ ref }) => ref.delete()));
    disconnect(smtp);
    await new Promise<void>((resolve) => server.close(resolve));
  });

  /** Tomorrow: the suite's own trigger leaves these mails alone. */
  const start = Date.now() + 24 * HOUR;
  const attempt = (item: QueuedMail, at: number) =>
    deliverMail(firestore, item.id, { origin: 'http://127.0.0.1', smtp, linkKeys: localLinkKeys, clock: () => at });
  const isDue = async (item: QueuedMail, at: number) => (await dueMails(firestore, at, 500)).includes(item.id);

  it('for now is asked again later and later, and gets the mail once', async () => {
    const item = mailTo(newAddress(), start);
    await queue(item);
    answers.push(450, 451);
    await attempt(item, start);
    expect(await get(firestore, outbox, item.id)).toMatchObject({ state: 'retry', nextMs: start + MINUTE, attempt: 1 });
    await attempt(item, start + MINUTE - 1);
    expect(await get(firestore, outbox, item.id)).toMatchObject({ attempt: 1 });
    expect([await isDue(item, start + MINUTE - 1), await isDue(item, start + MINUTE)]).toEqual([false, true]);
    await attempt(item, start + MINUTE);
    expect(await get(firestore, outbox, item.id)).toMatchObject({ state: 'retry', nextMs: start + 6 * MINUTE });
    await attempt(item, start + 6 * MINUTE);
    expect(await get(firestore, outbox, item.id)).toMatchObject({ state: 'sent', attempt: 3, problem: null });
    expect(await isDue(item, start + HOUR)).toBe(false);
    expect(taken).toHaveLength(1);
  });

  it('for good is not asked again', async () => {
    const item = mailTo(newAddress(), start);
    await queue(item);
    answers.push(550);
    await attempt(item, start);
    const dead = await get(firestore, outbox, item.id);
    expect(dead).toMatchObject({ state: 'dead', attempt: 1, problem: expect.stringMatching(/\p{L}/u) });
    await attempt(item, start + 24 * HOUR);
    expect(await get(firestore, outbox, item.id)).toEqual(dead);
    expect(taken).toHaveLength(1);
  });

  it('for a day makes the mail dead after seven more attempts', async () => {
    const item = mailTo(newAddress(), start);
    await queue(item);
    const minutes: number[] = [];
    for (let tried = 0, at = start; tried < 8; tried += 1) {
      answers.push(450);
      await attempt(item, at);
      const { nextMs = at, state } = (await get(firestore, outbox, item.id)) ?? {};
      if (state === 'retry') minutes.push((nextMs - at) / MINUTE);
      at = nextMs;
    }
    expect(minutes).toEqual([1, 5, 15, 60, 180, 360, 720]);
    expect(await get(firestore, outbox, item.id)).toMatchObject({ state: 'dead', attempt: 8 });
  });

  it('after a process died with the mail in hand: the lease runs out, and it is sent', async () => {
    const item = mailTo(newAddress(), start);
    await queue({ ...item, state: 'leased', attempt: 1, nextMs: start + 2 * MINUTE });
    await attempt(item, start + MINUTE);
    expect(await stateOf(item)).toBe('leased');
    expect(await isDue(item, start + 2 * MINUTE)).toBe(true);
    await attempt(item, start + 2 * MINUTE);
    expect(await get(firestore, outbox, item.id)).toMatchObject({ state: 'sent', attempt: 2 });
  });
});
