import { describe, expect, it } from 'vitest';
import { type ImportedLaureate, readLaureates } from './import.ts';
import { csvOf, otherCells, readSample, type SampleCells, sampleRow } from './testing/sample-import.ts';

const NARROW = '\u202F';
const NO_BREAK = '\u00A0';

describe('a row without problem', () => {
  it('is read whole', () => {
    expect(readSample({ recommandations: 'Commencer par le modèle économique.' })).toEqual({
      ignoredColumns: [],
      problems: [],
      rows: [
        {
          line: 2,
          reference: 'FTL-001',
          name: 'La Fabrique du Vercors',
          siret: '73282932000074',
          promotion: 2,
          territory: 'rural',
          region: 'Auvergne-Rhône-Alpes',
          department: 'Drôme',
          fundedBase: null,
          contacts: [
            { name: 'Zoé Martin', email: 'zoe@fabrique-vercors.example', role: 'signatory' },
            { name: 'Ali Benali', email: 'ali@fabrique-vercors.example', role: 'contributor' },
          ],
          award: {
            ceilingCents: 15_000_00,
            amountCents: 12_500_50,
            decision: 'CP/2023-04',
            date: '2023-03-14',
            recommendations: 'Commencer par le modèle économique.',
          },
        },
      ],
    });
  });

  const accepted: readonly (readonly [string, SampleCells, Partial<ImportedLaureate>])[] = [
    ['no reference', { référence: '' }, { reference: null }],
    ['a dash for no reference', { référence: '-' }, { reference: null }],
    ['a spaced SIRET', { SIRET: `732${NO_BREAK}829 320${NARROW}00074` }, { siret: '73282932000074' }],
    ['a SIRET kept as text by an apostrophe', { SIRET: "'73282932000074" }, { siret: '73282932000074' }],
    ['a SIRET kept as text by a formula', { SIRET: '=""73282932000074""' }, { siret: '73282932000074' }],
    ['a written promotion', { promotion: 'Promotion 6' }, { promotion: 6 }],
    ['an ordinal promotion', { promotion: '1ère' }, { promotion: 1 }],
    ['a short promotion', { promotion: 'P3' }, { promotion: 3 }],
    ['the territory by its initials', { territoire: 'qpv' }, { territory: 'qpv' }],
    [
      'the territory in full',
      { territoire: 'Quartier prioritaire de la politique de la ville (QPV)' },
      { territory: 'qpv' },
    ],
    ['the territory in the plural', { territoire: 'PETITES ET MOYENNES VILLES' }, { territory: 'town' }],
    ['a region without accents or hyphens', { région: 'AUVERGNE RHONE ALPES' }, {}],
    ['a region by its initials', { région: 'AuRA' }, {}],
    ['no region: the department has one', { région: '' }, { region: 'Auvergne-Rhône-Alpes' }],
    ['a base without VAT', { 'base de la subvention': 'hors taxes' }, { fundedBase: { kind: 'excludingVat' } }],
    ['a base with VAT', { 'base de la subvention': 'TTC' }, { fundedBase: { kind: 'includingVat' } }],
    [
      'the part of the VAT that is recovered',
      { 'base de la subvention': `62,5${NO_BREAK}%` },
      { fundedBase: { kind: 'coefficient', deductibleTenThousandths: 6_250 } },
    ],
    ['a department by its name', { département: 'DROME' }, { department: 'Drôme' }],
    ['a department by both', { département: '26 - Drôme' }, { department: 'Drôme' }],
    ['a department whose zero Excel dropped', { département: '1' }, { department: 'Ain' }],
    [
      'a department of Corsica',
      { région: 'corse', département: '2a' },
      { department: 'Corse-du-Sud', region: 'Corse' },
    ],
    [
      'typographic apostrophes',
      { région: "Provence-Alpes-Côte d'Azur", département: '13' },
      { department: 'Bouches-du-Rhône' },
    ],
    ['a name with doubled spaces', { nom: `La${NO_BREAK} Fabrique ` }, { name: 'La Fabrique' }],
    ['decomposed accents', { nom: 'Cafe\u0301' }, { name: 'Café' }],
    [
      'no decision yet',
      { plafond: '', 'montant attribué': '', décision: '', 'date de la décision': '' },
      { award: null },
    ],
  ];
  it.each(accepted)('may have %s', (_name, cells, expected) => {
    expect(sampleRow(cells)).toMatchObject(expected);
  });

  it.each([
    ['15 000 €', 15_000_00],
    [`15${NARROW}000,00${NO_BREAK}€`, 15_000_00],
    ['15000,00', 15_000_00],
    ['12000.5', 12_000_50],
    ['15.000,00', 15_000_00],
    ['15,000.00', 15_000_00],
    ['15 000 EUR', 15_000_00],
    ['0,10', 10],
    ['9999,99 euros', 9_999_99],
  ])('reads %s in cents', (text, cents) => {
    expect(sampleRow({ 'montant attribué': text }).award?.amountCents).toBe(cents);
  });

  it.each(['14/03/2023', '14-3-2023', '14.03.2023', '2023-03-14', '2023-03-14 00:00:00'])(
    'reads the date %s',
    (text) => {
      expect(sampleRow({ 'date de la décision': text }).award?.date).toBe('2023-03-14');
    },
  );
});

