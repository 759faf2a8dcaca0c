import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import type { FolderMission } from '../dossiers/folder.ts';
import { type PieceKind, pieceKinds, pieces, type StoredFile } from '../dossiers/pieces.ts';
import { can } from './policy.ts';
import {
  ada,
  anonymous,
  bocal,
  colleague,
  devis,
  folder,
  fromExpert,
  fromLaureate,
  mina,
  noe,
  note,
  observer,
  rival,
  staff,
  system,
} from './testing/files.ts';

describe('A deposit', () => {
  interface Asked {
    readonly laureateId?: string | null;
    readonly mission?: FolderMission | null;
    readonly replaces?: StoredFile | null;
  }
  const deposit = (actor: Actor, piece: PieceKind, asked: Asked = {}) =>
    can(actor, { action: 'deposit', piece, laureateId: 'atelier', mission: folder, replaces: null, ...asked })?.code ??
    null;

  it.each(pieceKinds)('of %s follows the table of pieces', (piece) => {
    const who: readonly string[] = pieces[piece].depositedBy;
    expect(deposit(ada, piece)).toBe(who.includes('laureate') ? null : 'not-your-piece');
    expect(deposit(noe, piece)).toBe(who.includes('expert') ? null : 'not-your-piece');
    expect(deposit(staff, piece)).toBe(who.includes('staff') ? null : 'not-your-piece');
    expect(deposit(observer, piece)).toBe('not-your-piece');
    expect(deposit(system, piece)).toBe('not-your-piece');
    expect(deposit(anonymous, piece)).toBe('not-signed-in');
  });

  it('is for one’s own laureate and one’s own missions', () => {
    expect(deposit(bocal, 'scopingNote')).toBe('not-yours');
    expect(deposit(bocal, 'scopingNote', { laureateId: 'bocal' })).toBeNull();
    expect(deposit(ada, 'scopingNote', { laureateId: null })).toBe('not-yours');
    expect(deposit(rival, 'devis')).toBe('not-yours');
    expect(deposit(rival, 'devis', { mission: { ...folder, expertId: 'another' } })).toBeNull();
    expect(deposit(noe, 'devis', { mission: null })).toBe('not-yours');
  });

  it('in a working folder is for those of the mission, in the name of a laureate that takes part', () => {
    expect(deposit(ada, 'working')).toBeNull();
    expect(deposit(ada, 'working', { laureateId: null })).toBe('not-yours');
    expect(deposit(bocal, 'working', { laureateId: 'bocal' })).toBe('not-yours');
    expect(
      deposit(bocal, 'working', { laureateId: 'bocal', mission: { ...folder, laureateIds: ['atelier', 'bocal'] } }),
    ).toBeNull();
    for (const laureateId of [null, 'atelier']) {
      expect(deposit(noe, 'working', { laureateId })).toBeNull();
      expect(deposit(rival, 'working', { laureateId })).toBe('not-yours');
      expect(deposit(staff, 'working', { laureateId })).toBeNull();
    }
    expect(deposit(noe, 'working', { laureateId: 'bocal' })).toBe('not-yours');
    expect(deposit(ada, 'working', { mission: { ...folder, goesOn: false } })).toBe('folder-closed');
  });

  it('as the next version is of the same piece in the same place, after one that has none', () => {
    const place = { mission: null, replaces: note } as const;
    expect(deposit(ada, 'scopingNote', place)).toBeNull();
    expect(deposit(staff, 'scopingNote', place)).toBeNull();
    expect(deposit(ada, 'incubationReport', place)).toBe('version-elsewhere');
    expect(deposit(bocal, 'scopingNote', { ...place, laureateId: 'bocal' })).toBe('version-elsewhere');
    expect(deposit(bocal, 'scopingNote', place)).toBe('not-yours');
    expect(deposit(ada, 'scopingNote', { ...place, replaces: { ...note, replacedById: 'f2' } })).toBe(
      'already-replaced',
    );
    expect(deposit(ada, 'scopingNote', { ...place, replaces: { ...note, withdrawnAt: 1 } })).toBe('file-withdrawn');
  });

  it('of an application is corrected by FTL alone once it is there', () => {
    const replaces: StoredFile = { ...note, piece: 'application' };
    expect(deposit(ada, 'application', { mission: null, replaces })).toBe('not-your-piece');
    expect(deposit(staff, 'application', { mission: null, replaces })).toBeNull();
    expect(deposit(ada, 'application', { mission: null })).toBeNull();
  });

  it('in a working folder follows one of its own side', () => {
    expect(deposit(colleague, 'working', { replaces: fromLaureate })).toBeNull();
    expect(deposit(noe, 'working', { replaces: fromLaureate })).toBe('version-elsewhere');
    expect(deposit(mina, 'working', { replaces: fromExpert, laureateId: null })).toBeNull();
    expect(deposit(noe, 'devis', { replaces: devis, laureateId: null })).toBe('not-your-piece');
  });
});
