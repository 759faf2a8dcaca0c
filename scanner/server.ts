import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clamd, clamdScanner, clamdVersion } from '../functions/src/store/scanner/clamd.ts';
import { notScanned } from '../functions/src/store/scanner/verdict.ts';

/** The largest file of the programme, in bytes; clamd.conf allows a little more. */
const LARGEST = 20_000_000;

/**
 * `POST /` answers the verdict on the bytes it is sent; `GET /health` says clamd's version. Keeps nothing, logs nothing of the files. It asks for no
 * identity itself: Cloud Run does, before the request gets here.
 */
export function scannerServer(clamd: Clamd): Server {
  const scanner = clamdScanner(clamd);
  return createServer(async (request, response) => {
    if (request.method === 'GET' && request.url === '/health') return health(clamd, response);
    if (request.method !== 'POST' || request.url !== '/')
      return answer(response, 404, { error: 'POST / or GET /health' });
    const bytes = await bytesOf(request).catch(() => null);
    // Gone before the end: nobody is left to be answered.
    if (bytes === null) return response.destroy();
    if (bytes === 'too-large') return answer(response, 413, notScanned('too-large'));
    const verdict = await scanner.scan(bytes);
    return answer(response, verdict.verdict === 'error' ? 503 : 200, verdict);
  });
}

/** The version says the day of the signatures: an antivirus that stopped learning is seen here. */
async function health(clamd: Clamd, response: ServerResponse): Promise<void> {
  const version = await clamdVersion(clamd).catch(() => null);
  answer(response, version === null ? 503 : 200, { clamd: version });
}

/** Read to the end even when it is too large, so that the sender hears why; beyond twice the limit it is cut off. */
async function bytesOf(request: IncomingMessage): Promise<Uint8Array | 'too-large'> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.byteLength;
    if (size > 2 * LARGEST) throw new Error('Larger than anything we send.');
    if (size <= LARGEST) parts.push(part);
  }
  return size > LARGEST ? 'too-large' : Buffer.concat(parts);
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** `PORT` is Cloud Run's; it sends SIGTERM before it stops an instance. */
if (import.meta.main) {
  const { PORT = '8080', CLAMD_PORT = '3310' } = process.env;
  // A little more than clamd allows itself (MaxScanTime), a little less than the functions wait: the reason gets through.
  const server = scannerServer({ host: '127.0.0.1', port: Number(CLAMD_PORT), timeoutMs: 45_000 });
  server.listen(Number(PORT), () => {
    const address: AddressInfo | string | null = server.address();
    process.stdout.write(`Listening on ${typeof address === 'object' ? address?.port : address}\n`);
  });
  process.once('SIGTERM', () => server.close());
}
