import { describe, expect, it } from 'vitest';
import { exportedFields, type Myself } from './exported.ts';

const me: Myself = {
  ...{ uid: 'u1', name: 'Zélie Canari', email: 'zelie@canari.test', phone: '06 11 22 33 44', expertId: 'e1' },
  ...{ missionIds: new Set(['m1']), askedIds: new Set(['m1']), fileIds: new Set(['f1']) },
};
const mathurin = { name: 'Mathurin "Le Brun"', email: 'mathurin@exemple.test', phone: '07 00 00 00 00' };
const given = (path: string, fields: Record<string, unknown>, who = me) =>
  exportedFields(path, fields, who, [mathurin]);

describe('What a person is given', () => {
  it.each([
    ['by its uid', 'tasks/t', { assigneeUid: 'u1' }],
    ['by its address, within a sentence', 'notes/n', { text: 'Écrire à Zelie@canari.test' }],
    ['by the path', 'accounts/u1/drafts/note', { text: 'x' }],
    ['by what it did in a mission', 'feedback/m1_l1', { answers: { a: 'x' } }],
    ['by its company', 'experts/e1', { company: 'x' }],
    ['by its own history', 'experts/e1/events/v', { by: 'Zélie Canari' }],
    [
      'by a mail about its own mission',
      'outbox/o',
      { mission: { id: 'm1' }, facts: { byName: 'Zélie Canari', need: '' } },
    ],
    ['by what it deposited', 'accessLog/a', { fileId: 'f1', name: 'x' }],
  ])('is found %s', (_how, path, fields) => {
    expect(given(path, fields)).toEqual(fields);
  });

  it.each([
    ['by a name alone, which anybody may take', 'notes/n', { text: 'Zélie Canari' }],
    ['by a telephone, which anybody may type', 'experts/e2', { phone: '06 11 22 33 44' }],
    ['in another mission', 'missions/m2', { need: 'x' }],
    ['in the history of another company', 'experts/e2/events/v', { by: 'Zélie Canari' }],
    ['of somebody whose id begins alike', 'operations/u12_0', { result: 'x' }],
  ])('is not found %s', (_how, path, fields) => {
    expect(given(path, fields)).toBeNull();
  });

  it('has nothing of others: neither their names, nor their addresses, nor what opens an account', () => {
    const fields = {
      by: { uid: 'u1' },
      text: 'Vu avec MATHURIN "Le Brun", mathurin@exemple.test',
      to: { email: 'x@y.test' },
      codeHash: 'c',
    };
    expect(given('missions/m1/messages/a', fields)).toEqual({
      by: { uid: 'u1' },
      text: 'Vu avec (autre personne), (autre personne)',
      to: { email: '(masqué)' },
      codeHash: '(masqué)',
    });
  });

  it('quotes of a mail between others its own words alone', () => {
    const mail = {
      mail: 'dossierOpened',
      createdAt: 1,
      mission: { id: 'm1' },
      facts: { byName: 'x', need: 'Un besoin', reason: 'y' },
    };
    expect(given('outbox/o', mail)).toEqual({ mail: 'dossierOpened', createdAt: 1, facts: { need: 'Un besoin' } });
    expect(given('outbox/o', mail, { ...me, askedIds: new Set() })).toBeNull();
  });
});
