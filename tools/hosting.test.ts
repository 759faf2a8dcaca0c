import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { embeddedHeaders, pageHeaders } from '../functions/src/entrypoints/page-headers.ts';
import { root } from './commands.ts';

const { hosting } = z
  .object({
    hosting: z.object({
      headers: z.array(
        z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
      ),
    }),
  })
  .parse(JSON.parse(readFileSync(join(root, 'firebase.json'), 'utf8')));

const headersOf = (source: string) =>
  Object.fromEntries(
    hosting.headers
      .filter((rule) => rule.source === source)
      .flatMap(({ headers }) => headers.map(({ key, value }) => [key, value])),
  );

/** Firebase's own addresses that a page speaks to: sign-in, its renewal, drafts, files. Functions answer on our own origin. */
const spokenTo = [
  'https://identitytoolkit.googleapis.com',
  'https://securetoken.googleapis.com',
  'https://firestore.googleapis.com',
  'https://firebasestorage.googleapis.com',
];

describe('Every page of Hosting', () => {
  it('is sent with the headers that were decided, and no other', () => {
    expect(headersOf('**')).toEqual({
      'Content-Security-Policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        `connect-src 'self' ${spokenTo.join(' ')}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
        "worker-src 'self'",
      ].join('; '),
      'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    });
  });

  it('has the same ones when a function makes it, whether or not Hosting adds its own', () => {
    expect(pageHeaders).toEqual(headersOf('**'));
  });

  it('is shown inside no page of another site, but for the directory made for France Tiers-Lieux’s, which differs in nothing else', () => {
    const changed = Object.entries(headersOf('/annuaire/integre'));
    expect({ ...headersOf('**'), ...Object.fromEntries(changed) }).toEqual(embeddedHeaders);
    expect(changed.map(([key]) => key)).toEqual(['Content-Security-Policy']);
    const [[, policy = ''] = []] = changed;
    expect(policy.replace(/frame-ancestors [^;]+/, "frame-ancestors 'none'")).toBe(
      headersOf('**')['Content-Security-Policy'],
    );
    expect(policy).toContain('frame-ancestors https://francetierslieux.fr https://www.francetierslieux.fr;');
    const opened = hosting.headers.filter(({ headers }) =>
      headers.some(({ value }) => /frame-ancestors (?!'none')/.test(value)),
    );
    expect(opened.map(({ source }) => source)).toEqual(['/annuaire/integre']);
  });

  it('is allowed no inline code, no evaluated code, and no address by a star', () => {
    for (const { headers } of hosting.headers)
      for (const { key, value } of headers)
        if (key === 'Content-Security-Policy') expect(value).not.toMatch(/unsafe|\*/);
  });

  it.each(['/connexion', '/preferences'])('keeps the secret of its address where a link lands: %s', (page) => {
    expect(headersOf(page)).toMatchObject({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-cache' });
  });

  it('is asked for again each time when it is for signed-in people, and kept a year when its name says its content', () => {
    expect(headersOf('/@(laureat|decision|expert|equipe|mes-donnees)')).toEqual({ 'Cache-Control': 'no-cache' });
    expect(headersOf('/assets/**')).toEqual({ 'Cache-Control': 'public, max-age=31536000, immutable' });
    expect(headersOf('**')).not.toHaveProperty('Cache-Control');
  });
});

describe('Every page that is a file', () => {
  it.each(globSync('web/*.html', { cwd: root }))('%s holds no inline script, style or handler', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/);
    for (const [tag] of text.matchAll(/<script[^>]*>/g)) expect(tag).toContain(' src=');
  });
});

describe('The rules of Storage', () => {
  const rules = readFileSync(join(root, 'storage.rules'), 'utf8').replaceAll(/\/\/.*$/gm, '');
  const bodyOf = (name: string) =>
    new RegExp(`function ${name}\\([^)]*\\) \\{([\\s\\S]*?)\\n {4}\\}`).exec(rules)?.[1] ?? '';
  const reads = (text: string) => [...text.matchAll(/firestore\.(get|exists)\(/g)].length;

  it('read at most two documents a verdict: the ticket, and by one ternary the one behind it', () => {
    expect(reads(bodyOf('ticket'))).toBe(1);
    const [, whenGrant = '', otherwise = ''] = /\?([\s\S]*):\s*([^:]*)\);/.exec(bodyOf('valid')) ?? [];
    expect([reads(whenGrant), reads(otherwise)]).toEqual([1, 1]);
    expect(reads(bodyOf('announced'))).toBe(1);
    expect(reads(rules)).toBe(4);
    for (const [, condition = ''] of rules.matchAll(/allow [\w, ]+: if ([\s\S]*?);\n/g)) {
      expect(reads(condition)).toBe(0);
      expect([...condition.matchAll(/\b(valid|announced)\(/g)].length).toBe(1);
    }
  });

  it('let nobody list, change or delete', () => {
    const verbs = [...rules.matchAll(/allow ([\w, ]+): if/g)].flatMap(([, verb = '']) => verb.split(', '));
    expect(new Set(verbs)).toEqual(new Set(['create', 'get']));
    expect(rules).not.toMatch(/\{\w+=\*\*\}/);
  });
});

describe('The rules of Firestore', () => {
  const rules = readFileSync(join(root, 'firestore.rules'), 'utf8').replaceAll(/\/\/.*$/gm, '');

  it('have no path for anything that is not named', () => {
    expect(rules).not.toMatch(/match [^\n]*=\*\*/);
  });

  it('let clients write their drafts, and nothing else', () => {
    const writing = [
      ...rules.matchAll(/match \/([^\n]+) \{\n(?:(?!match )[\s\S])*?allow [^\n]*\b(?:create|update|delete|write)\b/g),
    ];
    expect(writing.map(([, path]) => path)).toEqual(['drafts/{key}']);
  });
});
