import { describe, expect, it } from 'vitest';
import { exportedFields, type Myself } from './exported.ts';

const me: Myself = {
  ...{
    uid: 'u1',
    name: 'Zélie Canari',
    earlierNames: ['Zélie Canary'],
    email: 'zelie@canari.test',
    phone: '06 11 22 33 44',
    expertId: 'e1',
  },
  ...{ laureateIds: new Set(['l1']), companyMissionIds: new Set(['m1']), feedbackIds: new Set(['m1_l1']) },
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
    ['by the feedback that it gave', 'feedback/m1_l1', { answers: { a: 'x' } }],
    ['by a laureate of a mission', 'missions/m2', { presentIds: ['l1'], need: 'x' }],
    ['by the company of a mission', 'missions/m2', { presentIds: ['l2'], expert: { expertId: 'e1' }, need: 'x' }],
    ['by what its company handed in', 'missions/m1/submissions/1', { split: { l1: 1, l2: 2 } }],
    ['by an amendment of its company', 'missions/m1/amendments/1', { split: { l1: 1, l2: 2 } }],
    ['by the share of its laureate', 'laureates/l1/shares/m1', { shareCents: 1 }],
    ['by its company', 'experts/e1', { company: 'x' }],
    ['by its own history', 'experts/e1/events/v', { by: 'Zélie Canari' }],
    ['by the name that it had then', 'experts/e1/events/v', { by: 'Zélie Canary' }],
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

  const laureate: Myself = { ...me, expertId: null, companyMissionIds: new Set(), feedbackIds: new Set() };
  const gone: Myself = { ...laureate, laureateIds: new Set(), askedIds: new Set() };
  it.each([
    ['what a laureate thinks of the mission, to its expert', 'feedback/m1_l2', { answers: { a: 'x' } }, me],
    ['the feedback of a colleague', 'feedback/m1_l1', { answers: { a: 'x' } }, laureate],
    ['amounts of every laureate, to one of them', 'missions/m1/submissions/1', { split: { l1: 1, l2: 2 } }, laureate],
    ['amounts of an amendment, to a laureate', 'missions/m1/amendments/1', { split: { l1: 1, l2: 2 } }, laureate],
    ['amounts, to who left the company', 'missions/m1/submissions/1', { split: { l1: 1 } }, gone],
    ['the share of another laureate', 'laureates/l2/shares/m1', { shareCents: 1 }, me],
    ['the share of a laureate that it left', 'laureates/l1/shares/m1', { shareCents: 1 }, gone],
    ['a mission that its laureate left', 'missions/m1', { presentIds: ['l2'], need: 'x' }, { ...me, ...gone }],
    ['a mission, to who left the laureate', 'missions/m1', { presentIds: ['l1'], need: 'x' }, gone],
  ])('has not, for having acted in it, %s', (_what, path, fields, who) => {
    expect(given(path, fields, who)).toBeNull();
  });

  it('who left has of a mission what it declared and the need that it wrote, and nothing that came later', () => {
    const mine = { uid: 'u1', name: 'Zélie Canari', at: 1 };
    const mission = {
      ...{ id: 'm1', need: 'Un besoin', state: 'closed', presentIds: ['l2'] },
      expert: { expertId: 'e9', name: 'Autre', declarations: [mine, { uid: 'u2', name: 'x', at: 2 }] },
    };
    expect(given('missions/m1', mission, gone)).toEqual({ expert: { declarations: [mine] } });
    expect(given('missions/m1', mission, { ...gone, askedIds: new Set(['m1']) })).toEqual({
      need: 'Un besoin',
      expert: { declarations: [mine] },
    });
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
