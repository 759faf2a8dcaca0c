import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clamdScanner } from '../functions/src/store/scanner/clamd.ts';
import { httpScanner } from '../functions/src/store/scanner/http.ts';
import { notScanned, type Scanner, type Verdict } from '../functions/src/store/scanner/verdict.ts';
import { signature, startFake, suspicious, type Trouble } from './testing/fake-clamd.ts';
import type { Started } from './testing/listening.ts';
import { freePort, installedClamd, startClamd, startServer } from './testing/processes.ts';

const clean: Verdict = { verdict: 'clean' };
const twentyMegabytes = new Uint8Array(20_000_000).fill(0x41);

/** Both ways to a clamd; the container waits less than its caller, so that the reason gets through. */
const ways = {
  'by TCP': async (port: number, patienceMs: number) => ({
    scanner: clamdScanner({ host: '127.0.0.1', port, timeoutMs: patienceMs }),
    stop: async () => undefined,
  }),
  'through the container’s HTTP server': async (port: number, patienceMs: number) => {
    const server = await startServer(port, patienceMs);
    return { scanner: byHttp(`http://127.0.0.1:${server.port}/`), stop: server.stop };
  },
} as const satisfies Record<
  string,
  (port: number, patienceMs: number) => Promise<{ scanner: Scanner } & Pick<Started, 'stop'>>
>;

function byHttp(url: string, timeoutMs = 20_000): Scanner {
  return httpScanner({ url, idToken: async () => 'identity', timeoutMs });
}

/** The fake always; Debian's clamd beside it when this machine has one, with the same cases. */
const command = installedClamd();
const clamds = [
  { name: 'the fake clamd', start: () => startFake(), found: signature },
  ...(command === null
    ? []
    : [{ name: 'a real clamd', start: () => startClamd(command), found: `${signature}.UNOFFICIAL` }]),
];
process.stdout.write(`The antivirus’ adapter is tested against ${clamds.map(({ name }) => name).join(' and ')}.\n`);

describe.each(clamds)('with $name', ({ start, found }) => {
  let clamd: Started;
  beforeAll(async () => {
    clamd = await start();
  }, 30_000);
  afterAll(() => clamd.stop());

  describe.each(Object.entries(ways))('%s', (_way, reach) => {
    let reached: Awaited<ReturnType<typeof reach>>;
    beforeAll(async () => {
      reached = await reach(clamd.port, 20_000);
    }, 20_000);
    afterAll(() => reached.stop());

    const cases = {
      'a harmless file is clean': [Buffer.from('Note de cadrage'), clean],
      'a file with a known signature is infected, and the signature is named': [
        suspicious,
        { verdict: 'infected', signature: found },
      ],
      'the same file with one more byte is clean': [Buffer.concat([suspicious, Buffer.from('.')]), clean],
      'an empty file is clean': [new Uint8Array(), clean],
      'a file of 20 MB is scanned whole': [twentyMegabytes, clean],
      'a file over the limit has no verdict': [new Uint8Array(27_000_000), notScanned('too-large')],
    } as const satisfies Record<string, readonly [Uint8Array, Verdict]>;

    it.each(Object.entries(cases))('%s', async (_rule, [bytes, verdict]) => {
      expect(await reached.scanner.scan(bytes)).toEqual(verdict);
    });

    it('several files at once each get their own verdict', async () => {
      const files = Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? suspicious : Buffer.from(`${index}`)));
      const verdicts = await Promise.all(files.map((bytes) => reached.scanner.scan(bytes)));
      expect(verdicts.map(({ verdict }) => verdict)).toEqual(
        files.map((bytes) => (bytes === suspicious ? 'infected' : 'clean')),
      );
    });
  });
});

/** What only a clamd in trouble does, so the fake alone; the last one is its twin in good health. */
const troubles = {
  'that is not there': [null, notScanned('unreachable')],
  'that never answers': [[], notScanned('timeout')],
  'that hangs up without a word': [[''], notScanned('unclear')],
  'that hangs up in the middle of an answer': [['stream: O'], notScanned('unclear')],
  'that cannot scan': [['Can’t allocate memory ERROR\0'], notScanned('failed')],
  'that answers something never met': [['stream: OK, but\0'], notScanned('unclear')],
  'that answers in pieces, infected': [
    ['str', 'eam: Ess', 'ai FO', 'UND\0'],
    { verdict: 'infected', signature: 'Essai' },
  ],
  'that answers in pieces, clean': [['stream', ': OK', '\0'], clean],
} as const satisfies Record<string, readonly [Trouble | null, Verdict]>;

describe.each(Object.entries(ways))('%s, a clamd', (_way, reach) => {
  it.each(Object.entries(troubles))('%s', async (_rule, [trouble, verdict]) => {
    const clamd = trouble === null ? { port: await freePort(), stop: async () => undefined } : await startFake(trouble);
    const { scanner, stop } = await reach(clamd.port, 400);
    expect(await scanner.scan(Buffer.from('Note de cadrage'))).toEqual(verdict);
    await stop();
    await clamd.stop();
  });
});
