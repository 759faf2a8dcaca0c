import { describe, expect, it } from 'vitest';
import { formatting } from './formatting.ts';

const { euros, date, month, shortDate, instant, plural, list, fingerprint, siret, size } = formatting;

describe('values as French text', () => {
  it.each([
    [euros(300_000), '3\u202F000,00\u00A0€'],
    [euros(0), '0,00\u00A0€'],
    [date('2025-03-04'), 'mardi 4 mars 2025'],
    [date(Date.UTC(2025, 2, 4, 23, 30)), 'mercredi 5 mars 2025'],
    [shortDate(Date.UTC(2025, 2, 4, 23, 30)), '05/03/2025'],
    [shortDate('2025-03-04'), '04/03/2025'],
    [month('2025-03-01'), 'mars 2025'],
    [month('2025-12-31'), 'décembre 2025'],
    [instant(Date.UTC(2025, 2, 4, 9, 12)), 'mardi 4 mars 2025 à 10:12'],
    [plural(1, 'jour', 'jours'), '1\u00A0jour'],
    [plural(1.5, 'jour', 'jours'), '1,5\u00A0jour'],
    [plural(2, 'jour', 'jours'), '2\u00A0jours'],
    [list(['a', 'b', 'c']), 'a, b et c'],
    [fingerprint('0123456789ab'), '0123 4567 89ab'],
    [siret('90123456700018'), '901\u00A0234\u00A0567\u00A000018'],
    [size(84_312), '84,3\u00A0ko'],
    [size(1_284_312), '1,3\u00A0Mo'],
  ])('%s', (formatted, wanted) => {
    expect(formatted).toBe(wanted);
  });

  it('refuses amounts that are not integer cents, and dates that are not dates', () => {
    expect(() => euros(12.5)).toThrow('Integer cents expected');
    expect(() => euros('3000')).toThrow('Integer cents expected');
    expect(() => date('4/3/2025')).toThrow('A date expected');
  });
});
