import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailDev } from 'maildev';
import { z } from 'zod';

const host = '127.0.0.1';

export interface Inbox {
  readonly smtpPort: number;
  /** Where a person reads the mails, and what `inboxAt` takes. */
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * The local inbox: takes every mail, delivers none. `folder` keeps them for the next start; without it they are gone at `stop`.
 * Port 0 takes a free one.
 */
export async function startInbox(ports: { smtp: number; web: number }, folder?: string): Promise<Inbox> {
  // Its own default is one folder for the whole machine, in which two inboxes would meet.
  const mailDirectory = folder ?? (await mkdtemp(join(tmpdir(), 'sur-mesure-inbox-')));
  const maildev = new MailDev({ smtp: ports.smtp, web: ports.web, ip: host, webIp: host, mailDirectory, silent: true });
  const { smtp, api } = await maildev.start();
  return {
    smtpPort: smtp.getPort() ?? ports.smtp,
    address: `http://${host}:${api?.getPort() ?? ports.web}`,
    async stop() {
      await maildev.stop();
      if (folder === undefined) await rm(mailDirectory, { recursive: true, force: true });
    },
  };
}

const addressSchema = z.object({ address: z.string(), name: z.string().default('') });

const messageSchema = z.object({
  id: z.string(),
  subject: z.string(),
  from: z.array(addressSchema),
  to: z.array(addressSchema),
  html: z.string().default(''),
  text: z.string().default(''),
  headers: z.record(z.string(), z.unknown()),
});

export type ReceivedMail = z.infer<typeof messageSchema>;

export interface InboxReader {
  /** The mails to one address, written as they are addressed; the oldest first. */
  messages(to: string): Promise<ReceivedMail[]>;
  /** Waits for the first mail to `to` whose subject holds `subject`. @throws Error naming what did arrive, after `withinMs`. */
  awaitMessage(to: string, subject: string, withinMs?: number): Promise<ReceivedMail>;
  clear(): Promise<void>;
}

/** Reads an inbox started by this process or another, over HTTP. */
export function inboxAt(address: string): InboxReader {
  async function messages(to: string): Promise<ReceivedMail[]> {
    // The inbox looks through what it holds: all of it at each question was tens of megabytes, once a thousand mails had come.
    const asked = new URL('/api/email', address);
    asked.searchParams.set('to.address', to);
    const response = await fetch(asked);
    return z.array(messageSchema).parse(await response.json());
  }
  return {
    messages,
    async awaitMessage(to, subject, withinMs = 60_000) {
      const deadline = Date.now() + withinMs;
      for (;;) {
        const arrived = await messages(to);
        const found = arrived.find((message) => message.subject.includes(subject));
        if (found) return found;
        if (Date.now() > deadline) {
          const subjects = arrived.map((message) => message.subject).join(' | ') || 'nothing';
          throw new Error(`no mail « ${subject} » to ${to} in ${withinMs} ms; arrived: ${subjects}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async clear() {
      await fetch(new URL('/api/email/all', address), { method: 'DELETE' });
    },
  };
}
