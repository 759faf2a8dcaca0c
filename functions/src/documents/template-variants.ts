import type { EditableTemplateName } from '../domain/templates/templates.ts';
import type { Contexts } from './contexts.ts';
import { samples } from './testing/samples.ts';

/**
 * The documents that a template is tried on before it is published: between them, each thing that some document lacks is once there and once not,
 * and each list is once empty where it may be.
 */
type Variants = { readonly [Name in EditableTemplateName]: readonly Contexts[Name][] };

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

export const templateVariants: Variants = {
  diagnostic: [samples.diagnostic, { ...samples.diagnostic, devis: { ...ownDevis, lines: [] } }],
  report: [samples.report, { ...samples.report, chronology: [] }],
  attestation: [
    { ...samples.attestation, devis: { ...samples.attestation.devis, expired: true }, seal: sealOf(true) },
    { ...samples.attestation, devis: ownDevis, share: { ...former, ownChargeCents: 0 }, seal: sealOf(false) },
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
