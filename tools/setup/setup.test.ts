import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, SetupWorld } from './check.ts';
import { checks } from './checks.ts';
import { judgeDkim } from './dkim.ts';
import { judgeDmarc } from './dmarc.ts';
import { lookupAt } from './lookup.ts';
import { readOptions } from './options.ts';
import { runSetup, section } from './run.ts';
import { judgeReturns, judgeServer } from './servers.ts';
import { judgeSpf } from './spf.ts';
import { type DnsServer, dnsServer, type Zone } from './testing/dns-server.ts';

const domain = 'surmesure.example';
const relayHost = 'smtp.relais.example';
const keyOf = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const [short, usual, good] = [keyOf(512), keyOf(1_024), keyOf(2_048)];

const goodZone = {
  [domain]: { TXT: ['v=spf1 include:spf.relais.example -all', 'un autre texte'], MX: ['mx.hote.example'] },
  'spf.relais.example': { TXT: ['v=spf1 ip4:192.0.2.0/24 ~all'] },
  [relayHost]: { A: ['198.51.100.7'] },
  'mx.hote.example': { A: ['198.51.100.9'] },
  [`envoi._domainkey.${domain}`]: { TXT: [`v=DKIM1; k=rsa; p=${good}`] },
  [`_dmarc.${domain}`]: { TXT: [`v=DMARC1; p=quarantine; rua=mailto:dmarc@${domain}`] },
} satisfies Zone;

let server: DnsServer;
let world: SetupWorld;

beforeAll(async () => {
  server = await dnsServer();
  world = {
    ...{ domain, relayHost, selector: 'envoi', spfInclude: null, smtp: null },
    lookup: lookupAt(server.address),
    whyNoServer: async () => null,
  };
});
afterAll(() => server.stop());

type Judge = (world: SetupWorld) => Promise<Finding>;
async function judged(judge: Judge, zone: Zone, changed: Partial<SetupWorld> = {}): Promise<Finding> {
  server.serve({ ...goodZone, ...zone });
  return judge({ ...world, ...changed });
}
const spf = (...TXT: string[]): Zone => ({ [domain]: { TXT } });
const dkim = (...TXT: string[]): Zone => ({ [`envoi._domainkey.${domain}`]: { TXT } });
const dmarc = (...TXT: string[]): Zone => ({ [`_dmarc.${domain}`]: { TXT } });

describe('SPF', () => {
  it('is good when the provider of the relay is included', async () => {
    expect(await judged(judgeSpf, {})).toMatchObject({ verdict: 'ok', found: expect.stringContaining('1 recherche') });
  });

  it('is good when the address of the relay is permitted, whatever way', async () => {
    const other = { [relayHost]: { A: ['203.0.113.5'] } };
    for (const record of ['v=spf1 ip4:203.0.113.0/28 -all', `v=spf1 a:${relayHost} -all`])
      expect(await judged(judgeSpf, { ...other, ...spf(record) })).toMatchObject({ verdict: 'ok' });
    expect(await judged(judgeSpf, { ...other, ...spf('v=spf1 ip4:203.0.113.16/28 -all') })).toMatchObject({
      verdict: 'wrong',
      found: `n’autorise pas ${relayHost}`,
    });
  });

  it('is good when what the provider asks is included at any depth', async () => {
    const zone = {
      ...spf('v=spf1 include:spf.hote.example ~all'),
      'spf.hote.example': { TXT: ['v=spf1 include:spf.envoi.example ~all'] },
    };
    const given = { spfInclude: 'spf.envoi.example' };
    expect(
      await judged(judgeSpf, { ...zone, 'spf.envoi.example': { TXT: ['v=spf1 ip4:192.0.2.1 ~all'] } }, given),
    ).toMatchObject({ verdict: 'ok' });
    expect(await judged(judgeSpf, spf('v=spf1 mx -all'), given)).toMatchObject({ verdict: 'wrong' });
  });

  it('is missing without a record, even where other texts are', async () => {
    expect(await judged(judgeSpf, spf('un autre texte'))).toMatchObject({ verdict: 'missing' });
    server.serve({});
    expect(await judgeSpf(world)).toMatchObject({ verdict: 'missing' });
  });

  const many = Array.from({ length: 11 }, (_none, index) => `a:h${index}.relais.example`).join(' ');
  it.each([
    ['two records', ['v=spf1 -all', 'v=spf1 ~all'], '2 enregistrements'],
    ['everybody allowed', ['v=spf1 include:spf.relais.example +all'], 'tout le monde'],
    ['eleven questions', [`v=spf1 ${many} -all`], '11 recherches'],
    ['a circle', [`v=spf1 include:${domain} -all`], '11 recherches'],
    ['an include of nothing', ['v=spf1 include:perdu.example -all'], 'perdu.example'],
    ['a word misspelt', ['v=spf1 inlcude:spf.relais.example -all'], 'inlcude'],
    ['a network that is none', ['v=spf1 ip4:192.0.2.0/40 -all'], '192.0.2.0/40'],
  ])('is wrong with %s', async (_what, records, found) => {
    expect(await judged(judgeSpf, spf(...records))).toMatchObject({
      verdict: 'wrong',
      found: expect.stringContaining(found),
    });
  });
});

