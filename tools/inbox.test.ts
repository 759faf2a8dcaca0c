import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { exampleContext, exampleOf } from '../functions/src/mail/examples.ts';
import { render } from '../functions/src/mail/render.ts';
import { readSmtpSettings } from '../functions/src/mail/settings.ts';
import { disconnect, send } from '../functions/src/mail/transport.ts';
import { type Inbox, inboxAt, startInbox } from './inbox.ts';

const anyPorts = { smtp: 0, web: 0 };
const mail = render(exampleOf('sentBack'), exampleContext);
const reader = mail.to.email;
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function opened(folder?: string): Promise<Inbox> {
  const inbox = await startInbox(anyPorts, folder);
  stops.push(inbox.stop);
  return inbox;
}

async function deliver(inbox: Inbox): Promise<void> {
  const settings = readSmtpSettings({
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(inbox.smtpPort),
    SMTP_SECURITY: 'none',
    MAIL_FROM: 'ne-pas-repondre@surmesure.example',
  });
  expect(await send(settings, mail, { messageId: '<inbox@surmesure.example>' })).toEqual({ outcome: 'sent' });
  disconnect(settings);
}

it('shows a mail to the one who reads that address, with its words and its link', async () => {
  const inbox = await opened();
  await deliver(inbox);
  const received = await inboxAt(inbox.address).awaitMessage(reader, 'à corriger');
  expect(received.subject).toBe(mail.subject);
  expect(received.text).toContain('https://surmesure.example/connexion#jeton=');
  expect(received.html).toContain('Corriger et renvoyer');
  expect(await inboxAt(inbox.address).messages('autre@vallon.example')).toEqual([]);
});

it('forgets on demand', async () => {
  const inbox = await opened();
  await deliver(inbox);
  await inboxAt(inbox.address).clear();
  expect(await inboxAt(inbox.address).messages(reader)).toEqual([]);
});

it('says what did arrive when the awaited mail does not', async () => {
  const inbox = await opened();
  await deliver(inbox);
  const awaited = inboxAt(inbox.address).awaitMessage(reader, 'Rapport', 0);
  await expect(awaited).rejects.toThrow(`arrived: ${mail.subject}`);
});

it('never meets another inbox of the same machine', async () => {
  const [one, other] = [await opened(), await opened()];
  await deliver(one);
  expect(await inboxAt(one.address).messages(reader)).toHaveLength(1);
  expect(await inboxAt(other.address).messages(reader)).toHaveLength(0);
});

it('keeps its mails for the next start when given a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sur-mesure-inbox-test-'));
  stops.push(() => rm(folder, { recursive: true }));
  const first = await startInbox(anyPorts, folder);
  await deliver(first);
  await first.stop();
  const next = await opened(folder);
  expect(await inboxAt(next.address).messages(reader)).toHaveLength(1);
});
