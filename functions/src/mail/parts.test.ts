import { describe, expect, it } from 'vitest';
import type { MailPart } from '../domain/notifications/mails.ts';
import { exampleFigures, exampleLines } from './example-parts.ts';
import { exampleContext, exampleOf } from './examples.ts';
import { render } from './render.ts';

const { signInToken } = exampleContext;
const mailOf = (parts: readonly MailPart[], context = exampleContext) =>
  render({ ...exampleOf('digest'), parts }, context);
const readable = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
const oneLineOf = (text: string, path: string | null = '/laureat'): MailPart[] => [
  { kind: 'lines', title: text, lines: [{ text, detail: text, path }] },
  { kind: 'figures', title: text, rows: [{ label: text, value: text, share: 0.5 }] },
];

describe('The lines of a mail that gathers', () => {
  const mail = mailOf(exampleLines);

  it('are the same in HTML and in text', () => {
    for (const part of exampleLines)
      for (const { text, detail } of part.kind === 'lines' ? part.lines : [])
        for (const shown of [mail.text, readable(mail.html)]) {
          expect(shown).toContain(text);
          expect(shown).toContain(detail);
        }
  });

  it('lead to their pages, and the button alone signs in', () => {
    expect(mail.html.match(/href="https:\/\/surmesure\.example\/decision\?mission=m1"/g)).toHaveLength(1);
    expect(mail.text).toContain('\n  https://surmesure.example/decision?mission=m1\n');
    expect(mail.text.split(signInToken ?? 'none')).toHaveLength(2);
    expect(mail.html.split(`#jeton=${signInToken}`)).toHaveLength(4);
  });

  it('that lead nowhere are no link', () => {
    const nowhere = mailOf([{ kind: 'lines', title: 'À savoir', lines: [{ text: 'Rien', detail: '', path: null }] }]);
    expect(nowhere.html).toMatch(/<li[^>]*>Rien<\/li>/);
    expect(nowhere.text).toContain('\n- Rien\n');
  });

  it.each(['//mal.example/x', 'https://mal.example/', '/\\mal.example', 'javascript:alert(1)'])(
    'never lead elsewhere, as with %s',
    (path) => {
      expect(() => mailOf(oneLineOf('Rien', path))).toThrow(TypeError);
      expect(() => mailOf(oneLineOf('Rien', '/laureat'))).not.toThrow();
    },
  );
});

describe('The figures of a mail', () => {
  const mail = mailOf(exampleFigures);

  it('are said in words, with a bar as long as each beside', () => {
    expect(mail.text).toContain('- Modèles économiques\u00a0: 62 000,00 € sur 100 000,00 €\n');
    expect(readable(mail.html)).toContain('62 000,00 € sur 100 000,00 €');
    const widths = [...mail.html.matchAll(/<td width="(\d+)%" class="(barFull|barRest)"/g)].map(([, width, name]) => [
      name,
      width,
    ]);
    expect(widths).toEqual([
      ['barFull', '62'],
      ['barRest', '38'],
      ['barRest', '100'],
      ['barFull', '100'],
    ]);
    expect(mail.html.match(/<table role="presentation" aria-hidden="true"/g)).toHaveLength(3);
  });

  it('need no picture', () => {
    expect(mail.html).not.toMatch(/<img|<svg|url\(|background-image/i);
  });

  it('that are beyond their whole, or below nothing, stay inside', () => {
    const rows = [
      { label: 'Trop', value: '120 %', share: 1.2 },
      { label: 'Moins', value: '-5 %', share: -0.05 },
    ];
    const widths = [...mailOf([{ kind: 'figures', title: 'Parts', rows }]).html.matchAll(/<td width="(\d+)%"/g)];
    expect(widths.map(([, width]) => width)).toEqual(['100', '100']);
  });
});

describe.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '{{7*7}}',
  '{{constructor.constructor}}',
  '&amp; &lt;b&gt;',
])('The words %s, typed by a stranger', (words) => {
  it('are shown as typed in every part, and act as nothing', () => {
    const mail = mailOf(oneLineOf(words));
    expect(mail.text.split(words).length - 1).toBe(6);
    expect(readable(mail.html).split(words).length - 1).toBe(6);
    expect(mail.html).not.toMatch(/<script|<img|onmouseover='/);
    expect(mail.headers).toEqual(mailOf([]).headers);
  });
});

it('A line break in a line starts no other line, and what is too long is cut', () => {
  const mail = mailOf(oneLineOf('Anne\r\n- Payez ici\u2028https://mal.example'));
  expect(mail.text).toContain('- Anne - Payez ici https://mal.example\n');
  const long = mailOf(oneLineOf('😀'.repeat(3000)));
  expect(long.text.isWellFormed()).toBe(true);
  expect(long.text).toContain('…');
});