describe('DKIM', () => {
  it('is good with a key of 2,048 bits, under a text or an alias', async () => {
    expect(await judged(judgeDkim, {})).toEqual({ verdict: 'ok', found: 'clé RSA de 2048 bits', advice: null });
    const alias = {
      [`envoi._domainkey.${domain}`]: { CNAME: 'cle.relais.example' },
      'cle.relais.example': { TXT: [`p=${good}`] },
    };
    expect(await judged(judgeDkim, alias)).toMatchObject({ verdict: 'ok' });
  });

  it('is good with 1,024 bits, and better with more', async () => {
    expect(await judged(judgeDkim, dkim(`v=DKIM1; p=${usual}`))).toMatchObject({
      verdict: 'ok',
      advice: expect.stringContaining('2048'),
    });
  });

  it.each([
    ['a short key', `p=${short}`, '512 bits'],
    ['a revoked key', 'v=DKIM1; p=', 'révoquée'],
    ['a key on trial', `v=DKIM1; t=y; p=${good}`, 'à l’essai'],
    ['half a key', `p=${good.slice(0, 100)}`, 'illisible'],
  ])('is wrong with %s', async (_what, record, found) => {
    expect(await judged(judgeDkim, dkim(record))).toMatchObject({
      verdict: 'wrong',
      found: expect.stringContaining(found),
    });
  });

  it('is missing under another selector, wrong under an alias that leads nowhere, unchecked without a selector', async () => {
    expect(await judged(judgeDkim, {}, { selector: 'autre' })).toMatchObject({ verdict: 'missing' });
    const lost = { [`envoi._domainkey.${domain}`]: { CNAME: 'perdu.example' } };
    expect(await judged(judgeDkim, lost)).toMatchObject({ verdict: 'wrong', found: expect.stringContaining('perdu') });
    expect(await judged(judgeDkim, {}, { selector: null })).toMatchObject({ verdict: 'unchecked' });
  });
});

describe('DMARC', () => {
  it('is good with a policy and reports, its own or of the domain above', async () => {
    expect(await judged(judgeDmarc, {})).toMatchObject({ verdict: 'ok', advice: null });
    const above = { '_dmarc.surmesure.example': { TXT: ['v=DMARC1; p=reject; sp=none; rua=mailto:a@b.fr'] } };
    expect(await judged(judgeDmarc, above, { domain: `envoi.${domain}` })).toMatchObject({
      verdict: 'ok',
      found: 'p=none, avec rapports',
    });
  });

  it.each([
    ['a policy that asks nothing of anybody', ['v=DMARC1; p=none'], 'p=none'],
    ['a policy unknown', ['v=DMARC1; p=refuse'], 'refuse'],
    ['two records', ['v=DMARC1; p=none', 'v=DMARC1; p=reject'], '2 enregistrements'],
    ['reports to no address', ['v=DMARC1; p=reject; rua=dmarc'], 'rua'],
  ])('is wrong with %s', async (_what, records, found) => {
    expect(await judged(judgeDmarc, dmarc(...records))).toMatchObject({
      verdict: 'wrong',
      found: expect.stringContaining(found),
    });
  });

  it('is missing where no domain has any', async () => {
    server.serve({ [domain]: goodZone[domain] });
    expect(await judgeDmarc(world)).toMatchObject({ verdict: 'missing' });
  });
});

describe('What bounces', () => {
  it('comes back to a server that exists', async () => {
    expect(await judged(judgeReturns, {})).toMatchObject({ verdict: 'ok', found: 'mx.hote.example' });
  });

  it.each([
    ['no server', [], 'missing'],
    ['a domain that receives nothing', ['.'], 'wrong'],
    ['a server without address', ['perdu.example'], 'wrong'],
  ] as const)('is lost with %s', async (_what, MX, verdict) => {
    expect(await judged(judgeReturns, { [domain]: { MX } })).toMatchObject({ verdict });
  });
});

