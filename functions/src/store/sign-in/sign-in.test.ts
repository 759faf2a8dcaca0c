import { describe, expect, it } from 'vitest';
import { ownPath } from './sign-in.ts';
import { homeOf } from './sign-in-mail.ts';

describe('where a link leads after signing in', () => {
  it.each(['/', '/laureat', '/decision?mission=abc-1.2', '/equipe?expert=a&mission=b', '/expert?nom=%C3%A9'])(
    'to our page %s',
    (next) => {
      expect(ownPath(next)).toBe(next);
    },
  );

  it.each([
    '',
    'laureat',
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'https://good@evil.example',
    '/@evil.example',
    '/laureat\n//evil.example',
    '/laureat\t',
    '/../evil',
    '/a/..//evil.example',
    '/laureat#jeton=stolen',
    '/<script>',
    '/laureat?next=https://evil.example',
    ' /laureat',
    '/é',
  ])('home instead of « %s »', (next) => {
    expect(ownPath(next)).toBe('/');
  });

  it('to the space of its reader when it asks for none', () => {
    expect([homeOf('laureate'), homeOf('expert'), homeOf('staff'), homeOf('observer')]).toEqual([
      '/laureat',
      '/expert',
      '/equipe',
      '/equipe',
    ]);
  });
});
