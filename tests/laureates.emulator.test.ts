import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../functions/src/domain/calendar.ts';
import type { LaureateCommand } from '../functions/src/domain/laureates/facts.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { experts } from '../functions/src/store/collections/experts.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { OUTBOX, outbox } from '../functions/src/store/collections/outbox.ts';
import { settingsInForce } from '../functions/src/store/collections/settings.ts';
import { tasks } from '../functions/src/store/collections/tasks.ts';
import { actOnLaureate } from '../functions/src/store/laureates/act.ts';
import { handInScopingNote } from '../functions/src/store/laureates/scoping-notes.ts';
import { commitAction } from '../functions/src/store/missions/commit.ts';
import { actOnNote } from '../functions/src/store/notes/notes.ts';
import { actOnPeople } from '../functions/src/store/people/act.ts';
import { inviteExpert } from '../functions/src/store/people/expert-invitations.ts';
import { deadMailSubject } from '../functions/src/store/staff/task-makers.ts';
import { openTask } from '../functions/src/store/staff/tasks.ts';
import { laureateView } from '../functions/src/store/views/homes.ts';
import { laureateFileView } from '../functions/src/store/views/laureate-file.ts';
import { codeOf, expectCall } from './calls.ts';
import { publishedExpert } from './experts.ts';
import { staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, noteNeed, openProgramme, staff, submittedMission } from './programme.ts';
import { newSiret } from './sirets.ts';
import { firestore } from './suite.ts';

beforeAll(openProgramme);

const reason = 'Décision du comité.';
const act = (laureateId: string, command: LaureateCommand, operationId: string = randomUUID()) =>
  actOnLaureate(firestore, { actor: staff, laureateId, command, operationId, lineId: newId(), now: Date.now() });
const recordOf = async (laureateId: string) => {
  const found = await get(firestore, laureates, laureateId);
  if (found === null) throw new Error('the laureate is gone');
  return found;
};
const mailsTo = async (email: string) =>
  outbox.list((await firestore.collection(OUTBOX).where('to.email', '==', email).get()).docs).map(({ mail }) => mail);
const validates = async (laureate: LaureateOfTests, mission: Awaited<ReturnType<typeof submittedMission>>) => {
  const asked = { now: Date.now(), actor: laureate.signatory, laureateId: laureate.laureateId, onBehalf: false };
  const settings = await settingsInForce(firestore);
  const command = { action: 'validate', input: mission.decision } as const;
  return commitAction(firestore, { ...asked, missionId: mission.missionId, settings }, command, randomUUID());
};
const handsInNote = ({ laureateId, signatory }: LaureateOfTests) => {
  const answers = { project: 'Un atelier.', goals: 'L’équilibre.' };
  const content = { kind: 'form', answers, needs: { '4.2': noteNeed(1) } } as const;
  const input = { operationId: randomUUID(), laureateId, subthemes: ['4.2'], content };
  return handInScopingNote(firestore, { actor: signatory, input, now: Date.now() });
};
const invitesExpert = ({ laureateId, signatory }: LaureateOfTests) => {
  const invited = { email: `${newId()}@exemple.fr`, name: 'Zoé Martin', message: '' };
  return inviteExpert(firestore, { actor: signatory, laureateId, ...invited, invitationId: newId(), now: Date.now() });
};

