import type { Socket } from 'node:net';
import { type Started, startListening } from './listening.ts';

/** What the tests' only signature recognises: a sentence of ours, so that no antivirus on a developer's machine takes this file for a threat. */
export const suspicious = Buffer.from('Ce fichier joue le virus dans les essais de « Sur mesure ».');
export const signature = 'Sur-Mesure.Essai';

/** What a clamd in trouble sends once it has read a file, part after part; none: nothing, and the line stays open. */
export type Trouble = readonly string[];

/** A clamd for machines without one: speaks INSTREAM, knows the one signature, has the same limit; or sends what it is told to. */
export function startFake(trouble?: Trouble): Promise<Started> {
  return startListening(async (socket) => {
    const received = new Received(socket);
    const judged = await judgment(received);
    for (const part of trouble ?? [`${judged}\0`]) await new Promise((sent) => socket.write(part, sent));
    if (trouble?.length !== 0) socket.end();
    // Reads on, and throws away: closing over unread bytes would cut the line before its answer is read.
    await received.rest();
  });
}

/** StreamMaxLength of clamd.conf. */
const LIMIT = 25 * 1_024 * 1_024;

/** Reads one command as clamd(8) describes it. */
async function judgment(received: Received): Promise<string> {
  const command = String(await received.take('zVERSION\0'.length));
  if (command === 'zVERSION\0') return 'ClamAV 0.0.0';
  await received.take(1);
  if (command !== 'zINSTREAM') return 'UNKNOWN COMMAND';
  const content: Buffer[] = [];
  let size = 0;
  for (;;) {
    const length = (await received.take(4)).readUInt32BE();
    size += length;
    if (size > LIMIT) return 'INSTREAM size limit exceeded. ERROR';
    if (length === 0) return Buffer.concat(content).equals(suspicious) ? `stream: ${signature} FOUND` : 'stream: OK';
    content.push(await received.take(length));
  }
}

/** The bytes of a line, taken by their number, whatever the pieces they come in. */
class Received {
  #held = Buffer.alloc(0);
  readonly #parts: AsyncIterator<Buffer>;

  constructor(socket: Socket) {
    this.#parts = socket[Symbol.asyncIterator]();
  }

  /** Never ends when the line is cut before: whoever waited is gone too. */
  async take(size: number): Promise<Buffer> {
    while (this.#held.byteLength < size) {
      const part = await this.#next();
      if (part.done) return new Promise(() => undefined);
      this.#held = Buffer.concat([this.#held, part.value]);
    }
    const taken = this.#held.subarray(0, size);
    this.#held = this.#held.subarray(size);
    return taken;
  }

  async rest(): Promise<void> {
    this.#held = Buffer.alloc(0);
    for (let part = await this.#next(); !part.done; part = await this.#next());
  }

  #next(): Promise<{ readonly done: true } | { readonly done?: false; readonly value: Buffer }> {
    return this.#parts.next().then(
      (part) => (part.done ? { done: true } : { done: false, value: part.value }),
      () => ({ done: true }),
    );
  }
}
