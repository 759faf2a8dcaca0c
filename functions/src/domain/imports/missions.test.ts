import { describe, expect, it } from 'vitest';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { planMissions } from './mission-plan.ts';
import { missionsSheet } from './missions.ts';
import type { Recorded } from './recorded.ts';
import { readSheet } from './sheet.ts';
import { sampleProgramme, source } from './testing/sample-programme.ts';

const running = {
  mission: 'M-12',
  lauréat: 'FTL-001',
  expert: 'atelier@atelier-sud.example',
  besoin: 'Écrire la stratégie de développement.',
  'sous-thématiques': '4.2, 10.1',
  état: 'rapport attendu',
  'demandée le': '15/01/2024',
  'part du lauréat': '3 000,00',
  'subvention validée': '2 500,00',
  'montant final': '',
  'numéro du devis': 'D-3',
  'devis valable jusqu’au': '30/04/2024',
  'début prévu': '01/03/2024',
  'fin prévue': '31/07/2024',
  'montant HT': '2 500,00',
  'montant TTC': '3 000,00',
  'validée le': '12/02/2024',
  'validée par': 'Zoé Martin',
  'rapport remis le': '',
  'PDF du diagnostic': '',
  'PDF du devis': '',
  'PDF du rapport': '',
} as const;
type Cells = { readonly [Header in keyof typeof running]?: string };

function planOf(rows: readonly Cells[], recorded: Recorded = sampleProgramme()) {
  const lines = rows.map((cells) => Object.values({ ...running, ...cells }).join(';'));
  const sheet = readSheet([Object.keys(running).join(';'), ...lines].join('\n'), missionsSheet(builtInThemes));
  const plan = planMissions(sheet.rows, recorded, source);
  return { plan, problems: [...sheet.problems, ...plan.problems] };
}

