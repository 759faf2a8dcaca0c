import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { precompiledSource } from '../../../tools/build/document-templates.ts';
import { fontsFingerprint, preparedFingerprint } from '../../../tools/build/fonts.ts';
import { compileTemplate } from './compiling.ts';
import { TemplateError } from './template-error.ts';

describe('a template is refused, with its line and reason, when it holds', () => {
  it.each([
    ['triple braces', 'a\n{{{b}}}', /^ligne 2 : les triples accolades/],
    ['a partial', '{{> b}}', /PartialStatement/],
    ['an unknown call', '{{shout name}}', /« shout » n’existe pas/],
    ['an unknown block', 'a\n\n{{#with x}}b{{/with}}', /^ligne 3 : « with » n’existe pas/],
    ['a nested unknown call', '{{euros (shout name)}}', /« shout » n’existe pas/],
    ['named parameters', '{{euros x size=3}}', /Hash/],
    ['characters reserved to values', 'a\uE000', /usage privé/],
  ])('%s', (_, template, reason) => {
    expect(() => compileTemplate(template)).toThrow(TemplateError);
    expect(() => compileTemplate(template)).toThrow(reason);
  });

  it('nothing of the kind', () => {
    expect(compileTemplate('{{#each items}}{{#if @first}}{{euros cents}}{{else}}{{this}}{{/if}}{{/each}}')).toContain(
      'slot',
    );
  });
});

describe('what is generated is up to date', () => {
  it('templates: npm run build', () => {
    const generated = readFileSync(new URL('precompiled.generated.ts', import.meta.url), 'utf8');
    expect(generated).toBe(precompiledSource());
  });

  it('fonts: npm run build', () => {
    expect(preparedFingerprint()).toBe(fontsFingerprint());
  });
});
