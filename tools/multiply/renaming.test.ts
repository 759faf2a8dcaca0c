import { Timestamp } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { idOf, siretOf } from '../seed/random.ts';
import { renamedValue, renamer } from './renaming.ts';

const [laureate, stranger] = [idOf('laureate'), idOf('stranger')];
const renaming = {
  ids: new Set([laureate]),
  organisations: ['La Forge', 'La Forge (annexe)'],
  sameAddresses: new Set(['equipe@tierslieux.example']),
};
const second = renamer(renaming, 1);

describe('A copy of the programme', () => {
  it('has ids of its own, wherever they are named, and as long', () => {
    const renamed = second(laureate);
    expect(renamed).toMatch(/^[A-Za-z0-9]{17}001$/);
    expect(second(`laureates/${laureate}/ledger/${laureate}.v1.commit`)).toBe(
      `laureates/${renamed}/ledger/${renamed}.v1.commit`,
    );
    expect(renamer(renaming, 2)(laureate)).not.toBe(renamed);
    expect(second(stranger)).toBe(stranger);
    expect(second('a'.repeat(64))).toBe('a'.repeat(64));
  });

  it('has organisations that say which copy they are of, the longer name whole', () => {
    expect(second('La Forge et La Forge (annexe)')).toBe('La Forge 2 et La Forge (annexe) 2');
  });

  it('has addresses of its own, but for those of the team', () => {
    expect(second('anne@la-forge.example')).toBe('anne+1@la-forge.example');
    expect(second('equipe@tierslieux.example')).toBe('equipe@tierslieux.example');
  });

  it('has companies of its own: a SIRET and its SIREN stay together, and true to their check', () => {
    const siret = siretOf(1_000);
    expect(second(siret)).toBe(siretOf(11_000));
    expect(second(siret.slice(0, 9))).toBe(siretOf(11_000).slice(0, 9));
  });

  it('keeps what is no text, and renames the keys of maps', () => {
    const at = Timestamp.fromMillis(0);
    const value = { [laureate]: [laureate, 3, null, { at }] };
    const renamed = second(laureate);
    expect(renamedValue(value, second)).toEqual({ [renamed]: [renamed, 3, null, { at }] });
  });
});
