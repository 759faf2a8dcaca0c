import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Instant } from '../../functions/src/domain/calendar.ts';
import { readSmtpSettings, type SmtpSettings } from '../../functions/src/mail/settings.ts';
import { disconnect } from '../../functions/src/mail/transport.ts';

/** A mail as its reader received it, at the simulated time. */
export interface Received {
  readonly at: Instant;
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

/** What the server does with a mail that it has read: `dropped` takes it, and the connection ends before it says so. */
export type Mood = 'takes' | 'refuses' | 'hangs' | 'drops';

/** Decides of each attempt (the first is 1) of each mail. */
export type Moods = (messageId: string, attempt: number) => Mood;
const behaves: Moods = () => 'takes';

/** A mail server that behaves, unless told otherwise: what it took is read as a mail program would, and dated by the simulation's clock. */
export class PostOffice {
  readonly received: Received[] = [];
  readonly #attempts = new Map<string, number>();
  readonly smtp: SmtpSettings;
  readonly #server: SMTPServer;

  private constructor(server: SMTPServer, smtp: SmtpSettings) {
    this.#server = server;
    this.smtp = smtp;
  }

  static async open(clock: () => Instant, moods = behaves): Promise<PostOffice> {
    let office: PostOffice | null = null;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, callback) => {
        simpleParser(stream).then((mail) => {
          const mood = office === null ? 'takes' : moods(mail.messageId ?? '', office.#attemptOf(mail));
          if (mood === 'hangs') return;
          if (mood === 'refuses') return callback(Object.assign(new Error('4.7.1 later'), { responseCode: 451 }));
          office?.received.push(asReceived(mail, clock()));
          if (mood === 'takes') return callback();
          for (const connection of server.connections) if (connection.id === session.id) connection.close();
        }, callback);
      },
    });
    // A connection that its client gives up is none of the simulation's business.
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = server.server.address();
    const smtp = readSmtpSettings({
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: `${typeof address === 'object' && address !== null ? address.port : 0}`,
      SMTP_SECURITY: 'none',
      MAIL_FROM: 'surmesure@tierslieux.example',
      // All that a moment tells leaves in one minute of the simulation.
      MAILS_A_MINUTE: '100000',
    });
    office = new PostOffice(server, smtp);
    return office;
  }

  #attemptOf({ messageId = '' }: ParsedMail): number {
    const attempt = (this.#attempts.get(messageId) ?? 0) + 1;
    this.#attempts.set(messageId, attempt);
    return attempt;
  }

  async close(): Promise<void> {
    disconnect(this.smtp);
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }
}

function asReceived(mail: ParsedMail, at: Instant): Received {
  const [to] = [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
  return { at, to: to ?? '', messageId: mail.messageId ?? '', subject: mail.subject ?? '', text: mail.text ?? '' };
}
