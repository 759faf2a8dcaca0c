import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleContext, exampleOf } from './examples.ts';
import { type RenderedMail, render } from './render.ts';
import type { SmtpSettings } from './settings.ts';
import { ScriptedServer } from './testing/scripted-server.ts';
import { disconnect, messageIdFor, send, whyNoServer } from './transport.ts';

let server: ScriptedServer;
let settings: SmtpSettings;
const mail = render(exampleOf('diagnosticSubmitted'), exampleContext);
const messageId = '<mail.1@surmesure.example>';

beforeEach(async () => {
  server = new ScriptedServer();
  settings = {
    host: '127.0.0.1',
    port: await server.start(),
    security: 'none',
    credentials: null,
    from: { name: 'Accompagnement sur mesure', email: 'ne-pas-repondre@surmesure.example' },
    // A moment of silence is no verdict on a machine that several suites share, and far from the end of the attempt.
    silenceMs: 1_500,
    attemptMs: 20_000,
    mailsAMinute: 60,
  };
});

afterEach(async () => {
  disconnect(settings);
  await server.stop();
});

describe('a server that accepts', () => {
  it('receives the mail as it was rendered', async () => {
    expect(await send(settings, mail, { messageId })).toEqual({ outcome: 'sent' });
    const [received] = server.accepted;
    expect(received?.subject).toBe(mail.subject);
    expect(received?.html).toBe(mail.html);
    expect(received?.text).toBe(mail.text);
    expect(received?.messageId).toBe(messageId);
    expect(received?.from?.value).toEqual([{ name: settings.from.name, address: settings.from.email }]);
    expect(received?.replyTo?.value).toEqual([{ name: 'Inès Garnier', address: 'surmesure@tierslieux.example' }]);
    expect(received?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(server.recipients).toEqual([['amelie.roux@vallon.example']]);
  });

  it('receives the one press that unsubscribes, its address in one piece however long, and none where none is offered', async () => {
    const token = `${'a'.repeat(160)}.${'b'.repeat(43)}`;
    const refusable = render(exampleOf('messageReceived'), { ...exampleContext, preferencesToken: token });
    expect(await send(settings, refusable, { messageId })).toEqual({ outcome: 'sent' });
    expect(await send(settings, mail, { messageId })).toEqual({ outcome: 'sent' });
    const [lines = [], others = []] = server.accepted.map(({ headerLines }) =>
      headerLines.filter(({ key }) => key.startsWith('list-')).map(({ line }) => line.replace(/\r?\n(?=[ \t])/g, '')),
    );
    const address = `https://surmesure.example/api/unsubscribe?courriel=messageReceived&jeton=${token}`;
    expect(lines).toEqual([`List-Unsubscribe: <${address}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click']);
    expect(others).toEqual([]);
  });

  it('gets every mail over connections kept open', async () => {
    for (const _ of [1, 2, 3, 4, 5]) await send(settings, mail, { messageId });
    expect(server.accepted).toHaveLength(5);
    // Two at most, where each mail could have had its own.
    expect(server.connections).toBeLessThanOrEqual(2);
  });

  it('gets one recipient and unchanged headers, whatever the name holds', async () => {
    const name = 'a@ailleurs.example, Groupe: b@ailleurs.example;\r\nBcc: c@ailleurs.example';
    const spoofed: RenderedMail = { ...mail, to: { ...mail.to, name }, subject: `Bonjour\r\nBcc: d@ailleurs.example` };
    expect(await send(settings, spoofed, { messageId })).toEqual({ outcome: 'sent' });
    const [plain, received] = [await sentHeaders(mail), server.accepted[0]];
    expect(server.recipients[0]).toEqual(['amelie.roux@vallon.example']);
    expect([...(received?.headers.keys() ?? [])].sort()).toEqual(plain);
    expect(received?.to).toMatchObject({ value: [{ address: 'amelie.roux@vallon.example' }] });
    expect(received?.bcc).toBeUndefined();
  });
});

describe('a recipient that is not one plain address', () => {
  const addresses = [
    '',
    'sans-arobase',
    'a@b',
    'a@b.fr, c@d.fr',
    'a@b.fr;c@d.fr',
    'Groupe: a@b.fr;',
    '<a@b.fr>',
    'Anne <a@b.fr>',
    '"a b"@c.fr',
    'a@b.fr\r\nBcc: c@d.fr',
    'a@b.fr\n',
    'a..b@c.fr',
    'a@[127.0.0.1]',
    'a@b.fr@c.fr',
    `${'a'.repeat(250)}@b.fr`,
  ];

  it.each(addresses)('is dead at once: %j', async (email) => {
    const result = await send(settings, { ...mail, to: { name: 'Anne', email } }, { messageId });
    expect(result).toEqual({
      ...{ outcome: 'dead', cause: 'address' },
      reason: 'L’adresse n’est pas une adresse de courriel.',
    });
    expect(server.connections).toBe(0);
  });

  it.each(['a+b@c.fr', 'prenom.nom@sous.domaine.example', "o'neil@c.fr", 'a@c-d.museum'])(
    'has plain twins that are sent: %s',
    async (email) => {
      expect(await send(settings, { ...mail, to: { name: 'Anne', email } }, { messageId })).toEqual({
        outcome: 'sent',
      });
      expect(server.recipients).toEqual([[email]]);
    },
  );
});

describe('a server that refuses', () => {
  const cases = [
    { behaviour: { does: 'refuseRecipient', code: 550 }, outcome: 'dead' },
    { behaviour: { does: 'refuseRecipient', code: 451 }, outcome: 'retry' },
    { behaviour: { does: 'refuseMessage', code: 554 }, outcome: 'dead' },
    { behaviour: { does: 'refuseMessage', code: 452 }, outcome: 'retry' },
    { behaviour: { does: 'refuseSender', code: 550 }, outcome: 'dead' },
    { behaviour: { does: 'refuseSender', code: 421 }, outcome: 'retry' },
  ] as const;

  it.each(cases)('$behaviour.does $behaviour.code is $outcome, and tells why without the address', async (one) => {
    server.behaviour = one.behaviour;
    const result = await send(settings, mail, { messageId });
    expect(result.outcome).toBe(one.outcome);
    const reason = 'reason' in result ? result.reason : '';
    expect(reason).toContain(String(one.behaviour.code));
    expect(reason).not.toContain('@');
    expect(server.accepted).toHaveLength(0);
  });

  it.each([
    [{ does: 'refuseRecipient', code: 550 }, 'address'],
    // Some servers know their own people only once they have the message.
    [{ does: 'refuseMessage', code: 550 }, 'address'],
    [{ does: 'refuseSender', code: 550 }, 'message'],
  ] as const)('%o for an unknown mailbox tells whether the address is at fault: %s', async (behaviour, cause) => {
    server.behaviour = behaviour;
    expect(await send(settings, mail, { messageId })).toMatchObject({ outcome: 'dead', cause });
  });

  it('our password is a fault of ours: the mail is kept', async () => {
    server.behaviour = { does: 'refusePassword', code: 535 };
    const signed = { ...settings, credentials: { user: 'surmesure', password: 'faux' } };
    const result = await send(signed, mail, { messageId });
    disconnect(signed);
    expect(result).toMatchObject({ outcome: 'retry' });
  });

  it('then accepts, gets the same message', async () => {
    server.behaviour = { does: 'refuseMessage', code: 451 };
    expect(await send(settings, mail, { messageId })).toMatchObject({ outcome: 'retry' });
    server.behaviour = { does: 'accept' };
    expect(await send(settings, mail, { messageId })).toEqual({ outcome: 'sent' });
    expect(server.accepted.map((one) => one.messageId)).toEqual([messageId]);
  });
});

it('a server is tried without sending anything: it lets us in, or says why not', async () => {
  const signed = { ...settings, credentials: { user: 'surmesure', password: 'secret' } };
  expect(await whyNoServer(signed)).toBeNull();
  server.behaviour = { does: 'refusePassword', code: 535 };
  expect(await whyNoServer(signed)).toMatch(/^Le serveur de courriel a refusé notre mot de passe\./);
  // An encrypted line is required: this server has none to offer.
  expect(await whyNoServer({ ...signed, security: 'starttls' })).toContain('chiffrée');
  expect(server.accepted).toHaveLength(0);
});

describe('a server that fails', () => {
  it('by hanging is given up in time', async () => {
    server.behaviour = { does: 'hang' };
    const start = performance.now();
    const result = await send(settings, mail, { messageId });
    expect(result).toEqual({ outcome: 'retry', reason: 'Le serveur de courriel n’a pas répondu à temps.' });
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('by dropping the connection after the data is tried again with the same Message-ID', async () => {
    server.behaviour = { does: 'dropAfterData' };
    const result = await send(settings, mail, { messageId });
    expect(result).toEqual({ outcome: 'retry', reason: 'La connexion au serveur de courriel a été coupée.' });
    expect(server.connections).toBe(1);
    server.behaviour = { does: 'accept' };
    expect(await send(settings, mail, { messageId })).toEqual({ outcome: 'sent' });
    expect(server.accepted.map((one) => one.messageId)).toEqual([messageId]);
  });

  it('by not listening is tried again', async () => {
    const nobody = { ...settings, port: 1 };
    const result = await send(nobody, mail, { messageId });
    disconnect(nobody);
    expect(result).toEqual({ outcome: 'retry', reason: 'Le serveur de courriel n’a pas pu être joint.' });
  });

  it('by closing idle connections while the instance slept costs no attempt', async () => {
    await send(settings, mail, { messageId });
    server.drop();
    expect(await send(settings, mail, { messageId })).toEqual({ outcome: 'sent' });
    expect(server.accepted).toHaveLength(2);
  });
});

it('gives an outbox item one Message-ID, always the same, at our domain, without naming the mission', () => {
  const first = messageIdFor('missionRequested.m1.1.abc', settings);
  expect(first).toBe(messageIdFor('missionRequested.m1.1.abc', settings));
  expect(first).toMatch(/^<[0-9a-f]{40}@surmesure\.example>$/);
  expect(first).not.toBe(messageIdFor('missionRequested.m1.1.abd', settings));
});

async function sentHeaders(one: RenderedMail): Promise<string[]> {
  await send(settings, one, { messageId });
  return [...(server.accepted.at(-1)?.headers.keys() ?? [])].sort();
}
