import { describe, expect, it } from 'vitest';
import { helpHeads, isHelpName } from '../../web/page-heads.ts';
import { helpHtml } from './help-pages.ts';

const names = Object.keys(helpHeads).filter(isHelpName);
const allOf = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].flatMap(([, found]) => found ?? []);

describe.each(names)('the page of help /%s', (name) => {
  const html = helpHtml(name);

  it('needs no script, and holds nothing that the content security policy refuses', () => {
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:|src="(?:https?:|\/\/)/);
  });

  it('has one first heading, and every place that its links name, once', () => {
    expect(allOf(html, /<(h1)>/g)).toHaveLength(1);
    const places = allOf(html, /\sid="([^"]+)"/g);
    expect(new Set(places).size).toBe(places.length);
    expect(allOf(html, /href="#([^"]+)"/g).filter((place) => !places.includes(place))).toEqual([]);
  });

  it('leads to pages of the site alone: the rest of the documentation is with the sources', () => {
    expect(allOf(html, /href="([^"]+\.md[^"]*)"/g)).toEqual([]);
    expect(allOf(html, /href="(https?:[^"]+)"/g)).toEqual([]);
  });

  it('keeps the spaces of French with their marks', () => {
    expect(html.replaceAll(/<[^>]+>/g, '')).not.toMatch(/« | »| [;!?]/);
  });
});

it('the first page of help leads to each of the others', () => {
  const others = names.filter((name) => name !== 'aide').map((name) => `/${name}`);
  expect(allOf(helpHtml('aide'), /href="(\/aide-[^"]+)"/g)).toEqual(others);
});
