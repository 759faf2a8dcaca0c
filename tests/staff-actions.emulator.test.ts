import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtInModel } from '../functions/src/documents/model.ts';
import { readText } from '../functions/src/documents/testing/raster.ts';
import type { ApiContract } from '../functions/src/domain/api.ts';
import { HOUR } from '../functions/src/domain/calendar.ts';
import { blankFormats } from '../functions/src/domain/forms/blank.ts';
import { builtInForms } from '../functions/src/domain/forms/built-in.ts';
import { contentOf } from '../functions/src/domain/forms/change.ts';
import { questionsOf } from '../functions/src/domain/forms/form.ts';
import type { HandedInput } from '../functions/src/domain/missions/actions.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import type { SettingsAsked } from '../functions/src/domain/settings/change.ts';
import { taskId } from '../functions/src/domain/staff/tasks.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { renderSource } from '../functions/src/entrypoints/render-source.ts';
import { get } from '../functions/src/store/collection.ts';
import { documentRequests } from '../functions/src/store/collections/document-requests.ts';
import { eventsOf, missionEvents } from '../functions/src/store/collections/missions.ts';
import { settings, settingsInForce } from '../functions/src/store/collections/settings.ts';
import { settingsChanges } from '../functions/src/store/collections/settings-changes.ts';
import { rateLimits } from '../functions/src/store/collections/sign-in.ts';
import { tasks } from '../functions/src/store/collections/tasks.ts';
import { inspect } from '../functions/src/store/inspection/inspect.ts';
import { readSource } from '../functions/src/store/missions/documents.ts';
import { countOf } from '../functions/src/store/rate-limits.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { signIn, staffPerson } from './people.ts';
import {
  type LaureateOfTests,
  laureateWith,
  openedMission,
  openProgramme,
  play,
  submittedMission,
  staff as team,
} from './programme.ts';
import { firestore } from './suite.ts';

let laureate: LaureateOfTests;
let expert: ExpertOfTests;
let staff: { readonly uid: string; readonly token: string };

beforeAll(async () => {
  await openProgramme();
  [laureate, expert, staff] = await Promise.all([laureateWith(10_000_00), publishedExpert(), staffPerson(newId())]);
});

const actionsOn = async (missionId: string) =>
  missionEvents
    .list((await firestore.collection(eventsOf(missionId)).orderBy('number').get()).docs)
    .map(({ action }) => action);

describe('An action of staff on a selection', () => {
  it('answers each item, does what can be done, and repeated does only what is missing', async () => {
    const [one, two, over] = await Promise.all([1, 2, 3].map(() => openedMission(laureate, expert)));
    if (!one || !two || !over) throw new Error('three missions were expected');
    await play(expert.person, over, null, { action: 'decline', input: { reason: 'Plus disponible.' } });
    const input = { action: 'extend', days: 30, reason: 'Vacances d’été.', operationId: randomUUID() } as const;
    const first = await expectCall('staffAction', { ...input, ids: [one, over] }, staff.token);
    expect(first.items.map(({ id, done }) => [id, done])).toEqual([
      [one, true],
      [over, false],
    ]);
    expect(first.items[1]?.message).toContain('Déclinée par l’expert');
    // The page lost the answer, or chose one more: what was done is not done again.
    const again = await expectCall('staffAction', { ...input, ids: [one, over, two] }, staff.token);
    expect(again.items.map(({ done }) => done)).toEqual([true, false, true]);
    for (const missionId of [one, two])
      expect(await actionsOn(missionId)).toEqual(['request', 'declareNoInterest', 'extend']);
    const reminded = await expectCall(
      'staffAction',
      { action: 'remind', ids: [one, newId()], operationId: randomUUID() },
      staff.token,
    );
    expect(reminded.items.map(({ done }) => done)).toEqual([true, false]);
  });

  it('gives, puts off and takes back a task; it closes with what it waits for', async () => {
    const missionId = await openedMission(laureate, expert);
    await play(team, missionId, null, { action: 'hold', input: { reason: 'Le temps d’un appel.' } });
    const id = taskId('missionOnHold', missionId);
    const act = (change: object) => ({ ids: [id], operationId: randomUUID(), ...change });
    await expectCall('staffAction', { ...act({}), action: 'assign', assigneeUid: staff.uid }, staff.token);
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await expectCall('staffAction', { ...act({}), action: 'snooze', until }, staff.token);
    expect(await get(firestore, tasks, id)).toMatchObject({ assigneeUid: staff.uid, snoozedUntil: until });
    await expectCall('staffAction', { ...act({}), action: 'snooze', until: null }, staff.token);
    const closed = await expectCall('staffAction', { ...act({}), action: 'close' }, staff.token);
    expect(closed.items[0]?.done).toBe(false);
    const home = await expectCall('view', { name: 'staff', whose: 'mine', after: null }, staff.token);
    if (home.name !== 'staff') throw new Error('the home of staff was expected');
    expect(home.tasks.find((task) => task.id === id)).toMatchObject({ snoozedUntil: null, assigneeUid: staff.uid });
    await play(team, missionId, null, { action: 'resume', input: { reason: 'L’appel est passé.' } });
    expect((await get(firestore, tasks, id))?.closedBy).toBe(team.name);
  });

  it('is for staff alone', async () => {
    const missionId = await openedMission(laureate, expert);
    const input = { action: 'remind', ids: [missionId], operationId: randomUUID() } as const;
    for (const uid of [laureate.signatory.uid, expert.person.uid])
      expect(codeOf(await call('staffAction', input, await signIn(uid)))).toBe('staff-only');
    expect(codeOf(await call('staffAction', input, null))).toBe('not-signed-in');
    expect(await actionsOn(missionId)).toEqual(['request', 'declareNoInterest']);
    expect(isRefusal(await call('staffAction', input, staff.token))).toBe(false);
  });
});

