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

/** A mail server that behaves: what it took is read as a mail program would, and dated by the simulation's clock. */
export class PostOffice {
  readonly received: Received[] = [];
  readonly smtp: SmtpSettings;
  readonly #server: SMTPServer;

  private constructor(server: SMTPServer, smtp: SmtpSettings) {
    this.#server = server;
    this.smtp = smtp;
  }

  static async open(clock: () => Instant): Promise<PostOffice> {
    let office: PostOffice | null = null;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, callback) => {
        simpleParser(stream).then((mail) => {
          office?.received.push(asReceived(mail, clock()));
          callback();
        }, callback);
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = server.server.address();
    const smtp = readSmtpSettings({
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: `${typeof address === 'object' && address !== null ? address.port : 0}`,
      SMTP_SECURITY: 'none',
      MAIL_FROM: 'surmesure@tierslieux.example',
    });
    office = new PostOffice(server, smtp);
    return office;
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
