import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate, makeKeys, timeStamping } from '../../../../tools/sealing/certificates.ts';
import { childOf, der, integer, integerOf, readAsn1, sequence, tags } from '../asn1.ts';
import { identifiers, signedData } from '../signed-data.ts';
import { readSignedData } from '../signed-data-reading.ts';
import type { Signer } from '../signer.ts';
import { OpensslAuthority } from '../testing/openssl-authority.ts';
import { timeStampAuthority } from './authority.ts';
import { notStamped } from './failures.ts';
import { readResponse, timeStampRequest } from './messages.ts';
import { timeStampAuthorityOf } from './settings.ts';
import { checkTimeStamp } from './token.ts';

const yearMs = 365 * 86_400_000;
const now = Date.now();
const valid = { fromMs: now - yearMs, toMs: now + yearMs };
const root = makeCertificate({ ...valid, commonName: 'Racine', authority: true });
const keys = makeKeys('rsa');
const uses = [timeStamping];
const wanted = { ...valid, commonName: 'Autorité d’horodatage', keys, issuer: root, uses } as const;
const signer = makeCertificate(wanted);
const known = [root.certificate];

const sha256 = createHash('sha256').update('la racine du jour').digest();
const otherSha256 = createHash('sha256').update('autre chose').digest();
const nonce = 0x5eed_cafe_0123n;

const folder = mkdtempSync(join(tmpdir(), 'sur-mesure-time-'));
let named = 0;
const authorityOf = (by: Signer, options = {}) => {
  named += 1;
  return new OpensslAuthority(join(folder, `${named}`), by, options);
};

let server: Server;
let url: string;
/** What the authority answers to the bytes of a request. */
let answering: (request: Buffer) => Uint8Array;
let listener: RequestListener | null = null;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (listener) return listener(request, response);
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answering(await buffer(request)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
});

afterEach(() => {
  listener = null;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(folder, { recursive: true });
});

const stamped = (by = known, timeoutMs = 10_000) =>
  timeStampAuthority({ url, known: by, timeoutMs }).stamp(sha256, nonce);

/** The token of an honest answer, signed again by somebody else, and the answer around it. */
function signedBy(other: Signer): typeof answering {
  const honest = authorityOf(signer);
  return (request) => {
    const response = readResponse(honest.answer(request));
    const content = response.granted ? readSignedData(response.token).content : null;
    if (content === null) throw new Error('the honest authority refused');
    const digest = createHash('sha256').update(content).digest();
    const token = signedData({ contentType: identifiers.timeStampInformation, digest, content }, other);
    return sequence(sequence(integer(0n)), token);
  };
}

describe('a time-stamp', () => {
  const ways = {
    'as most authorities sign it': { by: signer, certificateHash: 'sha1' },
    'with the newer name of its certificate': { by: signer, certificateHash: 'sha256' },
    'with a P-256 key': { by: makeCertificate({ ...wanted, keys: makeKeys('p256') }), certificateHash: 'sha256' },
  } as const;

  it.each(Object.entries(ways))('of an authority that is known is kept, %s', async (_way, { by, certificateHash }) => {
    const authority = authorityOf(by, { certificateHash });
    answering = (request) => authority.answer(request);
    const stamp = await stamped();
    expect(stamp).toMatchObject({
      stamped: true,
      authority: 'Autorité d’horodatage',
      demonstration: true,
      serial: '2',
    });
    // By the authority's clock, to the second, which is this machine's here.
    if (stamp.stamped) expect(Math.abs(stamp.atMs - Date.now())).toBeLessThan(30_000);
  });

  it('is checked again later without the network or the question, and for its own content only', async () => {
    const authority = authorityOf(signer);
    answering = (request) => authority.answer(request);
    const stamp = await stamped();
    if (!stamp.stamped) throw new Error(stamp.code);
    const again = (content: Uint8Array, by = known) =>
      checkTimeStamp(stamp.token, { sha256: content, nonce: null, known: by });
    expect(again(sha256)).toEqual(stamp);
    expect(again(otherSha256)).toEqual(notStamped('otherContent'));
    expect(again(sha256, [])).toEqual(notStamped('unknownAuthority'));

    const changed = Buffer.from(stamp.token);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(checkTimeStamp(changed, { sha256, nonce: null, known })).toEqual(notStamped('signatureInvalid'));
    expect(checkTimeStamp(Buffer.from('rien'), { sha256, nonce: null, known })).toMatchObject({ code: 'unreadable' });
  });
});