describe('The settings of the programme', () => {
  const asked = (change: Partial<SettingsAsked> = {}) => ({
    ...{ operationId: randomUUID(), basedOn: 1, reason: 'Été plus court.', values: { messageDaysAfterEnd: 45 } },
    ...change,
  });
  const save = (input: ReturnType<typeof asked>) => call('saveSettings', input, staff.token);

  it('are changed by staff alone, within bounds and with a reason; nothing else is written', async () => {
    for (const uid of [laureate.signatory.uid, expert.person.uid]) {
      const token = await signIn(uid);
      expect(codeOf(await call('saveSettings', asked(), token))).toBe('staff-only');
      expect(codeOf(await call('view', { name: 'settings' }, token))).toBe('staff-only');
    }
    expect(codeOf(await save(asked({ reason: ' ' })))).toBe('reason-missing');
    expect(codeOf(await save(asked({ values: { messageDaysAfterEnd: 731 } })))).toBe('settings-out-of-bounds');
    expect(codeOf(await save(asked({ values: { messageDaysAfterEnd: 60 } })))).toBe('settings-unchanged');
    expect(await settingsInForce(firestore)).toMatchObject({ version: 1, messageDaysAfterEnd: 60 });
  });

  it('become a new version once, the one before kept, and the history says who, why and what', async () => {
    const input = asked();
    const first = await expectCall('saveSettings', input, staff.token);
    expect(first.version).toBe(2);
    expect(await save(input)).toEqual(first);
    expect(codeOf(await save({ ...input, reason: 'Autre chose.' }))).toBe('operation-reused');
    expect(await settingsInForce(firestore)).toMatchObject({ version: 2, messageDaysAfterEnd: 45 });
    expect(await get(firestore, settings, '1')).toMatchObject({ messageDaysAfterEnd: 60 });
    const shown = await expectCall('view', { name: 'settings' }, staff.token);
    expect(shown).toMatchObject({ acts: true, settings: { version: 2 }, history: [{ version: 2 }] });
    expect(await get(firestore, settingsChanges, '2')).toMatchObject({
      by: { uid: staff.uid },
      reason: 'Été plus court.',
      changed: [{ key: 'messageDaysAfterEnd', before: '60 jours', after: '45 jours' }],
    });
  });

  it('are not written over what somebody else changed: of two at once one is told both values, and may go on', async () => {
    const { version } = await settingsInForce(firestore);
    const [thirty, twenty] = [30, 20].map((days) => asked({ basedOn: version, values: { messageDaysAfterEnd: days } }));
    if (!thirty || !twenty) throw new Error('two were expected');
    const answers = await Promise.all([save(thirty), save(twenty)]);
    const [refused, ...others] = answers.filter(isRefusal);
    expect(others).toEqual([]);
    expect(refused).toMatchObject({ code: 'settings-stale' });
    expect(refused?.message).toMatch(/(30 jours désormais, 20|20 jours désormais, 30) jours pour vous/);
    const again = asked({ basedOn: version + 1, values: { messageDaysAfterEnd: 25 } });
    expect(await save(again)).toMatchObject({ version: version + 2 });
  });
});

