import { describe, expect, it } from 'vitest';
import { allStates } from '../domain/missions/states.ts';
import { mailKinds, turnedDownBy } from '../domain/notifications/mail-kinds.ts';
import { mailNames } from '../domain/notifications/mails.ts';
import { exampleContext, exampleOf } from './examples.ts';
import { render } from './render.ts';

const readers = ['expert', 'laureate', 'staff'] as const;
const link = 'https://surmesure.example/connexion#jeton=qd7Yk2Zr0mWc1bX4vN8sT5uH3pLgA6eJfR9oKiB_-Qs';
const readable = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

describe.each(mailNames)('the mail %s', (name) => {
  const mail = render(exampleOf(name), exampleContext);

  it('has a plain subject of one line, naming the mission’s laureate', () => {
    expect(mail.subject).not.toMatch(/[\r\n]|undefined|null|: *$/);
    expect(mail.subject.length).toBeLessThan(80);
    const { happened, laureateName } = exampleOf(name).facts;
    if (happened !== '' && laureateName !== '') expect(mail.subject).toContain(laureateName);
  });

  it('says what is expected first, in HTML as in text', () => {
    const lead = /<h1[^>]*>(.*?)<\/h1>/s.exec(mail.html)?.[1] ?? '';
    expect(lead).toMatch(/^\p{Lu}.*\.$/su);
    const blocks = mail.text.split('\n\n');
    expect(blocks[1]).toBe('Bonjour Amélie Roux,');
    expect(blocks[2]).toBe(readable(lead));
  });

  it('has one button, whose address is written out too', () => {
    expect(mail.html.match(/class="button"/g)).toHaveLength(1);
    expect(mail.html.split(`href="${link}"`)).toHaveLength(3);
    expect(mail.text).toContain(`\n${link}\n`);
  });

  it('names a person with a phone, and why it was sent', () => {
    for (const part of [mail.text, readable(mail.html)]) {
      expect(part).toContain('Inès Garnier');
      expect(part).toContain('01 23 45 67 89');
      expect(part).toMatch(/Vous recevez ce message parce que .*\./);
    }
    expect(mail.replyTo).toEqual({ name: 'Inès Garnier', email: 'surmesure@tierslieux.example' });
  });

  it('loads nothing from elsewhere and runs nothing', () => {
    expect(mail.html).not.toMatch(/<img|<script|url\(|@import|<link|http-equiv/i);
  });

  it('is in typographic French', () => {
    const words = `${mail.subject}\n${mail.text}`.replace(/https?:\S+/g, '');
    expect(words).not.toMatch(/ [:;!?»%]/);
    expect(words).not.toMatch(/« /);
    expect(words).not.toContain("'");
    expect(words).not.toMatch(/\p{L}·\p{L}/u);
    expect(words).not.toMatch(/\b(de|que) [AEIOUYÉH]\w+ /);
  });
});

describe('a message of the directory', () => {
  it('is answered to who wrote it, and carries no link that would sign that person in', () => {
    const replyTo = { name: 'Awa Diop\r\nBcc: x@exemple.fr', email: 'awa.diop@exemple.fr' };
    const item = { ...exampleOf('visitorMessage'), replyTo };
    const mail = render(item, { ...exampleContext, signInToken: null, preferencesToken: null });
    expect(mail.replyTo).toEqual({ name: 'Awa Diop Bcc: x@exemple.fr', email: 'awa.diop@exemple.fr' });
    expect(`${mail.html}${mail.text}`).not.toMatch(/jeton=/);
    expect(mail.text).toContain('Avril nous conviendrait.');
  });
});

describe('choosing which mails to receive', () => {
  const { preferencesToken } = exampleContext;
  const page = `https://surmesure.example/preferences#jeton=${preferencesToken}`;
  const words = 'Choisir les courriels que je reçois';

  it.each(mailNames)('is offered at the end of %s, unless it is about an account', (name) => {
    const mail = render(exampleOf(name), exampleContext);
    const offered = mailKinds[name].purpose !== 'account';
    expect(mail.html.includes(`<a href="${page}"`)).toBe(offered);
    expect(readable(mail.html).includes(words)).toBe(offered);
    expect(mail.text.trimEnd().endsWith(`${words}\u00a0:\n${page}`)).toBe(offered);
  });

  it.each(mailNames)('takes one press in the mail program where %s may be turned down, and only there', (name) => {
    const { headers } = render(exampleOf(name), exampleContext);
    const refusable = turnedDownBy(name).length > 0;
    const address = `<https://surmesure.example/api/unsubscribe?courriel=${name}&jeton=${preferencesToken}>`;
    expect(headers['List-Unsubscribe']).toBe(refusable ? address : undefined);
    expect(headers['List-Unsubscribe-Post']).toBe(refusable ? 'List-Unsubscribe=One-Click' : undefined);
  });

  it('is not offered to an address that is nobody’s own', () => {
    const mail = render(exampleOf('messageReceived'), { ...exampleContext, preferencesToken: null });
    expect(mail.html + mail.text).not.toContain('/preferences');
    expect(Object.keys(mail.headers)).not.toContain('List-Unsubscribe');
  });
});

describe('what is expected', () => {
  it.each(allStates)('is said to each reader of a mission in %s, and asks one side at most', (state) => {
    const asked = readers.filter((reader) => {
      const mail = render(exampleOf('missionChanged', { state, reader }), exampleContext);
      return !mail.text.includes('Rien n’est attendu de vous');
    });
    expect(asked.length).toBeLessThanOrEqual(1);
  });

  it('is the turn of the expert while a report is awaited, and the others are told whose turn it is', () => {
    const changed = { state: 'awaiting_report', happened: 'Délai accordé' } as const;
    const expert = render(exampleOf('missionChanged', { ...changed, reader: 'expert' }), exampleContext);
    const laureate = render(exampleOf('missionChanged', { ...changed, reader: 'laureate' }), exampleContext);
    expect(expert.text).toContain('Envoyez le rapport dès que la mission est terminée.');
    expect(laureate.text).toContain('la suite revient à Atelier des Trois Rives.');
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '{{7*7}}',
  '{{constructor.constructor}}',
  '{{{html}}}',
  '# titre [lien](https://mal.example)',
  '&amp; &lt;b&gt;',
];

describe.each(hostile)('the name %s', (value) => {
  const changed = { recipientName: value, laureateName: value, expertName: value, byName: value, need: value };

  it.each(mailNames)('is shown as typed in %s', (name) => {
    const mail = render(exampleOf(name, { ...changed, reason: value }), exampleContext);
    expect(mail.text).toContain(value);
    expect(readable(mail.html)).toContain(value);
    expect(mail.html).not.toMatch(/<script|<img|onmouseover='/);
    expect(mail.headers).toEqual(render(exampleOf(name), exampleContext).headers);
  });
});

describe('line breaks and invisible marks in names', () => {
  const value = 'Anne\r\nBcc: victime@ailleurs.example\u2028X\u0000\u202Egpj';
  const mail = render(
    { ...exampleOf('missionRequested', { laureateName: value }), to: { email: 'a@b.fr', name: value, uid: null } },
    { ...exampleContext, contact: { ...exampleContext.contact, name: value } },
  );

  it('never reach a header', () => {
    expect(mail.subject).toBe('Mission demandée par Anne Bcc: victime@ailleurs.example X gpj');
    expect(mail.to.name).toBe('Anne Bcc: victime@ailleurs.example X gpj');
    expect(mail.replyTo.name).toBe(mail.to.name);
  });

  it('leave the lines of a text that may have several', () => {
    const quoted = render(exampleOf('sentBack', { reason: 'un\r\ndeux\r\n\r\n\r\n\r\ntrois' }), exampleContext);
    expect(quoted.text).toContain('  un\n  deux\n  \n  trois');
  });
});

describe('the code', () => {
  const code = exampleContext.code ?? '';

  it.each(['signIn', 'confirmationCode'] as const)(
    'is written once in %s, in one piece, in HTML as in text',
    (name) => {
      const mail = render(exampleOf(name), exampleContext);
      for (const part of [mail.text, readable(mail.html)]) {
        expect(part.split(code)).toHaveLength(2);
        expect(part).toContain('ne le dites à personne');
      }
      expect(mail.subject).not.toContain(code);
    },
  );

  it.each(mailNames.filter((name) => name !== 'signIn' && name !== 'confirmationCode'))('is nowhere in %s', (name) => {
    expect(render(exampleOf(name), exampleContext).text).not.toContain(code);
  });
});

describe('the button', () => {
  const item = exampleOf('missionRequested');

  it('leads to the page itself when the reader has no account', () => {
    const mail = render(item, { ...exampleContext, signInToken: null });
    expect(mail.text).toContain('https://surmesure.example/laureat?mission=m1');
    expect(mail.text).not.toContain('Ce lien vous connecte');
  });

  it.each(['//mal.example/x', 'https://mal.example/', '/\\mal.example', 'javascript:alert(1)'])(
    'never leads elsewhere, as with %s',
    (path) => {
      expect(() => render({ ...item, path }, exampleContext)).toThrow(TypeError);
    },
  );

  it('asks for https, but on this machine', () => {
    expect(() => render(item, { ...exampleContext, origin: 'http://surmesure.example' })).toThrow(TypeError);
    const local = render(item, { ...exampleContext, origin: 'http://127.0.0.1:5050' });
    expect(local.text).toContain('http://127.0.0.1:5050/connexion#jeton=');
  });
});

it('tells, before its own, the changes that it tells in place of a mail each, with who made them and why', () => {
  const earlier = [
    { at: 1, happened: 'Mission suspendue', byName: 'Inès Garnier', reason: 'Une <b>date</b> à revoir.\r\nVoilà.' },
    { at: 2, happened: 'Délai accordé', byName: '', reason: '' },
  ];
  const mail = render(exampleOf('missionDecided', { happened: 'Mission reprise', earlier }), exampleContext);
  expect(mail.subject).toMatch(/^Mission reprise/);
  const told = 'Mission suspendue, par Inès Garnier : « Une <b>date</b> à revoir. Voilà. »';
  for (const part of [mail.text, readable(mail.html)].map((text) =>
    text.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' '),
  )) {
    expect(part).toContain(told);
    expect(part.indexOf('Mission suspendue')).toBeLessThan(part.indexOf('Délai accordé'));
    expect(part.indexOf('Délai accordé')).toBeLessThan(part.lastIndexOf('Mission reprise'));
  }
  expect(mail.html).not.toContain('<b>date');
});

it('tells the whole of what happened, down to the SIRET after a long name', () => {
  const happened = `Personne morale : ${'Coopérative '.repeat(9)}SIRET 123 456 789 00012`;
  expect(render(exampleOf('missionChanged', { happened }), exampleContext).text).toContain('789 00012');
});

it('cuts a name of 2 000 characters without cutting a character in two', () => {
  const mail = render(exampleOf('missionRequested', { laureateName: '😀'.repeat(2000) }), exampleContext);
  expect(Array.from(mail.subject).length).toBeLessThanOrEqual(160);
  expect(mail.subject.isWellFormed()).toBe(true);
  expect(mail.subject).toContain('…');
});
