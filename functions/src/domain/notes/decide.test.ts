import { describe, expect, it } from 'vitest';
import type { SignedInActor } from '../actor.ts';
import { isRefusal } from '../refusal.ts';
import { decideNote, followedUpBy, type NoteCheckName, type NoteFacts, noteChecks, noteRow } from './decide.ts';
import type { NoteCommand, StaffNote } from './note.ts';

/** Noon, 5 March 2024. */
const now = Date.UTC(2024, 2, 5, 11);
const ines: SignedInActor = { kind: 'staff', uid: 'ines', name: 'Inès Garnier', signedInAt: now };
const camille: SignedInActor = { ...ines, uid: 'camille', name: 'Camille Roux' };
const about = { kind: 'laureate', id: 'atelier' } as const;

type Write = Extract<NoteCommand, { action: 'write' }>;
const note: Write = {
  action: 'write',
  ...{ about, kind: 'note', text: 'La trésorerie est tendue.', withWhom: '', calledOn: null },
  ...{ followUpOn: null, correctsId: null },
};
const phoned: Write = { ...note, kind: 'call', withWhom: 'Anne Le Goff', calledOn: '2024-03-05' };
const withdraw: NoteCommand = { action: 'withdraw', noteId: 'n1', reason: 'Écrite sur le mauvais lauréat.' };
const kept: StaffNote = {
  ...{ id: 'n1', about, kind: 'note', at: now, by: { uid: 'ines', name: 'Inès Garnier' } },
  ...{ text: 'Un mot.', withWhom: '', calledOn: null, followUpOn: null, correctsId: null, withdrawn: null },
};
const factsOf = (changed: Partial<NoteFacts> = {}): NoteFacts => {
  return { now, actor: ines, newId: 'n2', subjectExists: true, earlier: kept, ...changed };
};
const codeOf = (command: NoteCommand, changed: Partial<NoteFacts> = {}) => {
  const answer = decideNote(factsOf(changed), command);
  return isRefusal(answer) ? answer.code : null;
};

interface CheckCase {
  readonly code: string;
  readonly command: NoteCommand;
  readonly facts?: Partial<NoteFacts>;
  readonly once: readonly [command: NoteCommand, facts?: Partial<NoteFacts>];
}

/** The record that the compiler keeps complete: a check without a case does not compile. */
const checkCases: Record<NoteCheckName, CheckCase> = {
  subjectExists: { code: 'subject-unknown', command: note, facts: { subjectExists: false }, once: [note] },
  written: { code: 'text-missing', command: { ...note, text: ' ' }, once: [note] },
  callTold: { code: 'call-untold', command: { ...phoned, withWhom: '' }, once: [phoned] },
  followUpToCome: {
    code: 'follow-up-day',
    command: { ...note, followUpOn: '2024-03-04' },
    once: [{ ...note, followUpOn: '2024-03-05' }],
  },
  correctsOneOfHere: {
    code: 'note-unknown',
    command: { ...note, correctsId: 'n1' },
    facts: { earlier: { ...kept, about: { kind: 'laureate', id: 'bocal' } } },
    once: [{ ...note, correctsId: 'n1' }],
  },
  known: { code: 'note-unknown', command: withdraw, facts: { earlier: null }, once: [withdraw] },
  ownNote: { code: 'not-your-note', command: withdraw, facts: { actor: camille }, once: [withdraw] },
  notWithdrawn: {
    code: 'already-withdrawn',
    command: withdraw,
    facts: { earlier: { ...kept, withdrawn: { at: now, reason: 'x' } } },
    once: [withdraw],
  },
  reasonGiven: { code: 'reason-missing', command: { ...withdraw, reason: ' ' }, once: [withdraw] },
};

describe('A private note', () => {
  it.each(Object.entries(checkCases))(
    '%s refuses with its code, and lets through once one thing changes',
    (name, one) => {
      expect(Object.keys(noteChecks)).toContain(name);
      expect(codeOf(one.command, one.facts)).toBe(one.code);
      expect(codeOf(...one.once)).toBeNull();
    },
  );

  it('is for the team: nobody else writes one or takes one back, observers included', () => {
    const others: SignedInActor[] = [
      { ...ines, kind: 'observer' },
      { ...ines, kind: 'laureate', memberships: [{ laureateId: 'atelier', role: 'signatory' }] },
      { ...ines, kind: 'expert', expertId: 'forge' },
      { kind: 'system', uid: 'system', name: 'system' },
    ];
    for (const actor of others) {
      expect([codeOf(note, { actor }), codeOf(withdraw, { actor })]).toEqual(['staff-only', 'staff-only']);
    }
    expect([codeOf(note), codeOf(withdraw)]).toEqual([null, null]);
  });

  it('of a call says with whom and when, not in the future; a plain note says neither', () => {
    expect(codeOf({ ...phoned, calledOn: '2024-03-06' })).toBe('call-untold');
    expect(codeOf({ ...note, withWhom: 'Anne' })).toBe('not-a-call');
    expect(codeOf(phoned)).toBeNull();
  });

  it('is never edited: a correction is another one, and a withdrawal keeps it without showing its words', () => {
    const correction = decideNote(factsOf({ actor: camille }), { ...note, correctsId: 'n1' });
    expect(correction).toMatchObject({ id: 'n2', correctsId: 'n1', by: { uid: 'camille' }, withdrawn: null });
    const taken = decideNote(factsOf(), withdraw);
    if (isRefusal(taken)) throw new Error(taken.code);
    expect(taken).toEqual({ ...kept, withdrawn: { at: now, reason: 'Écrite sur le mauvais lauréat.' } });
    expect(noteRow(taken, camille)).toMatchObject({ text: '', mayWithdraw: false, byName: 'Inès Garnier' });
    expect(noteRow(kept, ines)).toMatchObject({ text: 'Un mot.', mayWithdraw: true });
    expect(noteRow(kept, camille).mayWithdraw).toBe(false);
  });

  it('answers what was to be followed up once the day has come, or when it corrects it; not before', () => {
    const written = { ...kept, id: 'n2' };
    expect(followedUpBy({ ...kept, followUpOn: '2024-03-05' }, written)).toBe(true);
    expect(followedUpBy({ ...kept, followUpOn: '2024-03-06' }, written)).toBe(false);
    expect(followedUpBy({ ...kept, followUpOn: '2024-03-06' }, { ...written, correctsId: 'n1' })).toBe(true);
    expect(followedUpBy(kept, written)).toBe(false);
    expect(followedUpBy({ ...kept, followUpOn: '2024-03-05' }, kept)).toBe(false);
  });
});
