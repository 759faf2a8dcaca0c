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
    expect(plan).toMatchObject({ update: [], unchanged: 0, problems: [], notices: [] });
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
    const account = { uid: 'uid-zoe', email: 'zoe@fabrique-vercors.example', kind: 'laureate' as const };
    const known = planImport([vercors], { laureates: [], accounts: [account] }, sampleContext());
    expect(known.create[0]?.members[0]?.uid).toBe('uid-zoe');
    for (const kind of ['expert', 'staff', 'observer'] as const) {
      const plan = planImport([vercors], { laureates: [], accounts: [{ ...account, kind }] }, sampleContext());
      expect(plan.create).toEqual([]);
      expect(plan.problems).toMatchObject([{ line: 2, column: 'e-mail', value: account.email }]);
    }
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
      notices: [],
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

  it('says what changes, and touches neither balance nor note', () => {
    const { recorded, laureate } = imported();
    const plan = after(recorded, { territoire: 'QPV', 'signataire 1 nom': 'Zoé Roy' });
    expect(plan.update[0]).toMatchObject({
      laureate: { ...laureate.laureate, territory: 'qpv' },
      members: [{ ...laureate.members[0], name: 'Zoé Roy' }],
      awards: [],
      changes: [
        'territoire : Territoire rural → Quartier prioritaire de la politique de la ville',
        expect.stringContaining('Zoé Martin (signataire) → Zoé Roy'),
      ],
    });
  });

  it('keeps a person the file no longer names, and says so', () => {
    const { recorded } = imported();
    const plan = after(recorded, { 'contributeur 1 nom': '', 'contributeur 1 e-mail': '' });
    expect(plan).toMatchObject({
      unchanged: 1,
      notices: [{ line: 2, message: expect.stringContaining('garde son accès') }],
    });
  });

  it('gives no access back to a person who lost it', () => {
    const { laureate } = imported();
    const members = laureate.members.map((member) => ({ ...member, active: false }));
    const plan = after({ laureates: [{ ...laureate, members }], accounts: [] }, {});
    expect(plan.unchanged).toBe(1);
    expect(plan.notices.map(({ message }) => message)).toEqual([
      expect.stringContaining('n’en retrouve pas par un import'),
      expect.stringContaining('n’en retrouve pas par un import'),
    ]);
  });
});

describe('the base of the subsidy', () => {
  const recovers = { kind: 'excludingVat' } as const;

  it('is the whole amount for who does not say, and is corrected in the legal entity in force', () => {
    const { recorded, laureate } = imported();
    expect(laureate.laureate.legalEntities).toMatchObject([{ fundedBase: wholeBase }]);
    const plan = after(recorded, { 'base de la subvention': 'HT' });
    expect(plan.update[0]?.laureate.legalEntities).toMatchObject([{ fundedBase: recovers }]);
    expect(plan.update[0]?.changes.join()).toContain('toutes taxes comprises → Montant hors taxes');
    // An empty cell changes nothing, with the same entity or a new one.
    const corrected = written(recorded, plan);
    expect(after(corrected, {})).toMatchObject({ update: [], unchanged: 1 });
    expect(after(corrected, { nom: 'Vercors SCIC' }).update[0]?.laureate.legalEntities).toMatchObject([
      { fundedBase: recovers },
      { name: 'Vercors SCIC', fundedBase: recovers },
    ]);
  });
});

describe('a changed SIRET', () => {
  const other = '44306184100047';

  it.each<[string, SampleCells, SampleCells]>([
    ['with the same reference', {}, { SIRET: other }],
    ['with the same reference and another name', {}, { SIRET: other, nom: 'Vercors SCIC' }],
    ['without reference, with the same name and a shared address', { référence: '' }, { référence: '', SIRET: other }],
    ['with a first reference, the same name and a shared address', { référence: '' }, { SIRET: other }],
  ])('adds a dated legal entity to the same laureate: %s', (_name, before, now) => {
    const { recorded, laureate } = imported(before);
    const plan = after(recorded, now);
    expect(plan).toMatchObject({ create: [], problems: [] });
    expect(plan.update[0]?.laureate.id).toBe(laureate.laureate.id);
    expect(plan.update[0]?.laureate.legalEntities).toEqual([
      ...laureate.laureate.legalEntities,
      { from: '2026-11-22', siret: other, name: now.nom ?? vercors.name, fundedBase: wholeBase },
    ]);
    expect(after(written(recorded, plan), now)).toMatchObject({ update: [], create: [], unchanged: 1 });
  });

  it('or a changed name alone is a new legal entity: documents already made keep what was true', () => {
    const { recorded } = imported();
    const renamed = after(recorded, { nom: 'Vercors SCIC' });
    expect(renamed.update[0]?.laureate.legalEntities.map(({ siret, name }) => [siret, name])).toEqual([
      [vercors.siret, vercors.name],
      [vercors.siret, 'Vercors SCIC'],
    ]);
    expect(after(recorded, { promotion: '5' }).update[0]?.laureate.legalEntities).toHaveLength(1);
  });

  it('without reference or shared address asks for a reference, which then decides', () => {
    const { recorded } = imported();
    const unknown = { ...nobodyShared, référence: '', SIRET: other };
    expect(reasonOf(after(recorded, unknown))).toEqual([expect.stringMatching(/^référence : .*donnez sa référence/)]);
    expect(after(recorded, { ...unknown, référence: 'FTL-001' })).toMatchObject({ create: [], update: [{}] });
    expect(after(recorded, { ...unknown, référence: 'FTL-777' })).toMatchObject({ create: [{}], update: [] });
  });

  it('that is an old one is refused: the row is out of date', () => {
    const { recorded } = imported();
    const moved = written(recorded, after(recorded, { SIRET: other }));
    expect(reasonOf(after(moved, {}))).toEqual([expect.stringMatching(/^SIRET : .*ancien SIRET/)]);
    expect(after(moved, { SIRET: other }).unchanged).toBe(1);
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
    expect(plan).toMatchObject({ unchanged: 1, notices: [{ message: expect.stringContaining('recommandations') }] });
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
      expect(plan.notices).toEqual([{ line: 2, message: expect.stringContaining('passez par sa fiche') }]);
      expect(after(inStatus('active'), { promotion: '6' }).notices).toEqual([]);
    },
  );

  it('is not in a file any more, once it is another one’s', () => {
    const plan = after(inStatus('merged'), { promotion: '6' });
    expect(reasonOf(plan)).toEqual([expect.stringContaining('réuni à un autre')]);
    expect(plan.update).toEqual([]);
    expect(after(inStatus('active'), { promotion: '6' }).update).toHaveLength(1);
  });
});
