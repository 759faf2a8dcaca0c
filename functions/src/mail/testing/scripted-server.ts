import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Behaviour =
  | { readonly does: 'accept' | 'hang' | 'dropAfterData' }
  | { readonly does: 'refuseRecipient' | 'refuseMessage' | 'refuseSender' | 'refusePassword'; readonly code: number };

/** A real SMTP server on this machine, told how to behave; what it accepted is parsed as a mail program would. */
export class ScriptedServer {
  behaviour: Behaviour = { does: 'accept' };
  connections = 0;
  readonly accepted: ParsedMail[] = [];
  readonly recipients: string[][] = [];
  readonly #server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 1,
    onConnect: (_session, callback) => {
      this.connections += 1;
      callback();
    },
    onAuth: (_auth, _session, callback) => callback(this.#refusal('refusePassword'), { user: 'surmesure' }),
    onMailFrom: (_address, _session, callback) => callback(this.#refusal('refuseSender')),
    onRcptTo: (address, _session, callback) => {
      if (this.behaviour.does !== 'hang') callback(this.#refusal('refuseRecipient', address.address));
    },
    onData: (stream, session, callback) => {
      simpleParser(stream).then((mail) => {
        if (this.behaviour.does === 'dropAfterData') return this.drop();
        const refusal = this.#refusal('refuseMessage');
        if (refusal === null) {
          this.accepted.push(mail);
          this.recipients.push(session.envelope.rcptTo.map(({ address }) => address));
        }
        callback(refusal);
      }, callback);
    },
  });

  async start(): Promise<number> {
    this.#server.on('error', () => undefined);
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = this.#server.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  async stop(): Promise<void> {
    this.drop();
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }

  /** The mails taken for one address, the oldest first. */
  acceptedFor(email: string): ParsedMail[] {
    return this.accepted.filter((_mail, at) => this.recipients[at]?.includes(email));
  }

  drop(): void {
    for (const connection of this.#server.connections) connection.close();
  }

  #refusal(kind: Behaviour['does'], named = 'the message'): Error | null {
    if (this.behaviour.does !== kind || !('code' in this.behaviour)) return null;
    return Object.assign(new Error(`5.1.1 <${named}> refused`), { responseCode: this.behaviour.code });
  }
}
