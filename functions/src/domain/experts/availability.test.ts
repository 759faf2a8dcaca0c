import { describe, expect, it } from 'vitest';
import { availabilityWords, isAvailableOn } from './availability.ts';

const today = '2025-03-04';
const later = { kind: 'from', day: '2025-04-01' } as const;

describe('What a company says of its availability', () => {
  it('is read as now once its day has come', () => {
    expect(availabilityWords(later, today)).toBe('Disponible à partir du mardi 1er avril 2025');
    expect(availabilityWords(later, '2025-04-01')).toBe('Disponible dès maintenant');
    expect(availabilityWords({ kind: 'now' }, today)).toBe('Disponible dès maintenant');
    expect(availabilityWords({ kind: 'notNow' }, today)).toBe('Pas disponible pour le moment');
  });

  it('may be nothing: no word is written, and nobody is taken as busy', () => {
    expect(availabilityWords(null, today)).toBeNull();
    expect(availabilityWords(undefined, today)).toBeNull();
    expect(isAvailableOn(null, today)).toBe(true);
  });

  it('is compared with a day', () => {
    expect(isAvailableOn({ kind: 'now' }, today)).toBe(true);
    expect(isAvailableOn({ kind: 'notNow' }, today)).toBe(false);
    expect(isAvailableOn(later, today)).toBe(false);
    expect(isAvailableOn(later, '2025-04-01')).toBe(true);
  });
});
