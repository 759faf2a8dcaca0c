import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import { dayOf } from '../functions/src/domain/calendar.ts';
import { cardOfEntry } from '../functions/src/domain/directory/entry.ts';
import type { ExpertActionCommand } from '../functions/src/domain/experts/decisions.ts';
import type { Registration } from '../functions/src/domain/experts/registration.ts';
import { actionCommandOf } from '../functions/src/domain/experts/testing/commands.ts';
import { defaultSettings } from '../functions/src/domain/programme/settings.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { directory, experts } from '../functions/src/store/collections/experts.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { directoryEntries } from '../functions/src/store/directory/index-document.ts';
import { actOnExpert } from '../functions/src/store/experts/expert-action.ts';
import { accountByEmail, normalEmail } from '../functions/src/store/people/accounts.ts';
import { expertFileView } from '../functions/src/store/views/experts.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { publishedExpert, registration } from './experts.ts';
import { csvOfFile, newFile } from './laureate-files.ts';
import { type Person, signIn, staffPerson } from './people.ts';
import { staff as actingStaff, laureateWith, openedMission, openProgramme, play } from './programme.ts';
import { newSiret } from './sirets.ts';
import { firestore, inbox } from './suite.ts';

let staff: Person;

beforeAll(async () => {
  await openProgramme();
  staff = await staffPerson(newId());
});

const newEmail = () => normalEmail(`${newId()}@exemple.fr`);
const profileOf = (expertId: string) => get(firestore, experts, expertId);
const cardOf = (expertId: string) => get(firestore, directory, expertId);

const candidate = (facts: Partial<Registration> = {}): Registration => ({
  ...registration,
  company: `Atelier ${newId()}`,
  siret: newSiret(),
  email: newEmail(),
  name: `Ousmane ${newId()}`,
  ...facts,
});

const review = (expertId: string, decision: ExpertActionCommand['decision'], message = '', token = staff.token) =>
  call('expertAction', { ...actionCommandOf(decision, message), expertId, operationId: crypto.randomUUID() }, token);

async function registered(facts: Partial<Registration> = {}) {
  const asked = candidate(facts);
  const { expertId } = await expectCall('registerExpert', asked, null);
  return { ...asked, expertId };
}

async function expertToken(email: string): Promise<string> {
  const account = await accountByEmail(firestore, email);
  if (!account) throw new Error(`no account for ${email}`);
  return signIn(account.uid);
}

