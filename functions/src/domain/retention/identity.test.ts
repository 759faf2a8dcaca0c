import { describe, expect, it } from 'vitest';
import { isNamedAlone, isPhone, phoneAlone, withoutAddress, withoutName, withoutPhone } from './identity.ts';

describe('A name', () => {
  it.each(['Jean-Pierre Martin', 'PIERRE MARTIN', 'Pierre  Martin', 'Piérre Martin', 'Pierre Martin Dubois'])(
    'is not of one person alone beside %s',
    (other) => {
      expect(isNamedAlone('Pierre Martin', [other])).toBe(false);
    },
  );

  it('is of one person alone beside others', () => {
    expect(isNamedAlone('Jean-Pierre Martin', ['Pierre Martin', 'Jean-Pierre Martinez'])).toBe(true);
    expect(isNamedAlone('Pierre Martin', [])).toBe(true);
    expect(isNamedAlone('—', [])).toBe(false);
  });

  it.each(['Jean-Pierre Martin', 'Pierre Martin-Dubois', 'O’Pierre Martin', 'Pierre Martin’eau', 'Pierre Martinez'])(
    'is not within another: %s',
    (text) => {
      expect(withoutName(text, 'Pierre Martin', 'X')).toBe(text);
    },
  );

  it.each([
    ['Appelez pierre MARTIN.', 'Appelez X.'],
    ['« Pierre Martin » - présent', '« X » - présent'],
    ["'Pierre Martin'", "'X'"],
    ['l’avis d’Pierre Martin, qu’Pierre Martin', 'l’avis d’X, qu’X'],
  ])('goes from a sentence, whatever its case: %s', (text, after) => {
    expect(withoutName(text, 'Pierre Martin', 'X')).toBe(after);
  });
});

describe('An address', () => {
  it.each([
    'jean-pierre@lab.fr',
    'jean.pierre@lab.fr',
    "o'pierre@lab.fr",
    'a+pierre@lab.fr',
    'pierre@lab.fr.org',
    'pierre@lab.fr-x',
  ])('is not within another: %s', (text) => {
    expect(withoutAddress(text, 'pierre@lab.fr', 'X')).toBe(text);
  });

  it('goes from a sentence, at its end too', () => {
    expect(withoutAddress('<Pierre@lab.fr>, ou pierre@lab.fr.', 'pierre@lab.fr', 'X')).toBe('<X>, ou X.');
  });
});

describe('A telephone', () => {
  it.each(['06 11 22 33 44', '0611223344', '+33 6 11 22 33 44', '+33 (0)6.11.22.33.44', '0033611223344'])(
    'is one number, however it is typed: %s',
    (typed) => {
      expect(isPhone(typed, '06.11.22.33.44')).toBe(true);
      expect(withoutPhone(`Au ${typed}, le soir`, '+33611223344', 'X')).toBe('Au X, le soir');
      expect(phoneAlone({ phone: '06.11.22.33.44' }, [null, typed])).toBeNull();
    },
  );

  it('is neither a SIREN, nor within a longer number, nor a short one', () => {
    expect(isPhone('611223344', '06 11 22 33 44')).toBe(false);
    expect(withoutPhone('SIREN 611223344, compte 00612233445566', '06 11 22 33 44', 'X')).toContain(
      '611223344, compte',
    );
    expect(withoutPhone('10611223344', '06 11 22 33 44', 'X')).toBe('10611223344');
    expect(withoutPhone('Salle 3615', '3615', 'X')).toBe('Salle 3615');
    expect(isPhone('3615', '3615')).toBe(false);
  });

  it('of a person alone stays known', () => {
    expect(phoneAlone({ phone: '06 11 22 33 44' }, ['06 11 22 33 45', null])).toBe('06 11 22 33 44');
  });
});
