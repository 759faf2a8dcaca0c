import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ExpertActionCommand } from '../functions/src/domain/experts/decisions.ts';
import type { RegistrationUpdate } from '../functions/src/domain/experts/registration.ts';
import { actionCommandOf } from '../functions/src/domain/experts/testing/commands.ts';
import { defaultSettings } from '../functions/src/domain/programme/settings.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import {
  directory,
  expertEvents,
  expertEventsOf,
  expertMembers,
  experts,
} from '../functions/src/store/collections/experts.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { accountByEmail, normalEmail } from '../functions/src/store/people/accounts.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { registration } from './experts.ts';
import { type Person, signIn, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme } from './programme.ts';
import { newSiret } from './sirets.ts';
import { firestore, inbox } from './suite.ts';

let staff: Person;

beforeAll(async () => {
  await openProgramme();
  staff = await staffPerson(newId());
});

const profileOf = (expertId: string) => get(firestore, experts, expertId);
const cardOf = (expertId: string) => get(firestore, directory, expertId);

const formOf = (facts: Partial<RegistrationUpdate> = {}): RegistrationUpdate => ({
  ...registration,
  company: `Atelier ${newId()}`,
  siret: newSiret(),
  name: `Ousmane ${newId()}`,
  ...facts,
});

interface Registered {
  readonly expertId: string;
  readonly uid: string;
  readonly email: string;
  readonly token: string;
  readonly form: RegistrationUpdate;
}

/** A company that registered, with one person who can sign in. */
async function registered(facts: Partial<RegistrationUpdate> = {}): Promise<Registered> {
  const form = formOf(facts);
  const email = normalEmail(`${newId()}@exemple.fr`);
  const { expertId } = await expectCall('registerExpert', { ...form, email }, null);
  const account = await accountByEmail(firestore, email);
  if (!account) throw new Error(`no account for ${email}`);
  return { expertId, uid: account.uid, email, form, token: await signIn(account.uid) };
}

const review = (expertId: string, decision: ExpertActionCommand['decision'], message = '', submittedAt?: number) =>
  call(
    'expertAction',
    { ...actionCommandOf(decision, message), expertId, submittedAt, operationId: crypto.randomUUID() },
    staff.token,
  );

const update = ({ form, token }: Registered, changes: Partial<RegistrationUpdate> = {}) =>
  call('updateExpert', { ...form, ...changes }, token);

const teamMails = async (company: string) =>
  (await inbox.messages(defaultSettings.contact.email)).filter(({ text }) => text.includes(company));

describe('a registration that was returned', () => {
  it('is completed and sent again by its expert, and the team is told', async () => {
    const expert = await registered();
    expect(await review(expert.expertId, 'return', 'Précisez deux références.')).toEqual({ state: 'returned' });
    const answers = { ...expert.form.answers, references: 'La Fabrique, 2022 ; Le Bocal, 2023.' };
    expect(await update(expert, { answers })).toEqual({ state: 'submitted' });
    expect(await profileOf(expert.expertId)).toMatchObject({
      state: 'submitted',
      answers,
      contact: { email: expert.email },
      review: { message: 'Précisez deux références.' },
    });
    await expect.poll(async () => (await teamMails(expert.form.company)).length, { timeout: 30_000 }).toBe(2);
    expect(await cardOf(expert.expertId)).toBeNull();
    expect(await review(expert.expertId, 'publish')).toEqual({ state: 'published' });
  });

  it('is sent by a person of the company that is signed in, nobody else', async () => {
    const [expert, other, left] = [await registered(), await registered(), await registered()];
    const laureate = await laureateWith(10_000_00);
    await firestore.doc(expertMembers.path(left.expertId, left.uid)).update({ active: false });
    const asked = { company: `Autre ${newId()}` };
    expect(codeOf(await call('updateExpert', { ...expert.form, ...asked }, null))).toBe('not-signed-in');
    for (const token of [staff.token, await signIn(laureate.signatory.uid), left.token])
      expect(codeOf(await update({ ...expert, token }, asked))).toBe('not-yours');
    // Another company's person changes its own profile, whatever the form says.
    expect(await update({ ...other, form: expert.form })).toEqual({ state: 'submitted' });
    expect((await profileOf(expert.expertId))?.company).toBe(expert.form.company);
    expect(await update(expert, asked)).toEqual({ state: 'submitted' });
    expect(await profileOf(expert.expertId)).toMatchObject(asked);
  });

  it('answers what is asked and declares no interest, under the address of its account', async () => {
    const expert = await registered();
    const [answers, declared] = [{ answers: {} }, { declaresNoInterest: false }];
    expect(codeOf(await update(expert, answers))).toBe('answers-incomplete');
    expect(codeOf(await update(expert, declared))).toBe('declaration-missing');
    const withEmail = { ...expert.form, email: normalEmail(`${newId()}@exemple.fr`) };
    expect(codeOf(await call('updateExpert', withEmail, expert.token))).toBe('invalid-input');
    expect((await profileOf(expert.expertId))?.contact.email).toBe(expert.email);
    expect(codeOf(await update(expert))).toBeNull();
  });

  it('is where the contact corrects its own name, and the account keeps the one before', async () => {
    const expert = await registered();
    const name = `Maëlle ${newId()}`;
    expect(codeOf(await update(expert, { name }))).toBeNull();
    expect(await get(firestore, accounts, expert.uid)).toMatchObject({ name, earlierNames: [expert.form.name] });
    expect(await get(firestore, expertMembers, expert.expertId, expert.uid)).toMatchObject({ name });
  });

  it('is not decided upon by somebody who read the one before', async () => {
    const expert = await registered();
    const read = await profileOf(expert.expertId);
    expect(await update(expert, { phone: '07 00 00 00 00' })).toEqual({ state: 'submitted' });
    expect(codeOf(await review(expert.expertId, 'publish', '', read?.submittedAt))).toBe('changed-meanwhile');
    const now = await profileOf(expert.expertId);
    expect(now).toMatchObject({ state: 'submitted', review: null });
    expect(await review(expert.expertId, 'publish', '', now?.submittedAt)).toEqual({ state: 'published' });
  });

  it('sent five times at once is taken each time whole or refused as changed meanwhile', async () => {
    const expert = await registered();
    const phones = Array.from({ length: 5 }, (_, index) => `06 00 00 00 0${index}`);
    const codes = (await Promise.all(phones.map((phone) => update(expert, { phone })))).map(codeOf);
    expect(codes).toContain(null);
    expect(codes.filter((code) => code !== null && code !== 'changed-meanwhile')).toEqual([]);
    const taken = phones.filter((_, index) => codes[index] === null);
    expect(taken).toContain((await profileOf(expert.expertId))?.contact.phone);
  });
});