describe('an expert who registers', () => {
  it('is announced to both sides, shown to nobody, and appears in the directory once published', async () => {
    const expert = await registered();
    const { contact } = defaultSettings;
    await inbox.awaitMessage(expert.email, '');
    await expect
      .poll(
        async () => (await inbox.messages(contact.email)).filter(({ text }) => text.includes(expert.company)).length,
      )
      .toBe(1);
    expect(await profileOf(expert.expertId)).toMatchObject({ state: 'submitted', published: false, interests: [] });
    expect(await cardOf(expert.expertId)).toBeNull();
    expect(await review(expert.expertId, 'publish')).toEqual({ state: 'published' });
    await expect.poll(() => cardOf(expert.expertId), { timeout: 20_000 }).not.toBeNull();
    await expect.poll(() => inbox.messages(expert.email), { timeout: 20_000 }).toHaveLength(2);
    const shown = async () =>
      (await directoryEntries(firestore, () => undefined)).map(cardOfEntry).find(({ id }) => id === expert.expertId);
    await expect.poll(shown, { timeout: 20_000 }).toEqual({
      id: expert.expertId,
      company: expert.company,
      skills: 'Modèles économiques.',
      sectors: '',
      website: 'https://exemple.fr',
      email: expert.email,
      phone: null,
      subthemes: expert.subthemes,
      regions: expert.regions,
      availability: null,
      published: true,
      confirmedOn: dayOf(Date.now()),
    });
    const text = JSON.stringify(await shown());
    for (const secret of [expert.phone, expert.siret, expert.name, 'La Fabrique, 2022'])
      expect(text).not.toContain(secret);
  });

  it('shows a phone and hides an address when that is the choice', async () => {
    const expert = await registered({ publishes: { email: false, phone: true } });
    await review(expert.expertId, 'publish');
    await expect
      .poll(() => cardOf(expert.expertId), { timeout: 20_000 })
      .toMatchObject({ email: null, phone: '06 12 34 56 78' });
  });

  it('leaves the directory when no longer published, and learns why', async () => {
    const expert = await registered();
    await review(expert.expertId, 'publish');
    await expect.poll(() => cardOf(expert.expertId), { timeout: 20_000 }).not.toBeNull();
    expect(await review(expert.expertId, 'reject')).toMatchObject({ code: 'message-missing' });
    expect(await cardOf(expert.expertId)).not.toBeNull();
    expect(await review(expert.expertId, 'reject', 'Références à préciser.')).toEqual({ state: 'notPublished' });
    await expect.poll(() => cardOf(expert.expertId), { timeout: 20_000 }).toBeNull();
    await expect
      .poll(async () => (await inbox.messages(expert.email)).map(({ text }) => text).join(), { timeout: 20_000 })
      .toContain('Références à préciser.');
  });

  it('is reviewed by the team, never by itself', async () => {
    const expert = await registered();
    const token = await expertToken(expert.email);
    expect(await review(expert.expertId, 'publish', '', token)).toMatchObject({ code: 'staff-only' });
    const byNobody = { ...actionCommandOf('publish'), expertId: expert.expertId, operationId: crypto.randomUUID() };
    expect(await call('expertAction', byNobody, null)).toMatchObject({ code: 'not-signed-in' });
    expect(await profileOf(expert.expertId)).toMatchObject({ state: 'submitted', review: null });
    expect(await review(expert.expertId, 'admitUnlisted')).toEqual({ state: 'notPublished' });
    expect(await profileOf(expert.expertId)).toMatchObject({ published: false, mayBeCommissioned: true });
  });

  it('declares no interest and answers what is asked, or is not registered', async () => {
    const undeclared = candidate({ declaresNoInterest: false });
    expect(await call('registerExpert', undeclared, null)).toMatchObject({ code: 'declaration-missing' });
    const silent = candidate({ answers: {} });
    expect(await call('registerExpert', silent, null)).toMatchObject({ code: 'answers-incomplete' });
    for (const { email } of [undeclared, silent]) expect(await accountByEmail(firestore, email)).toBeNull();
  });

  it('twice with one address gets the same answer, a link, and no second profile', async () => {
    const first = await registered();
    const second = await registered({ email: first.email.toUpperCase() });
    expect(second.expertId).toMatch(/^\w{20}$/);
    expect(await profileOf(second.expertId)).toBeNull();
    await expect
      .poll(async () => (await inbox.messages(first.email)).some(({ text }) => text.includes('/connexion#jeton=')))
      .toBe(true);
  });
});

