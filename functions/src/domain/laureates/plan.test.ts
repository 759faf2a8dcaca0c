import { describe, expect, it } from 'vitest';
import { wholeBase } from '../subsidy/funded.ts';
import { emptyBalance } from '../subsidy/ledger.ts';
import { type ExistingLaureate, type ImportPlan, planImport, type Recorded } from './plan.ts';
import { nothingRecorded, type SampleCells, sampleContext, sampleRow, written } from './testing/sample-import.ts';

const context = sampleContext();
const vercors = sampleRow();

function imported(changes: SampleCells = {}): { recorded: Recorded; laureate: ExistingLaureate } {
  const plan = planImport([sampleRow(changes)], nothingRecorded, sampleContext());
  const [laureate] = plan.create;
  if (!laureate) throw new Error('the sample row is not created');
  return { recorded: written(nothingRecorded, plan), laureate };
}

const after = (recorded: Recorded, changes: SampleCells): ImportPlan =>
  planImport([sampleRow(changes)], recorded, context);
const reasonOf = ({ problems }: ImportPlan) => problems.map(({ column, reason }) => `${column} : ${reason}`);
const nobodyShared: SampleCells = {
  'signataire 1 e-mail': 'ines@ailleurs.example',
  'contributeur 1 nom': '',
  'contributeur 1 e-mail': '',
};

describe('a laureate nobody knows', () => {
  it('is created whole: laureate, people, award', () => {
    const plan = planImport([vercors], nothingRecorded, sampleContext());
    expect(plan).toMatchObject({ update: [], unchanged: 0, problems: [], left: [] });
    const [{ laureate, members, awards } = { laureate: null, members: [], awards: [] }] = plan.create;
    expect(laureate).toEqual({
      id: 'id-1',
      reference: 'FTL-001',
      name: 'La Fabrique du Vercors',
      status: 'active',
      legalEntities: [
        { from: '2026-11-22', siret: '73282932000074', name: 'La Fabrique du Vercors', fundedBase: wholeBase },
      ],
      promotion: 2,
      territory: 'rural',
      region: 'Auvergne-Rhône-Alpes',
      department: 'Drôme',
      note: null,
      openToSharing: null,
      balance: emptyBalance,
    });
    expect(members.map(({ uid, laureateId, role, active }) => [uid, laureateId, role, active])).toEqual([
      ['id-2', 'id-1', 'signatory', true],
      ['id-3', 'id-1', 'contributor', true],
    ]);
    expect(awards).toEqual([
      {
        id: 'award.cp-2023-04',
        type: 'award',
        cents: 12_500_50,
        at: context.now,
        by: 'staff-1',
        byName: 'Camille Roux',
        proofId: null,
        reason: null,
        settingsVersion: 3,
        decision: { reference: 'CP/2023-04', date: '2023-03-14', ceilingCents: 15_000_00, recommendations: '' },
      },
    ]);
  });

  it('keeps the uid of a person who can already sign in, unless that person is on the other side', () => {
    const account = {
      uid: 'uid-zoe',
      email: 'zoe@fabrique-vercors.example',
      kind: 'laureate' as const,
      switchedOff: false,
    };
    const known = planImport([vercors], { laureates: [], accounts: [account] }, sampleContext());
    expect(known.create[0]?.members[0]?.uid).toBe('uid-zoe');
    for (const kind of ['expert', 'staff', 'observer'] as const) {
      const plan = planImport([vercors], { laureates: [], accounts: [{ ...account, kind }] }, sampleContext());
      expect(plan.create).toEqual([]);
      expect(plan.problems).toMatchObject([{ line: 2, column: 'e-mail', value: account.email }]);
    }
  });

  it('gives no dossier to an account that staff cut, as an invitation would not', () => {
    const account = { uid: 'uid-zoe', email: 'zoe@fabrique-vercors.example', kind: 'laureate' as const };
    const planWith = (switchedOff: boolean) =>
      planImport([vercors], { laureates: [], accounts: [{ ...account, switchedOff }] }, sampleContext());
    expect(reasonOf(planWith(true))).toEqual([expect.stringMatching(/^e-mail : .*coupé par l’équipe/)]);
    expect(planWith(true).create).toEqual([]);
    expect(planWith(false).create).toHaveLength(1);
  });
});

