import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { isEmail } from '../domain/email.ts';
import { displayName } from './address.ts';
import { type Failed, failureOf } from './failure.ts';
import type { RenderedMail } from './render.ts';
import type { SmtpSettings } from './settings.ts';

/** `dead`: sending the same mail again would be refused again. `reason` is French, for the staff page, without any address. */
export type Sending = { readonly outcome: 'sent' } | Failed;

/**
 * One attempt. Never throws: what goes wrong is the answer. The caller gives the same `messageId` at each attempt, so that a mail accepted
 * just before a crash and sent again is folded by mail programs.
 */
export async function send(
  settings: SmtpSettings,
  mail: RenderedMail,
  { messageId }: { readonly messageId: string },
): Promise<Sending> {
  if (!isEmail(mail.to.email)) return notAnAddress;
  if (!isEmail(mail.replyTo.email)) return noContact;
  try {
    await transportFor(settings).sendMail({
      from: { name: displayName(settings.from.name), address: settings.from.email },
      to: { name: displayName(mail.to.name), address: mail.to.email },
      replyTo: { name: displayName(mail.replyTo.name), address: mail.replyTo.email },
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: { ...mail.headers },
      messageId,
      signal: AbortSignal.timeout(settings.attemptMs),
    });
    return { outcome: 'sent' };
  } catch (error) {
    return failureOf(error);
  }
}

const notAnAddress = {
  outcome: 'dead',
  cause: 'address',
  reason: 'L’adresse n’est pas une adresse de courriel.',
} as const;
const noContact = {
  outcome: 'dead',
  cause: 'message',
  reason: 'L’adresse du contact n’est pas valable.',
} as const;

/** Whether the server lets us in: null, or why not, in French. Sends nothing. */
export async function whyNoServer(settings: SmtpSettings): Promise<string | null> {
  try {
    await transportFor(settings).verify();
    return null;
  } catch (error) {
    return failureOf(error).reason;
  } finally {
    disconnect(settings);
  }
}

/** From the outbox id, which is deterministic; hashed, because that id names a mission. */
export function messageIdFor(outboxId: string, { from }: SmtpSettings): string {
  const hash = createHash('sha256').update(outboxId).digest('hex').slice(0, 40);
  return `<${hash}@${from.email.slice(from.email.lastIndexOf('@') + 1)}>`;
}

/** Ends the connections to a server, for tests and for a process that stops. */
export function disconnect(settings: SmtpSettings): void {
  transports.get(keyOf(settings))?.close();
  transports.delete(keyOf(settings));
}

type Transport = ReturnType<typeof openTransport>;

/** Connections outlive a call: a warm instance saves the handshakes. */
const transports = new Map<string, Transport>();

function transportFor(settings: SmtpSettings): Transport {
  const key = keyOf(settings);
  const transport = transports.get(key) ?? openTransport(settings);
  transports.set(key, transport);
  return transport;
}

function keyOf({ host, port, credentials }: SmtpSettings): string {
  return `${credentials?.user ?? ''}@${host}:${port}`;
}

function openTransport({ host, port, security, credentials, silenceMs }: SmtpSettings) {
  return createTransport({
    pool: true,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(credentials === null ? {} : { auth: { user: credentials.user, pass: credentials.password } }),
    maxConnections: 2,
    maxMessages: 100,
    // Servers close an idle connection sooner than the four minutes of the default.
    idleTimeout: 30_000,
    // The outbox retries, and counts; only a message of which nothing was sent over a connection found closed is put back here.
    maxRequeues: 1,
    dnsTimeout: silenceMs,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
