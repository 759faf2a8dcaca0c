import { describe, expect, it } from 'vitest';
import { messageErrors, noMessage } from './message.ts';

const typed = {
  ...noMessage,
  name: 'Awa Diop',
  email: 'awa@exemple.fr',
  message: 'Nous cherchons à revoir nos tarifs.',
};
const wrong = (changes: Partial<typeof typed>) => Object.keys(messageErrors({ ...typed, ...changes }));

describe('A message to an expert', () => {
  it('says who writes, where to answer, and what is looked for', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ organisation: 'La Fabrique' })).toEqual([]);
    expect(Object.keys(messageErrors(noMessage))).toEqual(['name', 'email', 'message']);
    expect(wrong({ name: ' \u200b ' })).toEqual(['name']);
    expect(wrong({ message: 'Bonjour' })).toEqual(['message']);
  });

  it('has one address, which can add no other', () => {
    for (const email of [
      'awa',
      'awa@exemple',
      'a@b.fr, c@d.fr',
      'a@b.fr\nBcc: c@d.fr',
      '<a@b.fr>',
      // The mail that carried it to be answered to would be refused, once its sender was told that it left.
      'nom@société.fr',
      'a..b@x.fr',
      `${'a'.repeat(250)}@b.fr`,
    ])
      expect(wrong({ email }), email).toEqual(['email']);
    expect(wrong({ email: ' Awa.Diop+fab@sous.exemple.fr ' })).toEqual([]);
  });

  it('is as long as a letter at most', () => {
    expect(wrong({ message: 'x'.repeat(4_000) })).toEqual([]);
    expect(wrong({ message: 'x'.repeat(4_001) })).toEqual(['message']);
    expect(wrong({ name: 'x'.repeat(101), organisation: 'x'.repeat(151) })).toEqual(['name', 'organisation']);
  });
});