describe('a cell that can’t be read says its line, header, value and what to do', () => {
  const refused: readonly (readonly [keyof SampleCells, string, RegExp])[] = [
    ['nom', '', /vide/],
    ['nom', '—', /nom du lauréat/],
    ['nom', 'Caf\uFFFD', /accents.*abîmés/],
    ['nom', 'CafÃ©', /accents.*abîmés/],
    ['nom', '#N/A', /formule en erreur/],
    ['SIRET', '7,32829E+13', /format Texte/],
    ['SIRET', '7.32829E+13', /format Texte/],
    ['SIRET', '732829320', /SIREN/],
    ['SIRET', '5720784000018', /zéros du début \(05720784000018 \?\)/],
    ['SIRET', '7328293200007', /13 chiffres sur 14/],
    ['SIRET', '73282932000075', /clé de contrôle/],
    ['SIRET', 'à venir', /14 chiffres/],
    ['base de la subvention', '101 %', /« 60 % »/],
    ['base de la subvention', 'assujettie', /« HT »/],
    ['promotion', '7', /1 à 6/],
    ['territoire', 'ville', /QPV/],
    ['région', 'Rhône-Alpes', /région n’existe pas/],
    ['région', 'Bretagne', /Drôme est en région Auvergne-Rhône-Alpes/],
    ['département', '20', /département n’existe pas/],
    ['signataire 1 e-mail', 'zoe@fabrique', /mal écrite/],
    ['signataire 1 e-mail', '', /manque l’adresse/],
    ['signataire 1 nom', '', /manque le nom/],
    ['contributeur 1 e-mail', 'zoe@fabrique-vercors.example', /deux fois sur la ligne/],
    ['plafond', '12 000', /plafonds du programme/],
    ['plafond', '', /quatre cellules/],
    ['montant attribué', '15 000,01', /dépasse le plafond/],
    ['montant attribué', '0', /nul/],
    ['montant attribué', '-500', /pas lisible/],
    ['montant attribué', '1 50 00', /pas lisible/],
    ['montant attribué', '1.500.00', /pas lisible/],
    ['montant attribué', '12 000.000', /pas lisible/],
    ['décision', '', /quatre cellules/],
    ['décision', '///', /référence de la décision/],
    ['date de la décision', '31/02/2023', /jour\/mois\/année/],
    ['date de la décision', '03/14/2023', /jour\/mois\/année/],
    ['date de la décision', '14/03/23', /4 chiffres/],
    ['date de la décision', '44999', /format Date/],
  ];
  it.each(refused)('%s « %s »', (header, value, reason) => {
    const { rows, problems } = readSample({ [header]: value }, otherCells);
    expect(rows.map(({ line }) => line)).toEqual([3]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 2, reason: expect.stringMatching(reason) });
    // A person's problem is told on the address, the column staff look for.
    expect(problems[0]?.column).toBe(header.replace(/(signataire 1) nom/, '$1 e-mail'));
  });

  it('tells every problem of every row at once', () => {
    const { rows, problems } = readSample({ SIRET: 'x', promotion: '9' }, { ...otherCells, plafond: '3' });
    expect(rows).toEqual([]);
    expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual(['2 SIRET', '2 promotion', '3 plafond']);
  });
});

describe('people', () => {
  const contacts = (cell: string) =>
    readLaureates(
      csvOf({
        'signataire 1 nom': '',
        'signataire 1 e-mail': '',
        'contributeur 1 nom': '',
        'contributeur 1 e-mail': '',
      })
        .replace('"recommandations"', '"contacts"')
        .replace(/""$/, `"${cell}"`),
    );

  it('may stand in one « contacts » cell', () => {
    const { rows } = contacts('Zoé Martin <Zoe@x.example> (signataire); Ali B <ali@x.example> (contributrice)');
    expect(rows[0]?.contacts).toEqual([
      { name: 'Zoé Martin', email: 'zoe@x.example', role: 'signatory' },
      { name: 'Ali B', email: 'ali@x.example', role: 'contributor' },
    ]);
  });

  it.each([
    ['Zoé Martin zoe@x.example', /Prénom Nom <adresse>/],
    ['Zoé Martin <zoe@x.example>', /rôle/],
    ['Ali B <ali@x.example> (contributeur)', /manque un signataire/],
    ['', /manque un signataire/],
  ])('are refused in a « contacts » cell that says « %s »', (cell, reason) => {
    expect(contacts(cell).problems).toEqual([
      expect.objectContaining({ line: 2, reason: expect.stringMatching(reason) }),
    ]);
  });

  const phoned = (phone: string) =>
    readLaureates(csvOf({}).replace('"recommandations"', '"Téléphone du signataire 1"').replace(/""$/, `"${phone}"`));

  it.each([
    ['01 23 45 67 89', '01 23 45 67 89'],
    ['+33 6 12 34 56 78', '+33 6 12 34 56 78'],
    // What Excel leaves of 06 12 34 56 78 in a column of numbers.
    ['612345678', '0612345678'],
    ['', undefined],
  ])('may have a telephone: « %s »', (phone, read) => {
    expect(phoned(phone)).toMatchObject({ problems: [] });
    expect(phoned(phone).rows[0]?.contacts[0]?.phone).toBe(read);
  });

  it('are refused with a telephone that is none', () => {
    expect(phoned('standard').problems).toMatchObject([{ line: 2, reason: expect.stringContaining('téléphone') }]);
  });

  it('may have a first name and a name in two columns, or all in one', () => {
    const text = csvOf({}, otherCells)
      .replace('"signataire 1 nom"', '"Prénom du signataire 1"')
      .replace('"contributeur 1 nom"', '"Nom signataire 1"')
      .replace('"contributeur 1 e-mail"', '"Signataire 2"')
      .replace('"Zoé Martin"', '"Zoé"')
      .replace('"Ali Benali"', '"Martin"')
      .replace('"ali@fabrique-vercors.example"', '"Éva Roy <eva@x.example>"');
    expect(readLaureates(text).rows[0]?.contacts).toEqual([
      { name: 'Zoé Martin', email: 'zoe@fabrique-vercors.example', role: 'signatory' },
      { name: 'Éva Roy', email: 'eva@x.example', role: 'signatory' },
    ]);
  });
});
