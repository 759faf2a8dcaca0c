import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import type { StoredFile } from '../dossiers/pieces.ts';
import { can } from './policy.ts';
import {
  ada,
  anonymous,
  bocal,
  colleague,
  devis,
  fromExpert,
  mina,
  noe,
  note,
  observer,
  other,
  rival,
  staff,
} from './testing/files.ts';

describe('An action on a file', () => {
  const acts = (actor: Actor, act: 'share' | 'unshare' | 'withdraw', file: StoredFile) =>
    can(actor, { action: 'actOnFile', act, file })?.code ?? null;

  it('is for the laureate’s people and FTL in a dossier', () => {
    for (const who of [ada, colleague, staff]) {
      expect(acts(who, 'share', other)).toBeNull();
      expect(acts(who, 'unshare', { ...other, shared: true })).toBeNull();
      expect(acts(who, 'withdraw', note)).toBeNull();
    }
    for (const who of [bocal, noe, rival, observer]) expect(acts(who, 'share', other)).toBe('not-your-file');
    expect(acts(anonymous, 'share', other)).toBe('not-signed-in');
  });

  it('is for its author and FTL in a working folder', () => {
    for (const who of [noe, staff]) expect(acts(who, 'withdraw', fromExpert)).toBeNull();
    for (const who of [mina, ada, observer]) expect(acts(who, 'withdraw', fromExpert)).toBe('not-your-file');
  });

  it('is one that the piece has, and that changes something', () => {
    expect(acts(ada, 'share', note)).toBe('not-for-this-piece');
    expect(acts(noe, 'withdraw', devis)).toBe('not-for-this-piece');
    expect(acts(noe, 'share', fromExpert)).toBe('not-for-this-piece');
    expect(acts(ada, 'share', { ...other, shared: true })).toBe('already-so');
    expect(acts(ada, 'unshare', other)).toBe('already-so');
    expect(acts(ada, 'withdraw', { ...other, withdrawnAt: 1 })).toBe('file-withdrawn');
  });
});
