import { describe, expect, it } from 'vitest';
import { isEmail } from './email.ts';

describe('An address of mail', () => {
  it('is one mailbox at one domain', () => {
    const addresses = ['awa@exemple.fr', 'Awa.Diop+fab@sous.exemple.fr', "o'neil@a-b.museum", 'nom@xn--socit-esab.fr'];
    expect(addresses.filter((address) => !isEmail(address))).toEqual([]);
  });

  it.each([
    '',
    'awa',
    'awa@exemple',
    'awa@exemple.f',
    'nom@société.fr',
    'a..b@x.fr',
    '.a@x.fr',
    'a.@x.fr',
    'a@-x.fr',
    'a@x..fr',
    'a@b@x.fr',
    'a b@x.fr',
    ' a@x.fr',
    'a@b.fr, c@d.fr',
    'a@b.fr\nBcc: c@d.fr',
    '<a@b.fr>',
    '"a"@b.fr',
    `${'a'.repeat(250)}@b.fr`,
  ])('is not « %s »', (text) => {
    expect(isEmail(text)).toBe(false);
  });
});
