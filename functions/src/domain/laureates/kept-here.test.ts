import { describe, expect, it } from 'vitest';
import { emptyBalance } from '../subsidy/ledger.ts';
import { type ExistingLaureate, type ImportPlan, planImport, type Recorded, recordMoved } from './plan.ts';
import { nothingRecorded, type SampleCells, sampleContext, sampleRow, written } from './testing/sample-import.ts';

const context = sampleContext();
const vercors = sampleRow();

function imported(): { recorded: Recorded; laureate: ExistingLaureate } {
  const plan = planImport([vercors], nothingRecorded, sampleContext());
  const [laureate] = plan.create;
  if (!laureate) throw new Error('the sample row is not created');
  return { recorded: written(nothingRecorded, plan), laureate };
}

const after = (recorded: Recorded, changes: SampleCells): ImportPlan =>
  planImport([sampleRow(changes)], recorded, context);

describe('what is said of a laureate here is kept, and what a file says otherwise is shown by row', () => {
  const told = ({ left }: ImportPlan) => left.map(({ line, about }) => `${line} ${about}`);
  const [email, ali] = ['zoe@fabrique-vercors.example', 'ali@fabrique-vercors.example'];
  /** As staff have changed it since the import. */
  const changedHere = (change: Partial<ExistingLaureate['laureate']>, members?: ExistingLaureate['members']) => {
    const { laureate } = imported();
    const record = { ...laureate.laureate, ...change };
    return { laureates: [{ ...laureate, laureate: record, members: members ?? laureate.members }], accounts: [] };
  };
  const entity = imported().laureate.laureate.legalEntities[0];
  const entityWith = (change: Partial<NonNullable<typeof entity>>) => (entity ? [{ ...entity, ...change }] : []);
  const person = (change: Partial<ExistingLaureate['members'][number]>) =>
    imported().laureate.members.map((member) => (member.email === email ? { ...member, ...change } : member));

  it.each<[string, Recorded, readonly RegExp[]]>([
    [
      'an address that staff had a signatory leave opens nothing',
      changedHere({}, person({ email: 'zoe@nouvelle.example' })),
      [/le fichier nomme .*<zoe@fabrique.*n’a pas d’accès ici/, /<zoe@nouvelle.example> n’est plus dans le fichier/],
    ],
    [
      'a signatory who is a contributor now',
      changedHere({}, person({ role: 'contributor' })),
      [/le fichier dit .*\(signataire\) ; ici .*\(contributeur\) : changez-le sur la fiche/],
    ],
    [
      'a person whose name was corrected',
      changedHere({}, person({ name: 'Zoé Roy' })),
      [/le fichier dit Zoé Martin .* ; ici Zoé Roy/],
    ],
    ['a person who lost the access', changedHere({}, person({ active: false })), [/n’en retrouve pas par un import/]],
    [
      'a name that was corrected',
      changedHere({ name: 'Vercors SCIC', legalEntities: entityWith({ name: 'Vercors SCIC' }) }),
      [/le nom : le fichier dit « La Fabrique du Vercors » ; ici « Vercors SCIC »/],
    ],
    [
      'a SIRET of before',
      changedHere({ legalEntities: [...entityWith({}), ...entityWith({ siret: '44306184100047' })] }),
      [/le SIRET : le fichier dit « 73282932000074 » ; ici « 44306184100047 »/],
    ],
  ])('%s', (_name, recorded, sentences) => {
    const plan = planImport([vercors], recorded, context);
    expect(plan).toMatchObject({ create: [], update: [], unchanged: 1, problems: [] });
    expect(told(plan)).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)));
    expect(after(imported().recorded, {}).left).toEqual([]);
  });

  it('the base of the subsidy, where the file says one', () => {
    const recorded = changedHere({ legalEntities: entityWith({ fundedBase: { kind: 'excludingVat' } }) });
    const plan = after(recorded, { 'base de la subvention': 'TTC' });
    expect(plan).toMatchObject({ update: [], unchanged: 1 });
    expect(told(plan)).toEqual([expect.stringMatching(/^2 la base de la subvention : .*toutes taxes.*hors taxes/)]);
    expect(after(recorded, { 'base de la subvention': 'HT' }).left).toEqual([]);
    expect(after(recorded, {}).left).toEqual([]);
  });

  it('also people that the file adds or no longer names, of this laureate or of another', () => {
    const added = after(imported().recorded, { 'signataire 1 e-mail': 'ines@ailleurs.example' });
    expect(added).toMatchObject({ update: [], unchanged: 1, problems: [] });
    expect(told(added)).toEqual([expect.stringMatching(/le fichier nomme/), expect.stringMatching(/garde son accès/)]);
    const people = {
      'signataire 1 e-mail': 'ines@ailleurs.example',
      'contributeur 1 nom': '',
      'contributeur 1 e-mail': '',
    };
    const other = sampleRow({ référence: 'FTL-2', nom: 'Quais', SIRET: '44306184100047', ...people });
    const both = planImport([vercors, other], nothingRecorded, sampleContext());
    const moved = { 'contributeur 1 e-mail': 'ines@ailleurs.example' };
    const plan = after(written(nothingRecorded, both), moved);
    expect(plan).toMatchObject({ update: [], unchanged: 1, problems: [] });
    expect(told(plan)).toEqual([
      expect.stringMatching(/le fichier nomme .*<ines@ailleurs.example>/),
      expect.stringContaining(`<${ali}> n’est plus dans le fichier`),
    ]);
  });
});

describe('a record that staff change while a file is written', () => {
  it('is seen by what they changed, and not by its balance or its note, which live on their own', () => {
    const { laureate: before } = imported().laureate;
    expect(recordMoved(before, { ...before, balance: { ...emptyBalance, awardedCents: 1 } })).toBe(false);
    expect(recordMoved(before, { ...before, name: 'Vercors SCIC' })).toBe(true);
    expect(recordMoved(before, { ...before, status: 'withdrawn' })).toBe(true);
  });
});