it('a published card follows its expert at once, stays published, and the team is told', async () => {
  const expert = await registered();
  await review(expert.expertId, 'publish');
  await expect.poll(() => cardOf(expert.expertId), { timeout: 30_000 }).not.toBeNull();
  expect(await update(expert, { regions: ['Normandie'] })).toEqual({ state: 'published' });
  await expect.poll(() => cardOf(expert.expertId), { timeout: 30_000 }).toMatchObject({ regions: ['Normandie'] });
  await vi.waitFor(
    async () =>
      expect((await teamMails(expert.form.company)).map(({ subject }) => subject)).toContainEqual(
        expect.stringContaining('Fiche mise à jour'),
      ),
    8_000,
  );
});

describe('an interest found after an expert was published', () => {
  const ask = async (laureate: LaureateOfTests, expertId: string) => {
    const need = 'Revoir le modèle économique.';
    const input = { expertId, subthemes: ['4.2'], need, needId: null, shareWith: [] };
    const mission = { operationId: crypto.randomUUID(), missionId: null, laureateId: laureate.laureateId };
    return codeOf(
      await call('missionAction', { action: 'request', input, ...mission }, await signIn(laureate.signatory.uid)),
    );
  };

  const siretOf = async ({ laureateId }: LaureateOfTests) =>
    (await get(firestore, laureates, laureateId))?.legalEntities[0]?.siret ?? '';

  it('stops missions until staff lifts it with a reason; another one stops them again', async () => {
    const [laureate, second] = [await laureateWith(10_000_00), await laureateWith(10_000_00)];
    const expert = await registered();
    const { expertId } = expert;
    await review(expertId, 'publish');
    expect(await ask(laureate, expertId)).toBeNull();

    expect(await update(expert, { siret: await siretOf(laureate) })).toEqual({ state: 'published' });
    expect(await profileOf(expertId)).toMatchObject({ interests: [laureate.name], interestsLifted: null });
    expect(await ask(laureate, expertId)).toBe('interest-found');
    // Writing the first number again lifts nothing.
    expect(await update(expert)).toEqual({ state: 'published' });
    expect(await ask(laureate, expertId)).toBe('interest-found');

    expect(codeOf(await review(expertId, 'publish', ' '))).toBe('interest-not-lifted');
    expect(await ask(laureate, expertId)).toBe('interest-found');
    expect(await review(expertId, 'publish', 'Portage salarial seulement.')).toEqual({ state: 'published' });
    expect((await profileOf(expertId))?.interestsLifted).toMatchObject({
      by: 'Camille Roux',
      reason: 'Portage salarial seulement.',
    });
    expect(await ask(laureate, expertId)).toBeNull();
    const history = expertEvents.list((await firestore.collection(expertEventsOf(expertId)).get()).docs);
    expect(history).toContainEqual(
      expect.objectContaining({ decision: 'publish', by: 'Camille Roux', message: 'Portage salarial seulement.' }),
    );

    expect(await update(expert, { siret: await siretOf(second) })).toEqual({ state: 'published' });
    expect(await profileOf(expertId)).toMatchObject({ interests: [laureate.name, second.name], interestsLifted: null });
    expect(await ask(second, expertId)).toBe('interest-found');
  });

  it('is looked for under the names and addresses of all the people of the company', async () => {
    const expert = await registered();
    const laureate = await laureateWith(10_000_00);
    const colleague = {
      ...{ uid: newId(), name: 'Inès', email: laureate.email, expertId: expert.expertId },
      ...{ active: false, role: 'consultant' as const },
    };
    const member = firestore.doc(expertMembers.path(expert.expertId, colleague.uid));
    await member.set(expertMembers.write(colleague));
    await update(expert);
    expect((await profileOf(expert.expertId))?.interests).toEqual([]);
    await member.set(expertMembers.write({ ...colleague, active: true }));
    await update(expert);
    expect((await profileOf(expert.expertId))?.interests).toEqual([laureate.name]);
  });
});
