import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { checkedLink, type FolderLink, removesLink } from './links.ts';

const code = (url: string, title = 'Tableau') => {
  const checked = checkedLink({ url, title });
  return isRefusal(checked) ? checked.code : 'shared';
};

describe('A link of a working folder', () => {
  it('keeps its address as a browser reads it, and its title on one line', () => {
    expect(checkedLink({ url: ' HTTPS://Exemple.fr/a b ', title: ' Tableau\n de  bord\u202e ' })).toEqual({
      url: 'https://exemple.fr/a%20b',
      title: 'Tableau de bord',
    });
    expect(checkedLink({ url: 'https://exemple.fr/a', title: ' ' })).toMatchObject({ title: 'exemple.fr' });
  });

  it.each([
    ['without https', 'http://exemple.fr'],
    ['that runs', 'javascript:alert(1)'],
    ['that holds its own content', 'data:text/html,x'],
    ['to a file of the reader', 'file:///etc/passwd'],
    ['with a name before the site', 'https://tierslieux.example@malin.example/'],
    ['that is no address', 'exemple.fr'],
    ['within a machine', 'https://localhost/'],
    ['too long', `https://exemple.fr/${'a'.repeat(2_000)}`],
  ])('%s is refused', (_what, url) => expect(code(url)).toBe('link-not-https'));

  it('has a title of 120 characters at most', () => {
    expect(code('https://exemple.fr', 'é'.repeat(121))).toBe('link-title-too-long');
    expect(code('https://exemple.fr', 'é'.repeat(120))).toBe('shared');
  });

  it('is removed by who put it, or FTL', () => {
    const link: FolderLink = {
      ...{ id: 'l', missionId: 'm', laureateId: null, url: 'https://exemple.fr/', title: 'T', byUid: 'noe' },
      ...{ byName: 'Noé', side: 'expert', at: 0, removedAt: null, removedBy: null },
    };
    const person = (uid: string) => ({ uid, name: uid, signedInAt: 0 });
    expect(removesLink({ kind: 'expert', ...person('noe'), expertId: 'forge' }, link)).toBe(true);
    expect(removesLink({ kind: 'expert', ...person('mina'), expertId: 'forge' }, link)).toBe(false);
    expect(removesLink({ kind: 'staff', ...person('cam') }, link)).toBe(true);
    expect(removesLink({ kind: 'observer', ...person('obs') }, link)).toBe(false);
    expect(removesLink({ kind: 'anonymous' }, link)).toBe(false);
  });
});
