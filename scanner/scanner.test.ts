import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Clamd, clamdScanner } from '../functions/src/store/scanner/clamd.ts';
import { httpScanner } from '../functions/src/store/scanner/http.ts';
import { notScanned, type Scanner, type Verdict } from '../functions/src/store/scanner/verdict.ts';
import { scannerServer } from './server.ts';
import { signature, startFake, suspicious, type Trouble } from './testing/fake-clamd.ts';
import type { Started } from './testing/listening.ts';
import { freePort, installedClamd, startClamd, startServer } from './testing/processes.ts';

const clean: Verdict = { verdict: 'clean' };
const twentyMegabytes = new Uint8Array(20_000_000).fill(0x41);

/** Both ways to a clamd, the container's server as a process of its own. */
const ways = {
  'by TCP': async (port: number) => ({
    scanner: clamdScanner({ host: '127.0.0.1', port, timeoutMs: 20_000 }),
    stop: async () => undefined,
  }),
  'through the container’s HTTP server': async (port: number) => {
    const server = await startServer(port);
    return { scanner: byHttp(`http://127.0.0.1:${server.port}/`), stop: server.stop };
  },
} as const satisfies Record<string, (port: number) => Promise<{ scanner: Scanner } & Pick<Started, 'stop'>>>;

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
      reached = await reach(clamd.port);
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

    it.each(Object.entries(cases))(
      '%s',
      async (_rule, [bytes, verdict]) => {
        expect(await reached.scanner.scan(bytes)).toEqual(verdict);
      },
      30_000,
    );

    it('several files at once each get their own verdict', async () => {
      const files = Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? suspicious : Buffer.from(`${index}`)));
      const verdicts = await Promise.all(files.map((bytes) => reached.scanner.scan(bytes)));
      expect(verdicts.map(({ verdict }) => verdict)).toEqual(
        files.map((bytes) => (bytes === suspicious ? 'infected' : 'clean')),
      );
    });
  });
});

/** What only a clamd in trouble does, so the fake alone; the last two are its twins in good health. */
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

describe.each(Object.entries(troubles))('a clamd %s', (_rule, [trouble, verdict]) => {
  let clamd: Clamd;
  beforeEach(async () => {
    // Little patience where nothing comes, much where the machine may be slow.
    clamd = { host: '127.0.0.1', port: await portOf(trouble), timeoutMs: trouble?.length === 0 ? 300 : 15_000 };
  });

  it('by TCP', async () => {
    expect(await clamdScanner(clamd).scan(Buffer.from('Note de cadrage'))).toEqual(verdict);
  });

  it('through the container’s HTTP server', async () => {
    expect(await byHttp(await serve(clamd)).scan(Buffer.from('Note de cadrage'))).toEqual(verdict);
  });
});

describe('the container says in GET /health', () => {
  it('which clamd it has', async () => {
    const answer = await fetch(`${await serve({ host: '127.0.0.1', port: await portOf(), timeoutMs: 15_000 })}health`);
    expect([answer.status, await answer.json()]).toEqual([200, { clamd: 'ClamAV 0.0.0' }]);
  });

  it('that it is not ready while clamd is not', async () => {
    const answer = await fetch(
      `${await serve({ host: '127.0.0.1', port: await freePort(), timeoutMs: 15_000 })}health`,
    );
    expect([answer.status, await answer.json()]).toEqual([503, { clamd: null }]);
  });
});

/** A fake clamd for one test; null: nobody. */
async function portOf(trouble?: Trouble | null): Promise<number> {
  if (trouble === null) return freePort();
  const fake = await startFake(trouble);
  onTestFinished(fake.stop);
  return fake.port;
}

/** The container's server in this process, for one test: its address. */
async function serve(clamd: Clamd): Promise<string> {
  const server = scannerServer(clamd);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
}
