import { builtInForms } from '@sur-mesure/functions/domain/forms/built-in';
import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { positionOf } from '@sur-mesure/functions/domain/subsidy/position';
import { describe, expect, test } from 'vitest';
import { changeSentence } from '../common/note/note-words.ts';
import { addressesOf, placeIn } from './addresses.ts';
import { needGroups, waitingWords, wayOut } from './needs.ts';
import { changesSoFar, emptyNote, isNoteDraft, noteErrors, noteInput, revisionOf } from './note-draft.ts';
import { noteStep } from './note-step.ts';
import { rankedPartners } from './ranked-partners.ts';
import { namesInWords, sameNeedsTitle } from './sharing-words.ts';
import { waitingFor } from './waiting.ts';

const row = (missionId: string, state: MissionRow['state'], since: number): MissionRow => ({
  missionId,
  state,
  since,
  lastReminderAt: null,
  needId: missionId,
  need: 'Revoir les tarifs',
  subthemes: [],
  expertName: 'Camille Roy',
  laureateNames: [],
  shareCents: null,
  validated: false,
});
const home = (missions: readonly MissionRow[], note: LaureateHome['note'] = null): LaureateHome => ({
  laureateId: 'lac',
  laureateName: 'Atelier du Lac',
  role: 'signatory',
  position: positionOf([], []),
  ledgerHolds: true,
  note,
  missions,
  expected: [],
  contact: { name: '', email: '', phone: '' },
  hasReferent: false,
  status: 'active',
  standing: null,
  openToSharing: null,
  requestRefusal: null,
});
const handedIn = { version: 1, at: 0, subthemes: [], answer: null, awaited: false } as const;
const addresses = addressesOf(null);

const expected = (missionId: string, path: string): LaureateHome['expected'][number] => ({
  ...{
    what: 'Donnez votre avis sur la mission',
    whom: '',
    laureateName: '',
    since: 0,
    delay: 'depuis le lundi 2 mars',
  },
  ...{ missionId, path },
});

describe('what waits for a laureate', () => {
  test('is the scoping note first, since nothing can start without it', () => {
    const waits = { ...home([]), expected: [expected('a', '/decision?mission=a')] };
    expect(waitingFor(waits, addresses).map(({ id }) => id)).toEqual(['note', expect.stringMatching(/^a /)]);
  });

  test('is what the server expects of whoever reads, each at its own page and with its expert', () => {
    const missions = [row('old', 'awaiting_confirmation', 2), row('expert', 'awaiting_report', 1)];
    const asked = [expected('old', '/laureat?mission=old'), expected('new', '/decision?mission=new')];
    const waiting = waitingFor({ ...home(missions, handedIn), expected: asked }, addressesOf('lac'));
    expect(waiting.map(({ href, label }) => [href, label])).toEqual([
      ['/laureat?mission=old&laureat=lac', 'Ouvrir la mission'],
      ['/decision?mission=new&laureat=lac', 'Lire et décider'],
    ]);
    expect(waiting[0]?.sentence).toBe(
      'Donnez votre avis sur la mission (mission avec Camille Roy, depuis le lundi 2 mars).',
    );
  });

  test('comes before the rest in the list of missions, and what is over is apart', () => {
    const { live, over } = needGroups([
      row('expert', 'awaiting_report', 9),
      row('mine', 'awaiting_validation', 1),
      row('over', 'cancelled', 5),
    ]);
    expect(live.map(({ needId }) => needId)).toEqual(['mine', 'expert']);
    expect(over.map(({ needId }) => needId)).toEqual(['over']);
  });
});

describe('several experts asked for one need', () => {
  const chosen = { ...row('chosen', 'awaiting_report', 3), needId: 'n1', need: 'Comme validé', validated: true };
  const asked = { ...row('asked', 'awaiting_expert', 9), needId: 'n1', need: 'Comme redemandé' };
  const declined = { ...row('declined', 'declined', 5), needId: 'n1' };

  test('are one need, live while one of them is, in the words of what was validated', () => {
    const { live, over } = needGroups([declined, asked, chosen, row('alone', 'closed', 1)]);
    expect(live.map(({ need, missions }) => [need, missions.map(({ missionId }) => missionId)])).toEqual([
      ['Comme validé', ['chosen', 'asked', 'declined']],
    ]);
    expect(over.map(({ missions }) => missions.length)).toEqual([1]);
  });

  test('once one devis is validated, what waits still is said, and nothing before', () => {
    expect(waitingWords([chosen, asked, declined])).toMatch(/^Un devis est validé : une autre demande attend encore/);
    expect(waitingWords([chosen, declined])).toBeNull();
    expect(waitingWords([asked, { ...asked, missionId: 'other' }])).toBeNull();
  });

  test('are given up by cancelling, by leaving what others share, or not at all, and then it is said why', () => {
    const shared = refuse('shared', 'D’autres partagent cette mission.');
    const over = refuse('over', 'La mission est close.');
    const ways = (cancel: Refusal | null, leave: Refusal | null) =>
      wayOut([
        { action: 'leaveShared', refusal: leave },
        { action: 'cancel', refusal: cancel },
      ]);
    expect(ways(null, shared).action).toBe('cancel');
    expect(ways(shared, null).action).toBe('leaveShared');
    expect(ways(over, over)).toEqual({ action: null, refusal: over.message });
    expect(wayOut([]).refusal).toContain('déjà close');
  });
});

test('a laureate chosen among several stays named from one view to the next', () => {
  const { mission, note } = addressesOf('lac');
  expect(placeIn(new URLSearchParams(mission('12').split('?')[1]))).toEqual({ name: 'mission', missionId: '12' });
  expect(new URLSearchParams(note.split('?')[1]).get('laureat')).toBe('lac');
});

