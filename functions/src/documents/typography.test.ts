import { describe, expect, it } from 'vitest';
import { french, printable } from './typography.ts';

const nb = '\u00A0';
const nn = '\u202F';

describe('French spacing', () => {
  it.each([
    ['Oui : non', `Oui${nb}: non`],
    ['Oui: non', `Oui${nb}: non`],
    ['Vraiment ?', `Vraiment${nn}?`],
    ['Vraiment?', `Vraiment${nn}?`],
    ['Vrai !', `Vrai${nn}!`],
    ['a ; b', `a${nn}; b`],
    ['« oui »', `«${nb}oui${nb}»`],
    ['«oui»', `«${nb}oui»`],
    ['3 000,00 €', `3 000,00${nb}€`],
    ['20 %', `20${nb}%`],
    ['n° 12', `n°${nb}12`],
    ['20 ° dehors', '20 ° dehors'],
    ["l'atelier d'Éloïse", 'l’atelier d’Éloïse'],
    ["5' 30", "5' 30"],
    ['https://a.fr/b?c=1;d', 'https://a.fr/b?c=1;d'],
    ['à 10:12', 'à 10:12'],
    ['rien à faire', 'rien à faire'],
    ['Quoi ?!', `Quoi${nn}?!`],
  ])('%s', (typed, wanted) => {
    expect(french(typed)).toBe(wanted);
  });

  it('changes nothing the second time', () => {
    const once = french("« D'accord ? » : oui ; n° 3 !");
    expect(french(once)).toBe(once);
  });
});

describe('printable text', () => {
  it.each([
    ['e\u0301', 'é'],
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a\tb', 'a b'],
    ['\uD83D', '\uFFFD'],
    ['\u202Eabc\u00AD', 'abc'],
    ['a\uFFFEb\uFFFF', 'ab'],
  ])('%j becomes %j', (typed, wanted) => {
    expect(printable(typed)).toBe(wanted);
  });
});