describe('A label that is withdrawn', () => {
  it('stops what is new, tells the people and the experts at work, leaves what runs to staff, and reading to everybody', async () => {
    const [laureate, expert] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
    const mission = await submittedMission(laureate, expert, 3_000_00);
    const operationId = randomUUID();
    const withdrawn = await act(laureate.laureateId, { action: 'withdrawLabel', reason }, operationId);
    expect(withdrawn).toEqual({ done: `Label retiré : ${laureate.name}.` });
    // A phone that lost its network asks again: one act, one line, one mail a person.
    expect(await act(laureate.laureateId, { action: 'withdrawLabel', reason }, operationId)).toEqual(withdrawn);
    expect(codeOf(await validates(laureate, mission))).toBe('laureate-not-active');
    expect(codeOf(await handsInNote(laureate))).toBe('laureate-not-active');
    expect(codeOf(await invitesExpert(laureate))).toBe('laureate-not-active');

    const home = await laureateView(firestore, laureate.signatory, { laureateId: null, now: Date.now() });
    if (isRefusal(home)) throw new Error(home.message);
    expect(home).toMatchObject({ status: 'withdrawn', standing: { byName: staff.name, reason } });
    expect(home.requestRefusal).toContain('n’a plus le label');
    const file = await laureateFileView(firestore, staff, laureate);
    expect(file).toMatchObject({
      liveMissions: [{ missionId: mission.missionId, laureateNames: [laureate.name] }],
      actions: [
        'changeLegalEntity',
        'correctLegalEntity',
        'setFundedBase',
        'assignReferent',
        'restoreLabel',
        'transferEntity',
      ],
      journal: [{ done: 'withdrawLabel', reason }],
    });
    expect((await mailsTo(laureate.email)).filter((mail) => mail === 'laureateStopped')).toHaveLength(1);
    expect((await mailsTo(expert.email)).filter((mail) => mail === 'laureateStopped')).toHaveLength(1);

    expect(codeOf(await act(laureate.laureateId, { action: 'restoreLabel', reason }))).toBeNull();
    expect(codeOf(await validates(laureate, mission))).toBeNull();
    expect(codeOf(await handsInNote(laureate))).toBeNull();
    expect(codeOf(await invitesExpert(laureate))).toBeNull();
  });
});

describe('A laureate that changes its legal entity', () => {
  it('keeps all it has, under its new name; an expert whose SIREN is now its own is stopped until staff look', async () => {
    const [laureate, expert, person] = await Promise.all([
      laureateWith(10_000_00),
      publishedExpert(),
      staffPerson(newId()),
    ]);
    const siret = (await get(firestore, experts, expert.expertId))?.siret ?? '';
    const scic = { from: dayOf(Date.now()), siret, name: `SCIC ${laureate.name}`, legalForm: 'scic', reason } as const;
    // The import dates the first entity of today: it is corrected to begin earlier, then another follows.
    const [first] = (await recordOf(laureate.laureateId)).legalEntities;
    if (!first) throw new Error('a laureate has an entity');
    const earlier = { ...first, legalForm: 'association', from: '2022-01-10', position: 0, reason } as const;
    expect(codeOf(await act(laureate.laureateId, { action: 'changeLegalEntity', ...scic }))).toBe('entity-day');
    expect(codeOf(await act(laureate.laureateId, { action: 'correctLegalEntity', ...earlier }))).toBeNull();
    await expectCall(
      'laureateAction',
      { action: 'changeLegalEntity', ...scic, operationId: randomUUID(), laureateId: laureate.laureateId },
      person.token,
    );

    expect(await recordOf(laureate.laureateId)).toMatchObject({
      name: scic.name,
      status: 'active',
      note: { version: 1 },
      legalEntities: [
        { from: '2022-01-10', siret: first.siret, legalForm: 'association' },
        { siret, legalForm: 'scic' },
      ],
    });
    expect((await get(firestore, experts, expert.expertId))?.interests).toEqual([scic.name]);
    // The same SIRET is not another laureate's too; a free one is.
    const other = await laureateWith(5_000_00);
    const corrected = { action: 'correctLegalEntity', ...scic, position: 0, name: other.name } as const;
    expect(codeOf(await act(other.laureateId, corrected))).toBe('siret-taken');
    expect(codeOf(await act(other.laureateId, { ...corrected, siret: newSiret() }))).toBeNull();
    // What the subsidy pays is the laureate's own affair: its people are told, the expert is not.
    const base = { action: 'setFundedBase', fundedBase: { kind: 'excludingVat' }, reason } as const;
    expect(codeOf(await act(other.laureateId, base))).toBeNull();
    expect(codeOf(await act(other.laureateId, base))).toBe('base-unchanged');
    expect((await recordOf(other.laureateId)).legalEntities.map(({ fundedBase }) => fundedBase)).toEqual([
      base.fundedBase,
    ]);
    expect(await mailsTo(other.email)).toContain('fundedBaseSet');
  });
});