describe('an answer is not believed', () => {
  it('for another content', async () => {
    const authority = authorityOf(signer);
    answering = () => authority.answer(timeStampRequest(otherSha256, nonce));
    expect(await stamped()).toEqual(notStamped('otherContent'));
  });

  it('for another request, or one without our number', async () => {
    const authority = authorityOf(signer);
    answering = () => authority.answer(timeStampRequest(sha256, nonce + 1n));
    expect(await stamped()).toEqual(notStamped('otherRequest'));
    answering = (request) => {
      const [version, imprint] = readAsn1(request).children;
      if (!version || !imprint) throw new Error('no request');
      return authority.answer(sequence(version.raw, imprint.raw, der(tags.boolean, Buffer.of(0xff))));
    };
    expect(await stamped()).toEqual(notStamped('otherRequest'));
  });

  it('by a certificate whose time is over', async () => {
    const expired = makeCertificate({ ...wanted, toMs: now - 86_400_000 });
    const authority = authorityOf(expired);
    answering = (request) => authority.answer(request);
    expect(await stamped()).toEqual(notStamped('certificateOutOfDate'));
  });

  it('by a certificate that is not made for time-stamps, or for them among others', async () => {
    const clientAuthentication = '1.3.6.1.5.5.7.3.2';
    answering = signedBy(makeCertificate({ ...wanted, uses: [] }));
    expect(await stamped()).toEqual(notStamped('notAnAuthority'));
    answering = signedBy(makeCertificate({ ...wanted, uses: [timeStamping, clientAuthentication] }));
    expect(await stamped()).toEqual(notStamped('notAnAuthority'));
    answering = signedBy(makeCertificate(wanted));
    expect(await stamped()).toMatchObject({ stamped: true });
  });

  it('by an authority that nobody chose', async () => {
    const stranger = makeCertificate({ ...valid, commonName: 'Racine', authority: true });
    answering = signedBy(makeCertificate({ ...wanted, issuer: stranger }));
    expect(await stamped()).toEqual(notStamped('unknownAuthority'));
    expect(await stamped([stranger.certificate])).toMatchObject({ stamped: true });
  });

  it('with a signature by another key', async () => {
    answering = signedBy({ ...signer, key: makeKeys('rsa').privateKey });
    expect(await stamped()).toEqual(notStamped('signatureInvalid'));
  });
});

describe('without an answer, nothing is stamped, and the request', () => {
  const failing = (status: number) => () => {
    listener = (_request, response) => response.writeHead(status, { location: '/ailleurs' }).end('page');
  };
  const troubles = {
    'is made again after a failure of the server': [failing(500), 'troubled', true],
    'is made again when we asked too often': [failing(429), 'troubled', true],
    'waits for somebody when our account is refused': [failing(403), 'refused', false],
    'is not sent on to another address': [failing(307), 'unreachable', true],
    'is made again after a page that is no time-stamp': [
      () => {
        answering = () => Buffer.from('<!doctype html><title>Maintenance</title>');
      },
      'unreadable',
      true,
    ],
    'is made again after an answer without end': [
      () => {
        answering = () => Buffer.alloc(150_000, 0x30);
      },
      'unreadable',
      true,
    ],
    'is made again when the authority has no time at hand': [
      () => {
        answering = () => sequence(sequence(integer(2n), der(tags.bitString, Buffer.of(1, 0, 0b10))));
      },
      'troubled',
      true,
    ],
    'waits for somebody when the authority does not stamp such hashes': [
      () => {
        const authority = authorityOf(signer, { accepts: 'sha512' });
        answering = (request) => authority.answer(request);
      },
      'refused',
      false,
    ],
  } as const satisfies Record<string, readonly [() => void, string, boolean]>;

  it.each(Object.entries(troubles))('%s', async (_rule, [arrange, code, retried]) => {
    arrange();
    expect(await stamped()).toMatchObject({ stamped: false, code, retried });
  });

  it('is made again after a silence, that ends by itself', async () => {
    listener = () => undefined;
    expect(await stamped(known, 200)).toMatchObject({ stamped: false, code: 'silent', retried: true });
  });

  it('is made again when the answer stops half-way', async () => {
    listener = (_request, response) => response.writeHead(200, { 'content-length': '500' }).write('0');
    expect(await stamped(known, 200)).toMatchObject({ stamped: false, code: 'silent', retried: true });
  });

  it('is made again when nobody is there', async () => {
    const nobody = timeStampAuthority({ url: 'http://127.0.0.1:9/', known, timeoutMs: 5_000 });
    expect(await nobody.stamp(sha256, nonce)).toMatchObject({ stamped: false, code: 'unreachable', retried: true });
  });
});

it('A request says our number, and asks for the certificate', () => {
  const request = readAsn1(timeStampRequest(sha256, nonce));
  expect(integerOf(childOf(request, 2))).toBe(nonce);
  expect(childOf(request, 3, tags.boolean).content).toEqual(new Uint8Array([0xff]));
});

describe('the authority of a deployment', () => {
  it('is the one of its address, relied on by its certificate', async () => {
    const authority = authorityOf(signer);
    answering = (request) => authority.answer(request);
    const chosen = timeStampAuthorityOf({ TIME_STAMP_URL: url, TIME_STAMP_CERTIFICATE: root.certificate.toString() });
    expect(await chosen?.stamp(sha256, nonce)).toMatchObject({ stamped: true });
  });

  it('may be none', () => {
    expect(timeStampAuthorityOf({ TIME_STAMP_URL: '', TIME_STAMP_CERTIFICATE: '' })).toBeNull();
  });

  it.each([
    ['no address', {}, 'TIME_STAMP_URL'],
    ['an address of another kind', { TIME_STAMP_URL: 'ftp://a.example' }, 'TIME_STAMP_URL'],
    ['nobody to rely on', { TIME_STAMP_URL: 'https://a.example' }, 'TIME_STAMP_CERTIFICATE'],
    [
      'a damaged certificate',
      {
        TIME_STAMP_URL: 'https://a.example',
        TIME_STAMP_CERTIFICATE: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      },
      'must be PEM certificates',
    ],
  ])('is not chosen with %s', (_fault, environment, said) => {
    expect(() => timeStampAuthorityOf(environment)).toThrow(said);
  });
});