describe('importing again', () => {
  it('changes nothing', () => {
    const { recorded } = imported();
    expect(planImport([vercors], recorded, context)).toEqual({
      create: [],
      update: [],
      unchanged: 1,
      problems: [],
      left: [],
    });
  });

  it.each<[string, SampleCells]>([
    ['the decision typed otherwise', { décision: 'cp 2023 04' }],
    ['no decision any more', { plafond: '', 'montant attribué': '', décision: '', 'date de la décision': '' }],
    ['no reference any more', { référence: '' }],
    ['the reference typed otherwise', { référence: 'ftl 001' }],
  ])('changes nothing with %s', (_name, changes) => {
    expect(after(imported().recorded, changes)).toMatchObject({ create: [], update: [], unchanged: 1, problems: [] });
  });

  it('says what changes, and touches neither balance, note nor people', () => {
    const { recorded, laureate } = imported();
    const plan = after(recorded, { territoire: 'QPV', promotion: '5' });
    expect(plan.update).toMatchObject([
      {
        laureate: { ...laureate.laureate, territory: 'qpv', promotion: 5 },
        before: laureate.laureate,
        members: [],
        awards: [],
        changes: [
          'promotion : 2 → 5',
          'territoire : Territoire rural → Quartier prioritaire de la politique de la ville',
        ],
      },
    ]);
  });

  it('gives a reference to who had none, once', () => {
    const { recorded } = imported({ référence: '' });
    expect(after(recorded, {}).update).toMatchObject([{ laureate: { reference: 'FTL-001' } }]);
    expect(after(imported().recorded, { référence: 'ftl-001' }).update).toEqual([]);
  });
});

describe('a changed SIRET', () => {
  const other = '44306184100047';

  it.each<[string, SampleCells, SampleCells]>([
    ['with the same reference', {}, { SIRET: other }],
    ['with the same reference and another name', {}, { SIRET: other, nom: 'Vercors SCIC' }],
    ['without reference, with the same name and a shared address', { référence: '' }, { référence: '', SIRET: other }],
  ])('is of the same laureate, whose record says which holds: %s', (_name, before, now) => {
    const plan = after(imported(before).recorded, now);
    expect(plan).toMatchObject({ create: [], update: [], unchanged: 1, problems: [] });
    expect(plan.left).toContainEqual({ line: 2, about: expect.stringMatching(/^le SIRET : /) });
  });

  it('without reference or shared address asks for a reference, which then decides', () => {
    const { recorded } = imported();
    const unknown = { ...nobodyShared, référence: '', SIRET: other };
    expect(reasonOf(after(recorded, unknown))).toEqual([expect.stringMatching(/^référence : .*donnez sa référence/)]);
    expect(after(recorded, { ...unknown, référence: 'FTL-001' })).toMatchObject({ create: [], unchanged: 1 });
    expect(after(recorded, { ...unknown, référence: 'FTL-777' })).toMatchObject({ create: [{}], update: [] });
  });

  it('that belongs to another laureate is refused', () => {
    const { recorded } = imported();
    expect(reasonOf(after(recorded, { ...nobodyShared, référence: 'FTL-777' }))).toEqual([
      expect.stringMatching(/^SIRET : .*déjà celui de « La Fabrique du Vercors »/),
    ]);
  });
});

describe('a doubtful row is asked back, not guessed', () => {
  const other = { nom: 'Atelier des Quais', SIRET: '44306184100047' };

  it('a reference with nothing else in common', () => {
    const { recorded } = imported();
    expect(reasonOf(after(recorded, { ...nobodyShared, ...other }))).toEqual([
      expect.stringMatching(/^référence : .*ni le nom, ni le SIRET, ni aucune adresse/),
    ]);
    expect(after(recorded, { ...nobodyShared, ...other, référence: 'FTL-777' }).create).toHaveLength(1);
  });

  it('an address that would open another laureate’s dossier', () => {
    const { recorded } = imported();
    expect(reasonOf(after(recorded, { ...other, référence: 'FTL-777' }))).toEqual([
      expect.stringMatching(/^e-mail : .*membre de « La Fabrique du Vercors »/),
    ]);
  });

  it('the name and people of a laureate under another reference: two references are two laureates', () => {
    const { recorded } = imported();
    const namesake = { référence: 'FTL-777', SIRET: other.SIRET };
    expect(reasonOf(after(recorded, namesake))).toEqual([expect.stringMatching(/^e-mail : /)]);
    expect(after(recorded, { ...namesake, ...nobodyShared })).toMatchObject({ create: [{}], update: [], problems: [] });
  });

  it('an address of another laureate, until that person has left it', () => {
    const { laureate } = imported();
    const members = laureate.members.map((member) => ({ ...member, active: false }));
    const elsewhere = { ...other, référence: 'FTL-777' };
    expect(after({ laureates: [laureate], accounts: [] }, elsewhere).create).toEqual([]);
    expect(after({ laureates: [{ ...laureate, members }], accounts: [] }, elsewhere).create).toHaveLength(1);
  });

  it('two rows about one laureate', () => {
    const { recorded } = imported();
    const rows = [{ ...vercors }, { ...sampleRow({ référence: '' }), line: 3 }];
    expect(planImport(rows, recorded, context).problems).toMatchObject([
      { line: 3, reason: expect.stringContaining('que la ligne 2') },
    ]);
  });
});

