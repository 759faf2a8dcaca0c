import { describe, expect, it } from 'vitest';
import { dayOf } from '../calendar.ts';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { planExperts } from './expert-plan.ts';
import { expertsSheet } from './experts.ts';
import { readSheet } from './sheet.ts';
import { sampleProgramme, source } from './testing/sample-programme.ts';

const cells = {
  structure: 'Coop du Port',
  SIRET: '90000000600016',
  contact: 'Ana Petit',
  'e-mail': 'Ana@coop.example',
  téléphone: '',
  'site internet': 'coop.example',
  'sous-thématiques': '4.2',
  régions: 'Bretagne, Normandie',
  compétences: 'Modèles économiques',
  références: 'Dix missions depuis 2020',
  état: 'publiée',
  'absence d’intérêt déclarée le': '12/05/2023',
  'consultant 1 nom': 'Léo Bon',
  'consultant 1 e-mail': 'leo@coop.example',
};
type Change = Partial<typeof cells>;
const planOf = (changes: readonly Change[], recorded = sampleProgramme()) => {
  const rows = changes.map((change) => Object.values({ ...cells, ...change }).join(';'));
  const sheet = readSheet([Object.keys(cells).join(';'), ...rows].join('\n'), expertsSheet(builtInThemes));
  const plan = planExperts(sheet.rows, recorded, source);
  return { ...plan, problems: [...sheet.problems, ...plan.problems] };
};
const sud: Change = {
  ...{ structure: 'Atelier Sud', SIRET: '73282932000074', contact: 'Lou Martin', régions: 'Bretagne' },
  ...{ 'e-mail': 'atelier@atelier-sud.example', 'site internet': '' },
  ...{ 'consultant 1 nom': '', 'consultant 1 e-mail': '' },
};

describe('An expert of before this service', () => {
  it('comes with its people, and the declaration keeps the date of the file', () => {
    const { create, problems } = planOf([{}]);
    expect(problems).toEqual([]);
    expect(create).toMatchObject([
      {
        expert: { siret: '90000000600016', website: 'https://coop.example', regions: ['Bretagne', 'Normandie'] },
        people: [
          { email: 'ana@coop.example', role: 'contact' },
          { email: 'leo@coop.example', role: 'consultant' },
        ],
        reason: 'Reprise (reprise.csv, ligne 2)',
      },
    ]);
    expect(dayOf(create[0]?.expert.noInterestDeclaredAt ?? 0)).toBe('2023-05-12');
    expect(create[0]?.expert.publishes).toEqual({ email: false, phone: false });
  });

  it.each([
    ['publiée', { state: 'published', published: true, mayBeCommissioned: true }],
    ['admise', { state: 'notPublished', published: false, mayBeCommissioned: true }],
    ['à examiner', { state: 'submitted', published: false, mayBeCommissioned: false }],
  ])('« %s » opens what it says', (état, expected) => {
    expect(planOf([{ état }]).create[0]?.expert).toMatchObject(expected);
  });

  it('already here, by SIRET or address, is left as it is, and what differs is told', () => {
    expect(planOf([sud])).toMatchObject({ create: [], unchanged: 1, left: [], problems: [] });
    const other = planOf([{ ...sud, SIRET: '90000000600016', téléphone: '0102030405' }]);
    expect(other).toMatchObject({ create: [], unchanged: 1, problems: [] });
    expect(other.left).toMatchObject([{ line: 2, about: expect.stringMatching(/autre chose : SIRET, téléphone$/) }]);
  });

  it.each<[string, Change, string, RegExp]>([
    ['no date of declaration', { 'absence d’intérêt déclarée le': '' }, 'absence d’intérêt déclarée le', /vide/],
    [
      'a declaration ahead',
      { 'absence d’intérêt déclarée le': '01/01/2030' },
      'absence d’intérêt déclarée le',
      /avenir/,
    ],
    ['another state', { état: 'peut-être' }, 'état', /« publiée »/],
    ['a region unknown', { régions: 'Bretagne, Mordor' }, 'régions', /Mordor/],
    ['a consultant without address', { 'consultant 1 e-mail': '' }, 'consultant 1 e-mail', /vide/],
    ['one address for two', { 'consultant 1 e-mail': 'ana@coop.example' }, 'consultant 1 e-mail', /même adresse/],
    [
      'an address taken',
      { 'consultant 1 e-mail': 'atelier@atelier-sud.example' },
      'consultant 1 e-mail',
      /déjà un accès/,
    ],
  ])('%s is refused with its column and reason', (_name, change, column, reason) => {
    const { problems, create } = planOf([change]);
    expect([problems, create.length]).toMatchObject([[{ line: 2, column, reason: expect.stringMatching(reason) }], 0]);
  });

  it('has one row: the second one is told which was first', () => {
    expect(planOf([{}, {}])).toMatchObject({
      create: [{ line: 2 }],
      problems: [{ line: 3, column: 'SIRET', reason: expect.stringContaining('ligne 2') }],
    });
  });
});
