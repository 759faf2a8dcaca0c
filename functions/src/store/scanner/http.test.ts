import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpScanner } from './http.ts';
import { scannerOf } from './scanner.ts';
import { notScanned, type Verdict } from './verdict.ts';

/** What stands in front of the container (Cloud Run, a proxy), answering as it is told. */
let server: Server;
let told: { status: number; headers?: Record<string, string>; body: string };
let received: { authorization: IncomingMessage['headers']['authorization']; body: string };
let url: string;

beforeEach(async () => {
  server = createServer(async (request, response) => {
    received = { authorization: request.headers.authorization, body: await text(request) };
    response.writeHead(told.status, told.headers).end(told.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
});

afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

function scan(idToken = async () => 'our-identity'): Promise<Verdict> {
  return httpScanner({ url, idToken, timeoutMs: 5_000 }).scan(Buffer.from('Note de cadrage'));
}

describe('a file sent to the container', () => {
  it('goes with our identity, and whole', async () => {
    told = { status: 200, body: '{"verdict":"clean"}' };
    expect(await scan()).toEqual({ verdict: 'clean' });
    expect(received).toEqual({ authorization: 'Bearer our-identity', body: 'Note de cadrage' });
  });

  const answers = {
    'is not judged when our identity is refused': [{ status: 403, body: '<html>Forbidden</html>' }, 'unauthorised'],
    'is not judged when no identity was seen': [{ status: 401, body: '' }, 'unauthorised'],
    'is not judged when the container cannot start': [{ status: 503, body: 'Service Unavailable' }, 'unreachable'],
    'is not judged by a page that answers 200': [{ status: 200, body: '<html>OK</html>' }, 'unclear'],
    'is not judged by a verdict with something more': [{ status: 200, body: '{"verdict":"clean","of":1}' }, 'unclear'],
    'is not sent on to another address': [{ status: 307, headers: { location: '/clean' }, body: '' }, 'unreachable'],
  } as const satisfies Record<string, readonly [typeof told, string]>;

  it.each(Object.entries(answers))('%s', async (_rule, [answer, reason]) => {
    told = answer;
    expect(await scan()).toEqual(notScanned(reason));
  });

  it('is not sent at all without an identity', async () => {
    told = { status: 200, body: '{"verdict":"clean"}' };
    received = { authorization: undefined, body: 'nothing came' };
    expect(await scan(() => Promise.reject(new Error('no metadata server')))).toEqual(notScanned('unreachable'));
    expect(received.body).toBe('nothing came');
  });
});

describe('the setting SCANNER_URL', () => {
  it.each(['https://scanner.example', 'tcp://127.0.0.1:3310'])('%s names an antivirus', (address) => {
    expect(scannerOf(address)).not.toBeNull();
  });

  it('says by nothing that there is none', () => {
    expect(scannerOf('')).toBeNull();
  });

  it.each(['none', 'http://scanner.example', 'tcp://127.0.0.1', 'tcp://', ' '])('refuses « %s »', (address) => {
    expect(() => scannerOf(address)).toThrow('SCANNER_URL');
  });
});
