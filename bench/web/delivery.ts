import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { extname, join, matchesGlob, normalize } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, constants } from 'node:zlib';
import * as z from 'zod';
import { root } from '../../tools/commands.ts';
import { host, type Ports } from '../../tools/emulators/ports.ts';
import { makeCertificate } from '../../tools/sealing/certificates.ts';
import { builtPages } from './built-pages.ts';

const DAY_MS = 86_400_000;
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const compressible = /^(text|application\/json|image\/svg)/;

const { hosting } = z
  .object({
    hosting: z.object({
      headers: z.array(
        z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
      ),
    }),
  })
  .parse(JSON.parse(readFileSync(join(root, 'firebase.json'), 'utf8')));

export interface Delivery {
  readonly origin: string;
  /** What makes a browser find every address here, and trust it. */
  readonly browserArguments: readonly string[];
  readonly stop: () => void;
}

/**
 * The production build as Hosting delivers it (HTTP/2, brotli, the headers of `firebase.json`), and Google's hosts as the pages call them, each in front of an
 * emulator: what is measured is what is deployed, its content security policy included, and not a build for the emulators.
 */
export async function deliver(ports: Ports): Promise<Delivery> {
  const now = Date.now();
  const certificate = makeCertificate({
    ...{ commonName: 'surmesure.example', kind: 'p256', fromMs: now - DAY_MS, toMs: now + DAY_MS },
  });
  const server = createSecureServer(
    {
      key: certificate.key.export({ type: 'pkcs8', format: 'pem' }),
      cert: certificate.certificate.toString(),
      allowHTTP1: true,
    },
    (request, response) => {
      answer(request, response, ports).catch((error: unknown) => response.writeHead(502).end(String(error)));
    },
  );
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const key = certificate.certificate.publicKey.export({ type: 'spki', format: 'der' });
  return {
    origin: 'https://surmesure.example',
    browserArguments: [
      `--host-resolver-rules=MAP surmesure.example:443 ${host}:${port}, MAP *.googleapis.com:443 ${host}:${port}`,
      `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    ],
    stop: () => void server.close(),
  };
}

async function answer(request: Http2ServerRequest, response: Http2ServerResponse, ports: Ports): Promise<void> {
  const { pathname, search } = new URL(request.url, 'https://surmesure.example');
  const google = /^([\w]+)\.googleapis\.com$/.exec(request.authority.split(':')[0] ?? '')?.[1];
  if (google !== undefined) return forward(request, response, `${emulatorOf(google, ports)}${pathname}${search}`);
  const file = fileOf(pathname);
  if (file === undefined) return forward(request, response, `http://${host}:${ports.hosting}${pathname}${search}`);
  const { tag, bytes, coding } = compressedFile(file);
  const type = types[extname(file)] ?? 'application/octet-stream';
  const headers = { ...headersOf(pathname), ...coding, etag: tag, 'content-type': type };
  if (request.headers['if-none-match'] === tag) response.writeHead(304, headers).end();
  else response.writeHead(200, headers).end(bytes);
}

interface Compressed {
  readonly tag: string;
  readonly bytes: Buffer;
  readonly coding: Record<string, string>;
}

const compressedFiles = new Map<string, Compressed>();

/** Compressed once, as a delivery network keeps them. */
function compressedFile(file: string): Compressed {
  const known = compressedFiles.get(file);
  if (known !== undefined) return known;
  const whole = readFileSync(file);
  const shrinks = compressible.test(types[extname(file)] ?? '');
  const made = {
    tag: `"${createHash('sha256').update(whole).digest('base64url')}"`,
    bytes: shrinks ? brotliCompressSync(whole) : whole,
    coding: shrinks ? { 'content-encoding': 'br' } : {},
  };
  compressedFiles.set(file, made);
  return made;
}

function emulatorOf(name: string, ports: Ports): string {
  if (name === 'firebasestorage') return `http://${host}:${ports.storage}`;
  if (name === 'firestore') return `http://${host}:${ports.firestore}`;
  return `http://${host}:${ports.auth}/${name}.googleapis.com`;
}

/** As `cleanUrls` has it; undefined when Hosting would ask a function: those of the service, and the one that makes the directory. */
function fileOf(pathname: string): string | undefined {
  const path = join(builtPages, normalize(pathname));
  return [path, `${path}.html`].find((one) => extname(one) !== '' && existsSync(one));
}

function headersOf(pathname: string): Record<string, string> {
  const rules = hosting.headers.filter(({ source }) => source === '**' || matchesGlob(pathname, source));
  const said = rules.flatMap(({ headers }) => headers.map(({ key, value }) => [key.toLowerCase(), value] as const));
  return { 'cache-control': 'max-age=3600', ...Object.fromEntries(said) };
}

async function forward(request: Http2ServerRequest, response: Http2ServerResponse, address: string): Promise<void> {
  const { method } = request;
  const kept = ['authorization', 'content-type', 'origin', 'access-control-request-method', 'user-agent'];
  const headers = Object.fromEntries(
    [...kept, 'access-control-request-headers'].flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  const body = method === 'GET' || method === 'OPTIONS' ? null : await buffer(request);
  const answered = await fetch(address, { method, headers, body, redirect: 'manual' });
  const given = [...answered.headers].filter(
    ([name]) => !['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'content-length'].includes(name),
  );
  send(response, answered.status, Object.fromEntries(given), Buffer.from(await answered.arrayBuffer()));
}

/** What a function answers is compressed as it goes by, less thoroughly. */
function send(response: Http2ServerResponse, status: number, headers: Record<string, string>, bytes: Buffer): void {
  if (!compressible.test(headers['content-type'] ?? '')) return void response.writeHead(status, headers).end(bytes);
  response.writeHead(status, { ...headers, 'content-encoding': 'br' });
  response.end(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }));
}