describe('an expert that is suspended, or leaves', () => {
  it('keeps its missions and gets no new one; reinstated, it is as before; a talk that is noted stays with the team', async () => {
    const [laureate, expert] = [await laureateWith(10_000_00), await publishedExpert()];
    const missionId = await openedMission(laureate, expert);
    const act = (command: ExpertActionCommand, actor: SignedInActor = actingStaff, operationId = crypto.randomUUID()) =>
      actOnExpert(firestore, {
        ...{ actor, expertId: expert.expertId, command, operationId, eventId: newId(), now: Date.now() },
      });
    const suspend = actionCommandOf('suspend', 'Trois rapports manquent.');
    const once = crypto.randomUUID();
    expect(codeOf(await act(suspend, expert.person))).toBe('staff-only');
    for (const _time of [1, 2]) expect(await act(suspend, actingStaff, once)).toEqual({ state: 'suspended' });
    await expect(openedMission(laureate, expert)).rejects.toThrow('expert-not-open');
    await play(expert.person, missionId, null, { action: 'accept', input: {} });
    expect(codeOf(await act(actionCommandOf('recordInterview')))).toBeNull();

    const file = await expertFileView(firestore, actingStaff, expert.expertId);
    expect(file).toMatchObject({ liveMissions: [{ missionId, state: 'awaiting_diagnostic' }] });
    const decisions = 'history' in file ? file.history.map(({ decision }) => decision) : [];
    expect(decisions).toEqual(['recordInterview', 'suspend', 'publish', null]);
    const observer = { kind: 'observer', uid: newId(), name: 'Anne', signedInAt: Date.now() } as const;
    const read = await expertFileView(firestore, observer, expert.expertId);
    expect('history' in read ? read.history.map(({ interview }) => interview) : []).toEqual([null, null, null, null]);
    expect('history' in file ? file.history[0]?.interview?.summary : '').toContain('expérience');

    expect(await act(actionCommandOf('reinstate'))).toEqual({ state: 'published' });
    expect(await profileOf(expert.expertId)).toMatchObject({ published: true, mayBeCommissioned: true });
    expect(await act(actionCommandOf('withdraw', 'Nous cessons.'), expert.person)).toEqual({ state: 'withdrawn' });
    expect(codeOf(await act(actionCommandOf('publish')))).toBe('wrong-state');
    await expect(openedMission(laureate, expert)).rejects.toThrow('expert-not-open');
  });

  it('stored as « unpublished » before there were six states still reads', async () => {
    const { expertId } = await publishedExpert();
    await firestore.doc(experts.path(expertId)).update({ state: 'unpublished' });
    expect(await profileOf(expertId)).toMatchObject({ state: 'notPublished' });
  });
});

describe('an interest in a labelled manufacture', () => {
  const askedOf = async (laureateId: string, uid: string, expertId: string) => {
    const need = 'Revoir le modèle économique.';
    const input = { expertId, subthemes: ['4.2'], need, needId: null, shareWith: [] };
    const operationId = crypto.randomUUID();
    const answer = await call(
      'missionAction',
      { action: 'request', input, operationId, missionId: null, laureateId },
      await signIn(uid),
    );
    return codeOf(answer);
  };

  it('opens no mission by itself: the SIREN or the name of a laureate; without it the same request passes', async () => {
    const laureate = await laureateWith(10_000_00);
    const file = newFile({ signatory: `Yann ${newId()}` });
    const imported = await call(
      'importLaureates',
      { csv: csvOfFile(file), dryRun: false, skipBad: false },
      staff.token,
    );
    expect(imported).toMatchObject({ created: 1, written: true });
    const recorded = await get(firestore, laureates, laureate.laureateId);
    const siret = recorded?.legalEntities[0]?.siret ?? '';
    const bySiren = await registered({ siret });
    const byName = await registered({ name: file.signatory });
    const free = await registered();
    expect((await profileOf(bySiren.expertId))?.interests).toEqual([laureate.name]);
    expect((await profileOf(byName.expertId))?.interests).toEqual([file.name]);
    for (const { expertId } of [bySiren, byName])
      expect(await review(expertId, 'publish')).toMatchObject({ code: 'interest-not-lifted' });
    expect(await review(free.expertId, 'publish')).toEqual({ state: 'published' });
    const ask = (expertId: string) => askedOf(laureate.laureateId, laureate.signatory.uid, expertId);
    expect([await ask(bySiren.expertId), await ask(byName.expertId), await ask(free.expertId)]).toEqual([
      'expert-not-open',
      'expert-not-open',
      null,
    ]);
  });

  it('by its address: a member of a laureate does not become an expert', async () => {
    const laureate = await laureateWith(10_000_00);
    const { expertId } = await registered({ email: laureate.email });
    expect(await profileOf(expertId)).toBeNull();
    expect(await accountByEmail(firestore, laureate.email)).toMatchObject({ kind: 'laureate', expertId: null });
  });
});
