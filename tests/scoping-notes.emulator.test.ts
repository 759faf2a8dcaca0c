import { beforeAll, describe, expect, it } from 'vitest';
import type { ScopingNoteInput } from '../functions/src/domain/api.ts';
import type { ScopingNoteCommand } from '../functions/src/domain/scoping-notes/actions.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { OUTBOX, outbox } from '../functions/src/store/collections/outbox.ts';
import { scopingNotes } from '../functions/src/store/collections/scoping-notes.ts';
import { actOnScopingNote } from '../functions/src/store/laureates/scoping-note-actions.ts';
import { handInScopingNote } from '../functions/src/store/laureates/scoping-notes.ts';
import { dossierView } from '../functions/src/store/views/dossier.ts';
import { missionView } from '../functions/src/store/views/mission.ts';
import { scopingNotesView } from '../functions/src/store/views/scoping-notes.ts';
import { codeOf } from './calls.ts';
import { publishedExpert } from './experts.ts';
import { type LaureateOfTests, laureateWith, noteNeed, openedMission, openProgramme, staff } from './programme.ts';
import { firestore } from './suite.ts';

beforeAll(openProgramme);

const answers = { project: 'Un atelier.', goals: 'L’équilibre.' };
const noteInput = ({ laureateId }: LaureateOfTests, facts: Partial<ScopingNoteInput> = {}): ScopingNoteInput => ({
  ...{ operationId: crypto.randomUUID(), laureateId, subthemes: ['4.2'] },
  content: { kind: 'form', answers, needs: { '4.2': noteNeed(2) } },
  ...facts,
});
const handIn = (laureate: LaureateOfTests, input: ScopingNoteInput) =>
  handInScopingNote(firestore, { actor: laureate.signatory, input, now: Date.now() });
const act = (
  { laureateId }: LaureateOfTests,
  command: ScopingNoteCommand,
  actor: Parameters<typeof actOnScopingNote>[1]['actor'] = staff,
) =>
  actOnScopingNote(firestore, {
    ...{ actor, newId: newId(), now: Date.now() },
    input: { ...command, laureateId, operationId: crypto.randomUUID() },
  });
const mailsTo = async (email: string) =>
  outbox.list((await firestore.collection(OUTBOX).where('to.email', '==', email).get()).docs).map(({ mail }) => mail);

describe('a scoping note', () => {
  it('sent twice is one version; over another version than the one that was read, it is refused and nothing is lost', async () => {
    const laureate = await laureateWith(10_000_00);
    const input = noteInput(laureate, { basedOn: 1 });
    expect([await handIn(laureate, input), await handIn(laureate, input)]).toEqual([{ version: 2 }, { version: 2 }]);
    expect(codeOf(await handIn(laureate, { ...input, subthemes: ['10.1'] }))).toBe('operation-reused');
    expect(codeOf(await handIn(laureate, noteInput(laureate, { basedOn: 1 })))).toBe('changed-meanwhile');
    expect(await handIn(laureate, noteInput(laureate, { basedOn: 2 }))).toEqual({ version: 3 });
    const view = await scopingNotesView(firestore, laureate.signatory, laureate.laureateId);
    expect('versions' in view ? view.versions.map(({ version }) => version) : []).toEqual([3, 2, 1]);
  });

  it('handed in before needs were told by sub-theme still reads', async () => {
    const laureate = await laureateWith(10_000_00);
    const older = { schema: 1, laureateId: laureate.laureateId, version: 1, at: 1, by: 'ada', subthemes: ['4.2'] };
    const content = { kind: 'form', formVersion: 1, answers: { ...answers, needs: 'Les tarifs.' } };
    await firestore.doc(scopingNotes.path(laureate.laureateId, '1')).set({ ...older, content });
    const view = await scopingNotesView(firestore, staff, laureate.laureateId);
    expect('versions' in view ? view.versions[0] : null).toMatchObject({
      answer: null,
      content: { ...content, needs: {} },
    });
  });

  it('is answered by staff on the version they read, and its laureate is told', async () => {
    const laureate = await laureateWith(10_000_00);
    const accepted = async () => (await get(firestore, laureates, laureate.laureateId))?.note;
    const accept = { action: 'accept', version: 1, message: '' } as const;
    expect(codeOf(await act(laureate, accept, laureate.signatory))).toBe('staff-only');
    expect(await act(laureate, { action: 'askForChanges', version: 1, message: 'Précisez.' })).toMatchObject({
      done: 'Changements demandés',
    });
    expect(await accepted()).toMatchObject({ version: 1, accepted: false, answer: 'askForChanges' });
    expect(await handIn(laureate, noteInput(laureate))).toEqual({ version: 2 });
    expect(codeOf(await act(laureate, accept))).toBe('note-revised');
    expect(codeOf(await act(laureate, { ...accept, version: 2 }))).toBeNull();
    expect(await accepted()).toMatchObject({ version: 2, accepted: true, answer: 'accept' });
    expect(await mailsTo(laureate.email)).toEqual(expect.arrayContaining(['noteChangesAsked', 'noteAccepted']));
  });

  it('keeps recommendations beside it, for its people, staff and an expert with a living access; no other', async () => {
    const [laureate, other] = [await laureateWith(10_000_00), await laureateWith(10_000_00)];
    const [expert, stranger] = [await publishedExpert(), await publishedExpert()];
    const missionId = await openedMission(laureate, expert);
    const recommendation: Extract<ScopingNoteCommand, { action: 'recommend' }> = {
      action: 'recommend',
      day: '2022-12-01',
      source: 'trainers',
      subthemes: ['4.2'],
      text: 'Commencer par les tarifs.',
      fileId: null,
    };
    expect(codeOf(await act(laureate, { ...recommendation, fileId: newId() }))).toBe('file-unknown');
    expect(codeOf(await act(laureate, recommendation))).toBeNull();
    const asked = { laureateId: laureate.laureateId, now: Date.now() };
    for (const reader of [laureate.signatory, staff, expert.person])
      expect(await dossierView(firestore, reader, asked)).toMatchObject({
        note: { needs: { '4.2': { priority: 1 } } },
        recommendations: [{ source: 'trainers', text: 'Commencer par les tarifs.' }],
      });
    for (const [reader, code] of [
      [other.signatory, 'not-yours'],
      [stranger.person, 'no-grant'],
    ] as const)
      expect(codeOf(await dossierView(firestore, reader, asked))).toBe(code);
    expect(codeOf(await scopingNotesView(firestore, expert.person, laureate.laureateId))).toBe('not-yours');

    await handIn(laureate, noteInput(laureate));
    const mission = await missionView(firestore, expert.person, { missionId, laureateId: null, now: Date.now() });
    expect('notes' in mission ? mission.notes : []).toMatchObject([{ version: 1, current: 2 }]);
  });
});
