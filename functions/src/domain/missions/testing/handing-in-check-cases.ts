import { builtInForms } from '../../forms/built-in.ts';
import type { handingIn } from '../checks/handing-in.ts';
import { answersTo, satisfied } from './answers.ts';
import { amounts, type CheckCases, diagnosed, tried, withDevis } from './check-case.ts';
import { shared } from './guard-case.ts';
import { upTo } from './journeys.ts';
import { colleague, expert, signatory } from './people.ts';

const atelier = signatory('atelier');
const SIRET = '73282932000074';

export const handingInCheckCases: Record<keyof typeof handingIn, CheckCases> = {
  diagnosticComplete: {
    'form-outdated': () =>
      tried(
        diagnosed(),
        expert,
        'submitDiagnostic',
        { diagnostic: { kind: 'form', answers: answersTo(builtInForms.diagnostic), formVersion: 9 } },
        { diagnostic: { kind: 'form', answers: answersTo(builtInForms.diagnostic), formVersion: 1 } },
      ),
    'answers-incomplete': () =>
      tried(
        diagnosed(),
        expert,
        'submitDiagnostic',
        { diagnostic: { kind: 'form', answers: {} } },
        { diagnostic: { kind: 'form', answers: answersTo(builtInForms.diagnostic) } },
      ),
    'file-unknown': () => {
      const story = diagnosed();
      // Somebody else's deposit, for this mission.
      const fileId = story.deposit(colleague, 'diagnostic');
      return tried(story, expert, 'submitDiagnostic', { diagnostic: { kind: 'file', fileId } });
    },
  },
  reportComplete: {
    'form-outdated': () =>
      tried(
        upTo('awaiting_report'),
        expert,
        'submitReport',
        { document: { kind: 'form', answers: answersTo(builtInForms.report), formVersion: 9 } },
        { document: { kind: 'form', answers: answersTo(builtInForms.report), formVersion: 1 } },
      ),
    'answers-incomplete': () =>
      tried(
        upTo('awaiting_report'),
        expert,
        'submitReport',
        { document: { kind: 'form', answers: { ...answersTo(builtInForms.report), unknown: 'x' } } },
        { document: { kind: 'form', answers: answersTo(builtInForms.report) } },
      ),
    'file-unknown': () =>
      tried(upTo('awaiting_report'), expert, 'submitReport', { document: { kind: 'file', fileId: 'nowhere' } }),
  },
  devisIsOwnPdf: {
    'file-unknown': () => {
      const story = diagnosed();
      // One's own file, deposited for another mission.
      const fileId = story.deposit(expert, 'elsewhere', { missionId: 'm2' });
      return tried(story, expert, 'submitDiagnostic', withDevis(story, { fileId }));
    },
    'file-not-pdf': () => {
      const story = diagnosed();
      const fileId = story.deposit(expert, 'word', { contentType: 'application/msword' });
      return tried(story, expert, 'submitDiagnostic', withDevis(story, { fileId }));
    },
  },
  devisNumbered: {
    'devis-number-missing': () => {
      const story = diagnosed();
      return tried(story, expert, 'submitDiagnostic', withDevis(story, { number: ' ' }));
    },
  },
  issuerKnown: {
    'issuer-unnamed': () => {
      const story = diagnosed();
      const [bad, good] = [' ', 'Coopérer'].map((name) => withDevis(story, { issuer: { name, siret: SIRET } }));
      return tried(story, expert, 'submitDiagnostic', { ...bad }, good);
    },
    'issuer-siret-invalid': () => {
      const story = diagnosed();
      const [bad, good] = ['73282932000075', SIRET].map((siret) =>
        withDevis(story, { issuer: { name: 'Coopérer', siret } }),
      );
      return tried(story, expert, 'submitDiagnostic', { ...bad }, good);
    },
  },
  amountsAddUp: {
    'amounts-differ': () => {
      const story = diagnosed();
      const bad = withDevis(story, amounts(2_500_00, 500_01, 3_000_00));
      return tried(story, expert, 'submitDiagnostic', bad, withDevis(story, amounts(2_500_00, 500_00, 3_000_00)));
    },
    'amount-invalid': () => {
      const story = diagnosed();
      const bad = withDevis(story, amounts(3_000_00.5, -0.5, 3_000_00));
      return tried(story, expert, 'submitDiagnostic', bad, withDevis(story, amounts(3_000_00, 0, 3_000_00)));
    },
  },
  splitAddsUp: {
    'split-differs': () =>
      tried(
        diagnosed(),
        expert,
        'submitDiagnostic',
        { split: { atelier: 2_999_99 } },
        { split: { atelier: 3_000_00 } },
      ),
    'split-incomplete': () =>
      tried(
        upTo('awaiting_diagnostic', shared()),
        expert,
        'submitDiagnostic',
        { split: { atelier: 3_000_00 } },
        { split: { atelier: 3_000_00, bocal: 0 } },
      ),
  },
  datesInOrder: {
    'dates-reversed': () =>
      tried(
        diagnosed(),
        expert,
        'submitDiagnostic',
        { plannedStart: '2024-05-03', plannedEnd: '2024-05-02' },
        { plannedStart: '2024-05-02', plannedEnd: '2024-05-02' },
      ),
  },
  servicesInProgramme: {
    'after-programme': () =>
      tried(diagnosed(), expert, 'submitDiagnostic', { plannedEnd: '2025-01-01' }, { plannedEnd: '2024-12-31' }),
  },
  feedbackComplete: {
    'form-outdated': () => tried(upTo('closed'), atelier, 'giveFeedback', { formVersion: 9 }, { formVersion: 1 }),
    'answers-incomplete': () =>
      tried(upTo('closed'), atelier, 'giveFeedback', { answers: { ...satisfied, overall: 'Bof' } }),
  },
};
