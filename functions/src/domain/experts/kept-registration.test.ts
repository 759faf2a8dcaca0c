import { describe, expect, it } from 'vitest';
import { addressNamed, keptRegistration, overwrites, strangerRefusal } from './kept-registration.ts';

const text = (email: string) => JSON.stringify({ email, name: 'Noé' });

describe('A registration kept under a link', () => {
  it('names its person by a whole address, and nobody while it is being typed', () => {
    expect(addressNamed(text(' noe@exemple.fr '))).toBe('noe@exemple.fr');
    for (const unsaid of [text(''), text('noe@exem'), '{}', 'null', '"noe@exemple.fr"', 'pas du JSON'])
      expect(addressNamed(unsaid), unsaid).toBeNull();
  });

  it('takes what its own person types, and nothing of anybody else', () => {
    const kept = keptRegistration({ text: text('noe@exemple.fr'), emailHash: 'of-noe' }, 1_000);
    expect(strangerRefusal(kept, 'of-noe')).toBeNull();
    expect(strangerRefusal(kept, 'of-alix')?.code).toBe('draft-of-another');
    expect(strangerRefusal(kept, null)?.code).toBe('draft-names-nobody');
  });

  it('is never saved over a text that was not read, unless the words are the same', () => {
    const kept = keptRegistration({ text: 'un', emailHash: 'of-noe' }, 1_000);
    expect(overwrites(kept, { text: 'deux', basedOn: 1_000 })).toBe(false);
    expect(overwrites(kept, { text: 'deux', basedOn: 900 })).toBe(true);
    expect(overwrites(kept, { text: 'un', basedOn: 900 })).toBe(false);
  });
});
