import { describe, expect, it } from 'vitest';
import { dayOf } from '../calendar.ts';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { planNotes } from './note-plan.ts';
import { notesSheet } from './notes.ts';
import type { Recorded } from './recorded.ts';
import { readSheet } from './sheet.ts';
import { sampleProgramme, source } from './testing/sample-programme.ts';

const header = 'lauréat;sous-thématiques;remise le;acceptée;PDF de la note';
const row = ({ laureate = 'FTL-001', subthemes = '4.2, 10.1', day = '12/05/2023', accepted = 'oui', pdf = '' } = {}) =>
  [laureate, subthemes, day, accepted, pdf].join(';');
const planOf = (rows: readonly string[], recorded: Recorded = sampleProgramme()) => {
  const sheet = readSheet([header, ...rows].join('\n'), notesSheet(builtInThemes));
  const plan = planNotes(sheet.rows, recorded, source);
  return { ...plan, problems: [...sheet.problems, ...plan.problems] };
};
const withNote = (day: string, subthemes: readonly string[], recommendation: string | null = null): Recorded => {
  const recorded = sampleProgramme();
  const laureates = recorded.laureates.map((one) => ({
    ...one,
    notes: [{ version: 1, day, subthemes, recommendation }],
  }));
  return { ...recorded, laureates };
};

describe('A scoping note handed in before this service', () => {
  it('is a version with its own date, accepted or not, by reference or SIRET', () => {
    const { create, problems } = planOf([row(), row({ laureate: '900 000 002 00015', accepted: 'non' })]);
    expect(problems).toEqual([]);
    expect(create).toMatchObject([
      { laureateId: 'fabrique', version: 1, subthemes: ['4.2', '10.1'], accepted: true, fileId: null },
      { laureateId: 'etabli', version: 1, accepted: false, reason: 'Reprise (reprise.csv, ligne 3)' },
    ]);
    expect(dayOf(create[0]?.at ?? 0)).toBe('2023-05-12');
  });

  it('changes nothing when it is there already, the same day with the same sub-themes', () => {
    expect(planOf([row()], withNote('2023-05-12', ['10.1', '4.2']))).toMatchObject({ create: [], unchanged: 1 });
    expect(planOf([row()], withNote('2023-05-12', ['4.2'])).create).toMatchObject([{ version: 2 }]);
    expect(planOf([row(), row()])).toMatchObject({ create: [{ version: 1 }], unchanged: 1 });
  });

  it('brings what the trainers recommended with it, once, also when the note came before', () => {
    const said = (text: string, recorded?: Recorded) => {
      const csv = [`${header};recommandations des formateurs`, `${row()};${text}`].join('\n');
      return planNotes(readSheet(csv, notesSheet(builtInThemes)).rows, recorded ?? sampleProgramme(), source);
    };
    expect(said('Revoir les tarifs.').create).toMatchObject([{ version: 1, recommendation: 'Revoir les tarifs.' }]);
    expect(said('').create).toMatchObject([{ recommendation: null }]);
    const here = (text: string | null) => withNote('2023-05-12', ['4.2', '10.1'], text);
    expect(said('Revoir les tarifs.', here(null))).toMatchObject({
      ...{ create: [], update: [{ version: 1, recommendation: 'Revoir les tarifs.' }] },
    });
    expect(said('Revoir les tarifs.', here('Revoir les tarifs.'))).toMatchObject({
      update: [],
      unchanged: 1,
      left: [],
    });
    expect(said('Tout revoir.', here('Revoir les tarifs.'))).toMatchObject({
      ...{ update: [], unchanged: 1, left: [{ line: 2, about: expect.stringContaining('une autre recommandation') }] },
    });
  });

  it('follows the ones before it: an older or a future one is refused', () => {
    const older = planOf([row()], withNote('2024-01-05', ['4.2']));
    expect(older.problems).toMatchObject([
      { line: 2, column: 'remise le', value: '12/05/2023', reason: expect.stringContaining('les versions se suivent') },
    ]);
    expect(planOf([row({ day: '01/01/2030' })]).problems).toMatchObject([{ reason: 'cette date est dans l’avenir' }]);
    const two = planOf([row(), row({ day: '01/02/2024' })]);
    expect(two.create.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('finds its PDF by name, among the scoping notes of this laureate alone', () => {
    const file = {
      fileId: 'f1',
      laureateId: 'fabrique',
      name: 'Note.pdf',
      sha256: 'a1b2c3d4e5f60718aa',
      isScopingNote: true,
    };
    const recorded = (...files: Recorded['files']) => ({ ...sampleProgramme(), files });
    const asked = [row({ pdf: 'note.pdf' })];
    expect(planOf(asked, recorded(file)).create).toMatchObject([{ fileId: 'f1' }]);
    for (const other of [
      { laureateId: 'etabli' },
      { sha256: 'a1b2c3d4e5f60718aa', isScopingNote: false },
      { name: 'autre.pdf' },
    ])
      expect(planOf(asked, recorded({ ...file, ...other })).problems).toMatchObject([
        { column: 'PDF de la note', value: 'note.pdf', reason: expect.stringContaining('déposez-la d’abord') },
      ]);
    const twice = planOf(asked, recorded(file, { ...file, fileId: 'f2' }));
    expect(twice.problems).toMatchObject([{ reason: expect.stringContaining('plusieurs notes') }]);
  });

  it.each([
    [{ accepted: 'peut-être' }, 'acceptée', /« oui » ou « non »/],
    [{ subthemes: '99.9' }, 'sous-thématiques', /n’est pas une sous-thématique/],
    [{ laureate: 'FTL-999' }, 'lauréat', /aucun lauréat/],
  ])('a bad cell is told with its line, column and reason (%o)', (change, column, reason) => {
    const { problems, create } = planOf([row(change)]);
    expect([problems, create.length]).toMatchObject([[{ line: 2, column, reason: expect.stringMatching(reason) }], 0]);
  });
});