test('people and accesses have an address of their own', () => {
  const { people, accesses } = addressesOf(null);
  expect(placeIn(new URLSearchParams(people.split('?')[1])).name).toBe('people');
  expect(placeIn(new URLSearchParams(accesses.split('?')[1])).name).toBe('accesses');
});

describe('a scoping note', () => {
  const asked = builtInForms.scopingNote;

  test('needs a sub-theme, and its answers or its file', () => {
    const note = emptyNote([]);
    expect(noteErrors(asked, note).map(({ fieldId }) => fieldId)).toEqual(['subthemes', 'project', 'goals']);
    expect(noteErrors(asked, { ...note, way: 'file' }).map(({ fieldId }) => fieldId)).toEqual([
      'subthemes',
      'note-file',
    ]);
    const file = { fileId: 'f1', name: 'note.pdf' };
    const complete = { ...note, way: 'file', subthemes: ['1.1'], file } as const;
    expect(noteErrors(asked, complete)).toEqual([]);
    const input = noteInput(asked, complete, { laureateId: 'lac', basedOn: 0, operationId: 'o1' });
    expect(input).toMatchObject({ basedOn: 0, content: { kind: 'file', fileId: 'f1' } });
  });

  test('says a need for each sub-theme that is ticked, and sends those alone', () => {
    const answers = { project: 'Un atelier.', goals: 'L’équilibre.' };
    const told = { need: 'Revoir nos tarifs.', priority: 1, expected: 'Une grille.', estimatedCents: null } as const;
    // A draft of the form's first version may hold an answer that is not asked for any more.
    const note = { ...emptyNote(['4.2']), answers: { ...answers, needs: 'Les tarifs.' } };
    expect(noteErrors(asked, note).map(({ fieldId }) => fieldId)).toEqual(['need-4.2', 'priority-4.2', 'expected-4.2']);
    const complete = { ...note, needs: { '4.2': told, '1.1': { ...told, priority: null } } };
    expect(noteErrors(asked, complete)).toEqual([]);
    const { content } = noteInput(asked, complete, { laureateId: 'lac', basedOn: 2, operationId: 'o1' });
    expect(content).toEqual({ kind: 'form', formVersion: 2, answers, needs: { '4.2': told } });
    if (content.kind === 'file') throw new Error('the note was written here');
    const before = {
      laureateId: 'lac',
      version: 2,
      at: 0,
      by: 'ada',
      byName: 'Ada',
      subthemes: ['4.2'],
      content: { ...content, formVersion: 2 },
      answer: null,
    };
    expect(changesSoFar(asked, before, revisionOf(before))).toEqual([]);
    const revised = { ...revisionOf(before), subthemes: ['4.2', '1.1'] };
    expect(changesSoFar(asked, before, revised).map(changeSentence)).toEqual([expect.stringMatching(/ : ajoutée\.$/)]);
  });

  test('tells what is missing and the one thing to do, or that it waits for the team', () => {
    expect(noteStep({ note: null })).toMatchObject({ yours: true, label: 'Remettre la note de cadrage' });
    expect(noteStep({ note: handedIn })).toBeNull();
    expect(noteStep({ note: { ...handedIn, answer: 'askForChanges' } })).toMatchObject({
      ...{ yours: true, label: 'Réviser la note de cadrage' },
    });
    expect(noteStep({ note: { ...handedIn, awaited: true } })).toMatchObject({ yours: false, label: null });
  });

  test('is given back only in the shape it was kept, needs or not', () => {
    expect(isNoteDraft(JSON.parse(JSON.stringify(emptyNote(['1.1']))))).toBe(true);
    const { needs: _none, ...older } = emptyNote(['1.1']);
    expect(isNoteDraft(older)).toBe(true);
    expect(isNoteDraft({ ...emptyNote([]), needs: { '4.2': { need: 3 } } })).toBe(false);
    expect(isNoteDraft({ ...emptyNote([]), file: { fileId: 1 } })).toBe(false);
  });
});

describe('sharing a mission', () => {
  const partner = (name: string, ...subthemes: readonly string[]) => ({ laureateId: name, name, subthemes });

  test('begins from a need that others have: the request names it', () => {
    const { shareNeed } = addressesOf('lac');
    const parameters = new URLSearchParams(shareNeed('4.2').split('?')[1]);
    expect(placeIn(parameters).name).toBe('request');
    expect([parameters.get('besoin'), parameters.get('laureat')]).toEqual(['4.2', 'lac']);
  });

  test('offers first who has the needs of the request, by name when one is looked for', () => {
    const partners = [partner('Zinc', '4.2', '1.1'), partner('Ébène', '10.1'), partner('Bois')];
    const names = (subthemes: readonly string[], words = '') =>
      rankedPartners(partners, { subthemes, words }).map(({ name }) => name);
    expect(names([])).toEqual(['Zinc', 'Ébène', 'Bois']);
    expect(names(['10.1'])).toEqual(['Ébène', 'Zinc', 'Bois']);
    expect(names(['10.1'], 'ebene ')).toEqual(['Ébène']);
  });

  test('says how many have the same needs, and names some of them', () => {
    expect(sameNeedsTitle({ sharers: 1 })).toBe('1\u00a0manufacture a les mêmes besoins que vous :');
    expect(sameNeedsTitle({ sharers: 2 })).toMatch(/^2\u00a0manufactures ont /);
    expect(namesInWords({ names: ['A'], others: 0 })).toBe('A');
    expect(namesInWords({ names: ['A', 'B', 'C', 'D'], others: 0 })).toBe('A, B, C et D');
    expect(namesInWords({ names: ['A', 'B', 'C'], others: 2 })).toBe('A, B, C et 2\u00a0autres');
  });
});