describe('The forms of the programme', () => {
  const answers = {
    course: 'Comme prévu.',
    results: 'Des tarifs.',
    deliverables: 'Un tableur.',
    recommendations: 'Suivre.',
  };
  const partners = 'Quels partenaires avez-vous associés ?';
  const publish = (input: ApiContract['publishForm']['input'], token = staff.token) =>
    call('publishForm', input, token);

  /** The report in force, one question less and one more. */
  const nextReport = (): ApiContract['publishForm']['input'] => {
    const [opening, ...others] = contentOf(builtInForms.report).sections;
    if (!opening) throw new Error('a report has parts');
    const added = { id: null, label: partners, help: '', kind: 'text', choices: [], required: false } as const;
    const questions = [...opening.questions.filter(({ id }) => id !== 'gaps'), added];
    return {
      ...{ operationId: randomUUID(), name: 'report', basedOn: 1, startedFrom: 1, reason: 'Retour des experts.' },
      content: { title: 'Rapport de mission', sections: [{ ...opening, questions }, ...others] },
    };
  };

  /** A mission whose expert has its report to write. */
  async function missionToReport(): Promise<string> {
    const { missionId, decision } = await submittedMission(laureate, expert, 1_000_00);
    await play(laureate.signatory, missionId, laureate.laureateId, { action: 'validate', input: decision });
    return missionId;
  }

  const report = (missionId: string, document: Extract<HandedInput, { kind: 'form' }>, token: string) =>
    call(
      'missionAction',
      {
        ...{ action: 'submitReport', missionId, laureateId: null, operationId: randomUUID() },
        input: { document, finals: { [laureate.laureateId]: 1_000_00 } },
      },
      token,
    );

  /** The words of the PDF of the `number`th report of a mission, made again from what is kept. */
  async function printed(missionId: string, number: number): Promise<string> {
    const request = await get(firestore, documentRequests, `${missionId}-report-${number}`);
    if (request?.document.kind !== 'report' || !('missionId' in request)) throw new Error('no report was asked for');
    const source = await readSource(firestore, { ...request, document: request.document });
    if (source === null) throw new Error('a newer report took its place');
    const making = { origin: 'https://exemple.fr', model: builtInModel, logo: null, seal: null };
    return (await readText(renderSource(source, making).bytes)).join(' ').replaceAll(/\s+/g, ' ');
  }

  it('are published by staff alone, once, over the version that they read', async () => {
    for (const uid of [laureate.signatory.uid, expert.person.uid]) {
      const token = await signIn(uid);
      expect(codeOf(await publish(nextReport(), token))).toBe('staff-only');
      expect(codeOf(await call('view', { name: 'forms' }, token))).toBe('staff-only');
    }
    expect(codeOf(await publish({ ...nextReport(), reason: ' ' }))).toBe('reason-missing');
    const [older, old] = [await missionToReport(), await missionToReport()];
    const token = await signIn(expert.person.uid);
    await report(older, { kind: 'form', answers }, token);

    const input = nextReport();
    expect(await publish(input)).toMatchObject({ version: 2 });
    expect(await publish(input)).toMatchObject({ version: 2 });
    expect(codeOf(await publish(nextReport()))).toBe('form-stale');
    const file = await expectCall('view', { name: 'formFile', form: 'report', version: 1 }, staff.token);
    expect(file).toMatchObject({ form: { version: 2 }, earlier: { version: 1 }, history: [{ version: 2 }] });

    const page = await expectCall('view', { name: 'mission', missionId: old, laureateId: null }, token);
    if (page.name !== 'mission' || !page.forms.report) throw new Error('the page has no report to write');
    const asked = questionsOf(page.forms.report).find(({ label }) => label === partners);
    expect([page.forms.report.version, asked?.id]).toEqual([2, 'v2q1']);
    const full = { ...answers, v2q1: 'Les apprentis.' };
    expect(codeOf(await report(old, { kind: 'form', answers: full, formVersion: 9 }, token))).toBe('form-outdated');
    expect(await report(old, { kind: 'form', answers: full, formVersion: 2 }, token)).toHaveProperty('done');
    expect(await printed(old, 1)).toContain(`${partners} Les apprentis.`);

    const before = await printed(older, 1);
    expect(before).toContain('Écarts avec le diagnostic préalable');
    expect(before).not.toContain(partners);
  });

  it('are still taken in the version that was being written when staff published, and it is said', async () => {
    const missionId = await missionToReport();
    const token = await signIn(expert.person.uid);
    const document = { kind: 'form', answers: { ...answers, gaps: 'Aucun.' }, formVersion: 1 } as const;
    const sent = await report(missionId, document, token);
    expect(sent).toMatchObject({ done: expect.stringContaining('avait changé') });
    expect(await printed(missionId, 1)).toContain('Aucun.');
  });

  it('come as a document to fill in, whoever is signed in', async () => {
    const asked = { form: 'report', format: 'docx' } as const;
    const blank = await expectCall('blankForm', asked, await signIn(expert.person.uid));
    expect(blank).toMatchObject({ name: 'Rapport de mission.docx', contentType: blankFormats.docx.contentType });
    expect(await inspect(Buffer.from(blank.base64, 'base64'), false)).toEqual({ contentType: blank.contentType });
    expect(codeOf(await call('blankForm', asked, null))).toBe('not-signed-in');
    const limit = { name: 'blankForm', most: 40, windowMs: HOUR };
    const full = { count: limit.most, resetsAt: Date.now() + limit.windowMs };
    await countOf(firestore, limit, expert.person.uid).set(rateLimits.write(full));
    expect(codeOf(await call('blankForm', asked, await signIn(expert.person.uid)))).toBe('too-many-documents');
  });
});
