import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { failureOfConnection, inPieces, notScanned, type Scanner, type Verdict } from './verdict.ts';

export interface Clamd {
  readonly host: string;
  readonly port: number;
  /** For the whole exchange, from the connection to the answer. */
  readonly timeoutMs: number;
}

/** clamd by its own protocol (clamd(8)): unauthenticated and in the clear, so for this machine or a closed network. */
export function clamdScanner(clamd: Clamd): Scanner {
  return {
    async scan(bytes) {
      try {
        return verdictOf(await ask(clamd, instream(bytes)));
      } catch (error) {
        return notScanned(failureOfConnection(error));
      }
    },
  };
}

/** Version of the engine and of its signatures, with their day: « ClamAV 1.4.3/27826/Fri … ». Throws when clamd can't be reached. */
export function clamdVersion(clamd: Clamd): Promise<string> {
  return ask(clamd, ['zVERSION\0']);
}

/** Chunks with their length before them, 32 bits big-endian; a length of zero ends the file. */
function* instream(bytes: Uint8Array): Generator<string | Uint8Array> {
  yield 'zINSTREAM\0';
  for (const piece of inPieces(bytes)) {
    yield lengthOf(piece);
    yield piece;
  }
  yield lengthOf(new Uint8Array());
}

function lengthOf(piece: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.byteLength);
  return length;
}

/** One command, and its answer up to the NUL that ends it. What is sent waits for the other side: no more than a few pieces are in flight. */
async function ask({ host, port, timeoutMs }: Clamd, command: Iterable<string | Uint8Array>): Promise<string> {
  const socket = connect({ host, port, signal: AbortSignal.timeout(timeoutMs) });
  // Kept open after the last byte: clamd takes a half-closed line for one that is gone.
  const sending = Readable.from(command).pipe(socket, { end: false });
  let answer = '';
  // Leaving the loop, in any way, closes the line.
  for await (const part of sending.setEncoding('utf8')) {
    answer += String(part);
    if (answer.endsWith('\0')) break;
  }
  return answer.replace(/\0$/, '').trim();
}

const answers = [
  { says: /^stream: OK$/, means: () => ({ verdict: 'clean' }) },
  { says: /^stream: (.+) FOUND$/, means: (signature) => ({ verdict: 'infected', signature }) },
  { says: /size limit exceeded\. ERROR$/, means: () => notScanned('too-large') },
  { says: /ERROR$/, means: () => notScanned('failed') },
] as const satisfies readonly { says: RegExp; means: (named: string) => Verdict }[];

/** Only the exact « OK » is clean: an answer cut short, or one never met, is none. */
function verdictOf(answer: string): Verdict {
  for (const { says, means } of answers) {
    const found = says.exec(answer);
    if (found) return means(found[1] ?? '');
  }
  return notScanned('unclear');
}
