import type { Contexts, TemplateName } from './contexts.ts';
import { samples } from './samples/samples.ts';
import { emptyMonth, emptyWeek } from './samples/samples-summaries.ts';

/**
 * The documents that a template is tried on before it is published: between them, each thing that some document lacks is once there and once not,
 * and each list is once empty where it may be. A devis is its expert's own, and what is kept
 * of a person is said by the law: all other documents are here, or this does not compile.
 */
type Variants = { readonly [Name in Exclude<TemplateName, 'devis-sample' | 'my-data'>]: readonly Contexts[Name][] };

const sealOf = (demonstration: boolean) => ({
  ...{ signedBy: 'France Tiers-Lieux', certificateSha256: samples.attestation.recordHash, demonstration },
});

const { issuer: _issuer, ...ownDevis } = samples.attestation.devis;
const { base: _base, fundedCents: _funded, recoverableCents: _recoverable, ...former } = samples.attestation.share;

const onPaper = (paper: Omit<NonNullable<Contexts['attestation']['paper']>, 'signedBy' | 'signedOn'>) => ({
  ...samples.attestation,
  ...{ consent: '', paper: { ...paper, signedBy: 'Paule Renaud', signedOn: '2025-02-28' } },
  files: paper.outside ? [] : samples.attestation.files,
});

const summary = samples['devis-summary'];
const { issuer: _summaryIssuer, ...ownSummary } = summary.devis;
const part = {
  ...{ laureate: samples.attestation.laureate.name, state: 'à valider', amountCents: 180_000 },
  ...{ subsidyCents: 150_000, ownCents: 30_000, estimated: true },
};
const funded = { base: 'montant hors taxes', fundedCents: 150_000 };
const { lines: _lines, ...totals } = samples.attestation.devis;

const note = samples['scoping-note'];
const said = { atMs: note.handedInAtMs, byName: 'Inès Garnier', message: '' };
const [asked] = samples.feedback.sections;
const section = { title: 'Votre avis', chosen: asked?.chosen ?? [], written: asked?.written ?? [] };

export const templateVariants: Variants = {
  'devis-summary': [
    summary,
    { ...summary, devis: { ...ownSummary, expired: true }, amounts: { own: { ...part, ...funded }, shared: true } },
    { ...summary, warnings: [], amounts: { own: { ...part, state: 'engagée', estimated: false }, shared: true } },
    { ...summary, warnings: [], amounts: { whole: { ...totals, lines: [] }, parts: [part, { ...part, ...funded }] } },
  ],
  'scoping-note': [
    note,
    {
      ...{ ...note, byName: '', inForce: false, estimatedCents: 0, recommendations: [] },
      standing: { changesAsked: { ...said, message: 'Précisez le calendrier.' } },
      needs: note.needs.map((need) => ({ ...need, estimatedCents: null })),
    },
    { ...note, standing: { accepted: said } },
    { ...note, standing: { unanswered: true } },
    { ...note, standing: { changesAsked: said }, needs: [], estimatedCents: 0 },
  ],
  feedback: [
    samples.feedback,
    {
      ...samples.feedback,
      sections: [
        { ...section, written: [] },
        { ...section, chosen: [] },
      ],
    },
  ],
  'weekly-summary': [samples['weekly-summary'], emptyWeek],
  'monthly-summary': [samples['monthly-summary'], emptyMonth],
  diagnostic: [samples.diagnostic, { ...samples.diagnostic, devis: { ...ownDevis, lines: [] } }],
  report: [samples.report, { ...samples.report, chronology: [] }],
  attestation: [
    { ...samples.attestation, devis: { ...samples.attestation.devis, expired: true }, seal: sealOf(true) },
    {
      ...samples.attestation,
      devis: { ...ownDevis, lines: [] },
      share: { ...former, ownChargeCents: 0 },
      seal: sealOf(false),
    },
    samples.attestation,
    { ...onPaper({ reason: 'Sans connexion ce jour-là.', outside: false }), seal: sealOf(false) },
    { ...onPaper({ reason: '', outside: true }), seal: sealOf(false) },
  ],
  statement: [
    samples.statement,
    { ...samples.statement, closing: true, holding: [] },
    { ...samples.statement, lines: [], waiting: [], head: { sequence: 0, hash: '' } },
  ],
};