describe('The mail server', () => {
  const environment = {
    SMTP_HOST: relayHost,
    SMTP_USER: 'surmesure',
    SMTP_PASSWORD: 'secret',
    MAIL_FROM: `ftl@${domain}`,
  };
  const smtpOf = (changed: NodeJS.ProcessEnv = {}) => {
    const options = readOptions([], { ...environment, ...changed });
    return typeof options === 'string' ? options : (options.mails?.smtp ?? null);
  };

  it('is tried with a password only, and must let us in over an encrypted line', async () => {
    expect(await judged(judgeServer, {}, { smtp: smtpOf({ SMTP_PASSWORD: '' }) })).toMatchObject({
      verdict: 'unchecked',
    });
    expect(await judged(judgeServer, {}, { smtp: smtpOf() })).toMatchObject({ verdict: 'ok' });
    const whyNoServer = async () => 'Le serveur de courriel a refusé notre mot de passe.';
    expect(await judged(judgeServer, {}, { smtp: smtpOf(), whyNoServer })).toMatchObject({ verdict: 'wrong' });
    const bare = { SMTP_HOST: '127.0.0.1', SMTP_SECURITY: 'none' };
    expect(await judged(judgeServer, {}, { smtp: smtpOf(bare) })).toMatchObject({ verdict: 'wrong' });
    expect(await judged(judgeServer, {}, { smtp: smtpOf({ SMTP_USER: '' }) })).toMatchObject({ verdict: 'wrong' });
  });
});

describe('The whole of it', () => {
  const said = async (zone: Zone, changed: Partial<SetupWorld> = {}) => {
    server.serve(zone);
    const lines: string[] = [];
    const mails = section('Courriels', Object.values(checks), { ...world, ...changed });
    const code = await runSetup([mails], (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  };

  it('says a line a check, and ends well when nothing is to be mended', async () => {
    const { code, text } = await said(goodZone);
    expect(code).toBe(0);
    for (const name of ['SPF', 'DKIM', 'DMARC', 'MX', 'SMTP'])
      expect(text).toMatch(new RegExp(`^ {2}\\S.* ${name} `, 'm'));
  });

  it('says what to do, and ends badly, when something is missing or wrong', async () => {
    const { code, text } = await said({ ...goodZone, ...dmarc() });
    expect(code).toBe(1);
    expect(text).toMatch(/absent +DMARC.*\n +→ Créez un TXT, par exemple : v=DMARC1/);
  });

  it('takes the silence of the DNS for what it is', async () => {
    const stopped = await dnsServer();
    await stopped.stop();
    const { code, text } = await said(goodZone, { lookup: lookupAt(stopped.address) });
    expect(code).toBe(0);
    expect(text).toContain('le DNS ne répond pas');
    expect(text).toContain('non vérifié');
  });

  it('asks for the address that sends', () => {
    expect(readOptions([], {})).toContain('--from');
    expect(readOptions(['--from', 'ftl@SurMesure.example', '--selector', 's1'], {})).toMatchObject({
      mails: { domain: 'surmesure.example', selector: 's1', smtp: null },
    });
    expect(readOptions(['--project', 'sur-mesure'], {})).toMatchObject({ project: 'sur-mesure', mails: null });
    const first = ['--project', 'sur-mesure', '--first-staff', 'camille@surmesure.example'];
    const typed = [...first, '--confirm', 'Camille@surmesure.example'];
    expect(readOptions([...first, '--name', 'Camille Roux'], {})).toContain('--confirm');
    expect(readOptions([...first, '--name', 'C', '--confirm', 'camile@surmesure.example'], {})).toContain('--confirm');
    expect(readOptions(typed, {})).toContain('--name');
    expect(readOptions(first.slice(2), { MAIL_FROM: 'a@surmesure.example' })).toContain('--project');
    expect(readOptions([...typed, '--name', 'Camille Roux'], {})).toMatchObject({
      firstStaff: { email: 'camille@surmesure.example', name: 'Camille Roux', replaces: false },
    });
    expect(readOptions([...typed, '--name', 'Camille Roux', '--replace'], {})).toMatchObject({
      firstStaff: { replaces: true },
    });
    expect(readOptions(['--inconnue'], {})).toContain('Option inconnue');
  });
});