describe('A laureate’s referent', () => {
  it('is the one it calls while that person is of the team, and the programme’s contact answers after', async () => {
    const [laureate, ines] = await Promise.all([laureateWith(10_000_00), staffPerson(newId())]);
    const contactOf = async () => {
      const home = await laureateView(firestore, laureate.signatory, { laureateId: null, now: Date.now() });
      return isRefusal(home) ? null : { name: home.contact.name, own: home.hasReferent };
    };
    const command = { action: 'assignReferent', phone: '01 98 76 54 32' } as const;
    expect(codeOf(await act(laureate.laureateId, { ...command, uid: laureate.signatory.uid }))).toBe(
      'referent-not-staff',
    );
    expect(codeOf(await act(laureate.laureateId, { ...command, uid: ines.uid }))).toBeNull();
    expect(await contactOf()).toEqual({ name: 'Camille Roux', own: true });
    expect(await mailsTo(laureate.email)).toContain('referentAssigned');
    await firestore.doc(`accounts/${ines.uid}`).update({ active: false });
    expect(await contactOf()).toEqual({ name: 'L’équipe France Tiers-Lieux', own: false });
  });
});

describe('What the team must come back to', () => {
  const today = dayOf(Date.now());
  const keeps = async (laureateId: string, followUpOn: string | null, correctsId: string | null = null) => {
    const about = { kind: 'laureate', id: laureateId } as const;
    const words = { kind: 'note', text: 'Rappeler Anne.', withWhom: '', calledOn: null } as const;
    const command = { action: 'write', about, ...words, followUpOn, correctsId } as const;
    const asked = { actor: staff, command, operationId: randomUUID(), newId: newId(), now: Date.now() };
    const kept = await actOnNote(firestore, asked);
    if (isRefusal(kept)) throw new Error(kept.message);
    return kept.noteId;
  };
  const taskOf = (noteId: string) => get(firestore, tasks, `noteToFollow.${noteId}`);

  it('is a task hidden until its day, which a correction or, that day, a following note closes', async () => {
    const { laureateId, name } = await laureateWith(10_000_00);
    const later = addDays(today, 7);
    const first = await keeps(laureateId, later);
    expect(await taskOf(first)).toMatchObject({ about: name, laureateId, snoozedUntil: later, closedAt: null });
    const due = await keeps(laureateId, today);
    expect(await taskOf(first)).toMatchObject({ closedAt: null });
    const correction = await keeps(laureateId, later, first);
    expect([await taskOf(first), await taskOf(due)]).toMatchObject([
      { closedBy: staff.name },
      { closedBy: staff.name },
    ]);
    const withdraw = { action: 'withdraw', noteId: correction, reason } as const;
    await actOnNote(firestore, {
      ...{ actor: staff, command: withdraw, operationId: randomUUID(), newId: newId(), now: Date.now() },
    });
    expect(await taskOf(correction)).toMatchObject({ closedBy: staff.name });
    // What it had closed is to be followed up again.
    expect([await taskOf(first), await taskOf(due)]).toMatchObject([{ closedAt: null }, { closedAt: null }]);
  });

  it('is an address that mail does not reach, until the address is another', async () => {
    const { laureateId, email, signatory } = await laureateWith(10_000_00);
    const batch = firestore.batch();
    const about = { about: email, laureateId, missionId: null, expertId: null };
    const id = await openTask(firestore, batch, {
      ...{ kind: 'deadMail', subject: deadMailSubject(email), at: Date.now(), ...about },
    });
    await batch.commit();
    const command = { action: 'changeEmail', email: `${newId()}@exemple.fr`, reason } as const;
    const organisation = { kind: 'laureate', laureateId } as const;
    const done = await actOnPeople(firestore, {
      ...{ actor: staff, organisation, command, uid: signatory.uid, now: Date.now(), newId },
    });
    expect(codeOf(done)).toBeNull();
    expect(await get(firestore, tasks, id)).toMatchObject({ closedBy: staff.name });
  });
});
