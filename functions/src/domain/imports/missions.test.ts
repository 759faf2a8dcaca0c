import { describe, expect, it } from 'vitest';
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
  const sheet = readSheet([Object.keys(running).join(';'), ...lines].join('\n'), missionsSheet);
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
      { reason: expect.stringContaining('pas le même état') },
    ]);
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
    const file = { fileId: 'f1', laureateId: 'fabrique', name: 'Devis Atelier.PDF', isScopingNote: false };
    const recorded = { ...sampleProgramme(), files: [file] };
    const cells = { 'PDF du devis': 'devis atelier.pdf' };
    expect(planOf([cells], recorded).plan.create[0]?.pdfs).toEqual([{ piece: 'devis', fileId: 'f1' }]);
    const twice = { ...recorded, files: [file, { ...file, fileId: 'f2' }] };
    expect(planOf([cells], twice).problems).toMatchObject([{ reason: expect.stringContaining('plusieurs PDF') }]);
    const elsewhere = { ...recorded, files: [{ ...file, laureateId: 'etabli' }] };
    expect(planOf([cells], elsewhere).problems).toMatchObject([{ column: 'PDF du devis' }]);
  });
});