describe('an award', () => {
  it.each<[string, SampleCells, RegExp]>([
    ['another amount', { 'montant attribué': '12 000' }, /^montant attribué : .*12.500,50.*passez par un ajustement/],
    ['another ceiling', { plafond: '20 000' }, /^plafond : .*passez par un ajustement/],
    ['another date', { 'date de la décision': '15/03/2023' }, /^date de la décision : .*passez par un ajustement/],
    ['another reference on the same day', { décision: 'CP-04' }, /^décision : .*même jour.*CP\/2023-04/],
    [
      'a second decision above the ceiling',
      { décision: 'CP/2024-01', 'date de la décision': '01/02/2024' },
      /^montant attribué : .*25.001,00.*au-delà du plafond/,
    ],
    [
      'a date to come',
      { décision: 'CP/2027-01', 'date de la décision': '01/02/2027' },
      /^date de la décision : .*avenir/,
    ],
  ])('is refused once recorded with %s', (_name, changes, reason) => {
    const plan = after(imported().recorded, changes);
    expect(reasonOf(plan)).toEqual([expect.stringMatching(reason)]);
    expect(plan).toMatchObject({ create: [], update: [], unchanged: 0 });
  });

  it('of a second decision within the ceiling is added', () => {
    const second = { décision: 'CP/2024-01', 'date de la décision': '01/02/2024', 'montant attribué': '2 499,50' };
    const { recorded, laureate } = imported();
    expect(after(recorded, second).update[0]?.awards.map(({ id, cents }) => [id, cents])).toEqual([
      ['award.cp-2024-01', 2_499_50],
    ]);
    const withdrawn = { ...laureate, laureate: { ...laureate.laureate, status: 'withdrawn' as const } };
    expect(reasonOf(after({ laureates: [withdrawn], accounts: [] }, second))).toEqual([
      expect.stringContaining('n’a plus le label'),
    ]);
  });

  it('keeps its recommendations, and says so', () => {
    const plan = after(imported().recorded, { recommandations: 'Tout autre chose.' });
    expect(plan).toMatchObject({ unchanged: 1, left: [{ about: expect.stringContaining('recommandations') }] });
  });
});

describe('a laureate out of the programme', () => {
  const inStatus = (status: 'active' | 'suspended' | 'withdrawn' | 'merged') => {
    const { laureate } = imported();
    const standing = { since: 1, byName: 'Camille Roux', reason: 'Liquidée.' };
    return { laureates: [{ ...laureate, laureate: { ...laureate.laureate, status, standing } }], accounts: [] };
  };

  it.each(['suspended', 'withdrawn'] as const)(
    'stays %s, whatever a file says of it, and the summary says so',
    (status) => {
      const plan = after(inStatus(status), { promotion: '6' });
      expect(plan.update[0]?.laureate).toMatchObject({ status, promotion: 6, standing: { reason: 'Liquidée.' } });
      expect(plan.left).toEqual([{ line: 2, about: expect.stringContaining('passez par sa fiche') }]);
      expect(after(inStatus('active'), { promotion: '6' }).left).toEqual([]);
    },
  );

  it('is not in a file any more, once it is another one’s', () => {
    const plan = after(inStatus('merged'), { promotion: '6' });
    expect(reasonOf(plan)).toEqual([expect.stringContaining('réuni à un autre')]);
    expect(plan.update).toEqual([]);
    expect(after(inStatus('active'), { promotion: '6' }).update).toHaveLength(1);
  });
});