describe('A mission in progress', () => {
  it('is planned as the action that takes it over, with what its ledger will have more', () => {
    const { plan, problems } = planOf([{}]);
    expect(problems).toEqual([]);
    const [taken] = plan.create;
    expect(taken).toMatchObject({
      missionId: 'mission-reprise-m-12',
      input: {
        ...{ state: 'awaiting_report', expertId: 'sud', subthemes: ['4.2', '10.1'], askedOn: '2024-01-15' },
        shares: { fabrique: { shareCents: 3_000_00, subsidyCents: 2_500_00, finalCents: null } },
        devis: {
          number: 'D-3',
          amounts: { excludingVatCents: 2_500_00, vatCents: 500_00, includingVatCents: 3_000_00 },
        },
        validated: { on: '2024-02-12', by: 'Zoé Martin' },
        reason: 'Reprise (reprise.csv, ligne 2)',
      },
    });
    expect(taken?.entries.get('fabrique')).toMatchObject([{ type: 'commit', cents: -2_500_00 }]);
  });

  it('that is here already is left as it is', () => {
    const recorded = { ...sampleProgramme(), missionIds: new Set(['mission-reprise-m-12']) };
    expect(planOf([{ 'montant final': '1,00' }], recorded).plan).toMatchObject({
      create: [],
      unchanged: 1,
      problems: [],
    });
  });

  it('shared, has a row a laureate and one devis', () => {
    const parts = [
      { 'part du lauréat': '2 000', 'subvention validée': '2 000' },
      { lauréat: '90000000200015', 'part du lauréat': '1 000', 'subvention validée': '0' },
    ];
    const { plan, problems } = planOf(parts);
    expect(problems).toEqual([]);
    expect(Object.keys(plan.create[0]?.input.shares ?? {})).toEqual(['fabrique', 'etabli']);
    expect(planOf(parts.slice(0, 1)).problems).toMatchObject([{ reason: expect.stringContaining('les parts font') }]);
    expect(planOf([parts[0] ?? {}, { ...parts[1], état: 'terminée', 'montant final': '0' }]).problems).toMatchObject([
      { line: 3, reason: expect.stringContaining('pas le même état') },
      { line: 2, reason: expect.stringContaining('sa ligne 3 est en erreur') },
    ]);
  });

  it.each<readonly [string, Cells]>([
    ['whose cell can’t be read', { 'demandée le': 'bientôt' }],
    ['of an unknown laureate', { lauréat: 'FTL-9' }],
    ['that names no mission, as under merged cells', { mission: '' }],
  ])('shared, is not written without one of its rows: one %s leaves the others out', (_name, bad) => {
    const asked = { état: 'diagnostic attendu' };
    const rows = [asked, { ...asked, lauréat: 'FTL-002', ...bad }, { ...asked, mission: 'M-13' }];
    const { plan, problems } = planOf(rows);
    expect(plan.create).toMatchObject([{ line: 4 }]);
    expect(problems.toSorted((a, b) => a.line - b.line)).toMatchObject([
      { line: 2, column: 'mission', value: 'M-12', reason: expect.stringContaining('sa ligne 3 est en erreur') },
      { line: 3 },
    ]);
    expect(planOf([asked, { ...asked, lauréat: 'FTL-002' }]).plan.create).toMatchObject([{ line: 2 }]);
  });

  it.each<readonly [string, Cells]>([
    ['demandée le', { 'demandée le': '23/11/2026' }],
    ['validée le', { 'validée le': '23/11/2026' }],
    ['rapport remis le', { état: 'terminée', 'montant final': '0', 'rapport remis le': '23/11/2026' }],
  ])('that says something of tomorrow as done is refused by the dry run already: %s', (column, cells) => {
    const reason = expect.stringContaining('dans l’avenir');
    expect(planOf([cells]).problems).toMatchObject([{ line: 2, column, value: '2026-11-23', reason }]);
    expect(planOf([{ ...cells, [column]: '22/11/2026' }]).problems).toEqual([]);
  });

  it.each<readonly [string, Cells, string, RegExp]>([
    ['an unknown laureate', { lauréat: 'FTL-9' }, 'lauréat', /aucun lauréat/],
    ['an unknown expert', { expert: 'nobody@x.example' }, 'expert', /aucun expert/],
    ['an expert by its name', { expert: 'Atelier Sud' }, 'expert', /SIRET de l’expert/],
    ['an unknown state', { état: 'bientôt' }, 'état', /rapport attendu/],
    ['an unknown sub-theme', { 'sous-thématiques': '4.9' }, 'sous-thématiques', /n’est pas une sous-thématique/],
    ['no validation where one is needed', { 'validée par': '' }, 'validée par', /vide/],
    ['no final amount at the end', { état: 'terminée' }, 'montant final', /vide/],
    ['more subsidy than the part', { 'subvention validée': '3 000,01' }, 'subvention validée', /dépasse la part/],
    ['a PDF that nobody deposited', { 'PDF du devis': 'devis.pdf' }, 'PDF du devis', /déposez-le d’abord/],
    ['no PDF where a decision waits', { état: 'validation attendue' }, 'PDF du diagnostic', /nécessaire/],
  ])('is refused with the line, the column and why: %s', (_name, cells, column, reason) => {
    expect(planOf([cells]).problems).toMatchObject([{ line: 2, column, reason: expect.stringMatching(reason) }]);
  });

  it('never uses the euro of another row', () => {
    const big = {
      'part du lauréat': '8 000',
      'subvention validée': '8 000',
      'montant HT': '8 000',
      'montant TTC': '8 000',
    };
    expect(planOf([big, { ...big, mission: 'M-13' }]).problems).toMatchObject([
      { line: 3, column: 'subvention validée', reason: expect.stringContaining('il ne reste que') },
    ]);
  });

  it('takes the PDFs of the dossier by their names, whatever their capitals, when one alone is so named', () => {
    const file = {
      fileId: 'f1',
      laureateId: 'fabrique',
      name: 'Devis Atelier.PDF',
      sha256: 'a1b2c3d4e5f60718aa',
      isScopingNote: false,
    };
    const recorded = { ...sampleProgramme(), files: [file] };
    const cells = { 'PDF du devis': 'devis atelier.pdf' };
    const keptAs = 'mission-reprise-m-12-devis-a1b2c3d4e5f60718';
    const [taken] = planOf([cells], recorded).plan.create;
    expect(taken).toMatchObject({
      pdfs: [{ piece: 'devis', fileId: 'f1', keptAs }],
      input: { pdfs: { devis: keptAs } },
    });
    // Replaced since an import that was refused: the mission's copy is another file, not the one that was kept first.
    const mended = { ...recorded, files: [{ ...file, fileId: 'f9', sha256: 'ffffffffffffffffffff' }] };
    expect(planOf([cells], mended).plan.create[0]?.input.pdfs).toEqual({
      devis: 'mission-reprise-m-12-devis-ffffffffffffffff',
    });
    const twice = { ...recorded, files: [file, { ...file, fileId: 'f2' }] };
    expect(planOf([cells], twice).problems).toMatchObject([{ reason: expect.stringContaining('plusieurs PDF') }]);
    const elsewhere = { ...recorded, files: [{ ...file, laureateId: 'etabli' }] };
    expect(planOf([cells], elsewhere).problems).toMatchObject([{ column: 'PDF du devis' }]);
  });
});
