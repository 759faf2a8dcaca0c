import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headHtml, helpHeads, isPageName, pageHeads, pageHtml } from './page-heads.ts';

const names = Object.keys(pageHeads).filter(isPageName);

describe.each(names)('the page %s', (name) => {
  const head = pageHeads[name];
  const html = pageHtml(head);

  it('loads a module that exists, by its address alone', () => {
    expect(existsSync(join(import.meta.dirname, head.entry))).toBe(true);
    expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
      `<script type="module" src="${head.entry}">`,
    ]);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/);
  });

  it('has a title and a description that no other page has, and words for who has no JavaScript', () => {
    const others = names.filter((other) => other !== name).map((other) => pageHeads[other]);
    expect(others.map(({ title }) => title)).not.toContain(head.title);
    expect(others.map(({ description }) => description)).not.toContain(head.description);
    expect(html).toContain('<noscript>');
  });
});

it('pages for signed-in people are not for search engines, and those that a mail opens tell nobody their address', () => {
  const having = (mark: string) => names.filter((name) => pageHtml(pageHeads[name]).includes(mark));
  expect(names.filter((name) => !having('content="noindex"').includes(name))).toEqual([
    'inscription',
    'verification',
    'accessibilite',
    'donnees-personnelles',
    'mentions-legales',
  ]);
  expect(having('content="no-referrer"')).toEqual(['connexion', 'decision', 'preferences']);
});

it('pages of help load no module, and have names and titles that no other page has', () => {
  const heads = Object.values(helpHeads);
  expect(Object.keys(helpHeads).filter(isPageName)).toEqual([]);
  const titles = [...Object.values(pageHeads), ...heads].map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  for (const head of heads) expect(headHtml(head, [])).not.toContain('<script');
});
