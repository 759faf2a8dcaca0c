import type {
  AnsweredSection,
  AttestationContext,
  Checkable,
  Contexts,
  SealedFile,
  TemplateName,
} from '../documents/contexts.ts';
import type { Model } from '../documents/model.ts';
import { renderDocument } from '../documents/render.ts';
import { type PieceKind, pieces } from '../domain/dossiers/pieces.ts';
import type { Answers } from '../domain/forms/form.ts';
import { currentSiret } from '../domain/laureates/laureate.ts';
import { happenedIn } from '../domain/missions/journal.ts';
import { activeParticipants, type HandedDocument, type JournalEntry } from '../domain/missions/mission.ts';
import { consentSentence, type Proof } from '../domain/missions/outcome.ts';
import { formatEuros, sum } from '../domain/money.ts';
import { subthemeLabel } from '../domain/programme/theme-list.ts';
import { baseLabel, formatRate } from '../domain/subsidy/funded.ts';
import type { DevisAmounts } from '../domain/subsidy/share.ts';
import { canonicalJson, sha256 } from '../store/hash.ts';
import type { Source } from '../store/missions/documents.ts';
import { devisSummaryOf, feedbackOf } from './asked-contexts.ts';
import { authenticationSteps, openingSteps, roleGivenWords } from './attestation-steps.ts';
import { type PrintedLogo, printedLaureate } from './printed-laureate.ts';

export interface Rendered {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly piece: PieceKind;
  /** Set for what belongs to one laureate of a mission. */
  readonly laureateId: string | null;
}

/** How an attestation names its seal; null of what carries none. */
export type SealNamed = NonNullable<AttestationContext['seal']> | null;

/** What a document takes besides its records. */
export interface Making {
  readonly origin: string;
  /** The text that prints it. */
  readonly model: Model;
  /** Of the laureate that it is about alone. */
  readonly logo: PrintedLogo | null;
}

/** What a document has besides what the store read. */
interface Around extends Pick<Making, 'logo'> {
  readonly addresses: Pick<Checkable, 'originalAddress' | 'checkAddress'>;
}

/** Joins what the store read with the template that prints it. Only records enter, as they are when it is made: later than asked, it may print a newer address or name. */
export function renderSource(source: Source, { seal, ...making }: Making & { readonly seal: SealNamed }): Rendered {
  const { document } = source.request;
  const { origin, model, logo } = making;
  const addresses = {
    originalAddress: `${origin}/laureat?mission=${source.mission.id}`,
    checkAddress: `${origin}/verification`,
  };
  const around = { addresses, logo };
  switch (document.kind) {
    case 'diagnostic':
      return drawn(source, 'diagnostic', {
        model,
        context: diagnosticOf(source, around),
        piece: 'diagnostic',
        laureateId: null,
      });
    case 'report':
      return drawn(source, 'report', {
        model,
        context: reportOf(source, around, document.number),
        piece: 'report',
        laureateId: null,
      });
    case 'attestation': {
      const { proof } = source;
      if (proof === null) throw new Error(`no proof for ${source.request.fileId}`);
      return drawn(source, 'attestation', {
        model,
        context: { ...attestationOf(source, around, proof), ...(seal && { seal }) },
        piece: 'attestation',
        laureateId: proof.laureateId,
      });
    }
    case 'feedback': {
      const { laureateId } = document;
      const laureate = source.laureates.find(({ id }) => id === laureateId);
      if (!laureate) throw new Error(`laureate ${laureateId} is missing`);
      const forTeam = { ...addresses, originalAddress: `${origin}/equipe?mission=${source.mission.id}` };
      const shared = common(source, { ...around, addresses: forTeam });
      const context = feedbackOf(source, shared, printedLaureate(laureate, logo));
      return drawn(source, 'feedback', { model, context, piece: 'feedback', laureateId });
    }
    case 'devisSummary': {
      const { laureateId } = document;
      const context = devisSummaryOf(source, common(source, around), { devis: devisOf(source), laureateId });
      return drawn(source, 'devis-summary', { model, context, piece: 'devisSummary', laureateId });
    }
    default:
      return document satisfies never;
  }
}

interface Drawn<Context> extends Pick<Rendered, 'piece' | 'laureateId'>, Pick<Making, 'model'> {
  readonly context: Context;
}

function drawn<Name extends TemplateName>(
  source: Source,
  template: Name,
  { context, model, piece, laureateId }: Drawn<Contexts[Name]>,
): Rendered {
  const bytes = renderDocument(template, context, { issuedAtMs: source.request.at, model });
  return { bytes, piece, laureateId, name: `${pieces[piece].label}, ${source.expert.company}.pdf` };
}

function diagnosticOf(source: Source, around: Around): Contexts['diagnostic'] {
  const { submission } = source.submitted;
  const [first] = activeParticipants(source.mission);
  return {
    ...common(source, around),
    version: source.submitted.version,
    scopingNoteVersion: first?.noteVersion ?? 1,
    submittedAtMs: submission.at,
    sections: sectionsOf(source, submission.diagnostic),
    devis: devisOf(source),
    files: sealed(source, [submission.devis.fileId]),
  };
}

function reportOf(source: Source, around: Around, number: number): Contexts['report'] {
  const { report } = source.mission;
  if (report === null) throw new Error(`no report on ${source.mission.id}`);
  const settledShares = source.shares.filter(({ status }) => status === 'committed' || status === 'settled');
  const validatedCents = sum(settledShares.map(({ shareCents }) => shareCents));
  const finalCents = sum(settledShares.map((share) => share.finalCents));
  return {
    ...common(source, around),
    version: number,
    submittedAtMs: report.at,
    sections: sectionsOf(source, report.document),
    validatedCents,
    finalCents,
    releasedCents: validatedCents - finalCents,
    chronology: chronologyOf(source.events, source.request.at),
  };
}

function attestationOf(source: Source, around: Around, proof: Proof): AttestationContext {
  const laureate = source.laureates.find(({ id }) => id === proof.laureateId);
  if (!laureate) throw new Error(`laureate ${proof.laureateId} is missing`);
  const { mission, laureates: _everyone, ...shared } = common(source, around);
  return {
    ...shared,
    version: 1,
    proofId: proof.id,
    subject: 'le diagnostic préalable et le devis',
    mission,
    laureate: printedLaureate(laureate, around.logo),
    devis: { ...devisOf(source), expired: proof.devisExpiredOn !== undefined },
    share: {
      laureate: laureate.name,
      amountCents: proof.subsidyCents,
      remainingBeforeCents: proof.remainingBeforeCents,
      remainingAfterCents: proof.remainingAfterCents,
      ownChargeCents: proof.shareCents - proof.subsidyCents,
      ...fundedOf(proof),
    },
    files: sealed(
      source,
      proof.documents.map(({ fileId }) => fileId),
    ),
    signatory: {
      name: proof.person.name,
      function: qualityOf(proof),
      quality: `${powerOf(proof)}${roleGivenWords(proof)}`,
      organisation: proof.person.organisation,
      siret: proof.person.siret ?? currentSiret(laureate),
      email: proof.person.email ?? source.signatory?.email ?? '',
    },
    consent: proof.paper ? '' : (proof.consentText ?? consentSentence.text),
    ...(proof.paper ? { paper: { ...proof.paper, outside: proof.paper.fileId === null } } : {}),
    decidedAtMs: proof.at,
    authentication: authenticationSteps(proof),
    chronology: [...chronologyOf(source.events, proof.at), ...openingSteps(proof, source.files)].sort(
      (a, b) => a.atMs - b.atMs,
    ),
    recordHash: sha256(canonicalJson(proof)),
  };
}

function common(source: Source, { addresses, logo }: Around) {
  const { mission, expert, submitted, settings } = source;
  return {
    programme: settings.programmeName,
    ...addresses,
    mission: {
      reference: mission.id,
      need: mission.need,
      subthemes: mission.subthemes.map((id) => subthemeLabel(settings.themes, id, mission.createdAt)),
      plannedStart: submitted.submission.plannedStart,
      plannedEnd: submitted.submission.plannedEnd,
    },
    laureates: source.laureates
      .filter(({ id }) => activeParticipants(mission).some(({ laureateId }) => laureateId === id))
      .map((laureate) => printedLaureate(laureate, logo)),
    expert: { company: expert.company, siret: expert.siret, consultants: [expert.contact.name] },
  };
}

function devisOf({ submitted }: Source): Contexts['diagnostic']['devis'] {
  const { submission, amounts } = submitted;
  const { issuer } = submission.devis;
  return {
    number: submission.devis.number,
    validUntil: submission.devis.validUntil,
    lines: amounts.lines.map(({ label, excludingVatCents }) => ({ label, amountCents: excludingVatCents })),
    exclVatCents: amounts.excludingVatCents,
    vatRows: vatRowsOf(amounts),
    inclVatCents: amounts.includingVatCents,
    ...(issuer === null ? {} : { issuer }),
  };
}

function vatRowsOf({ vat, vatCents }: DevisAmounts) {
  if (vat.kind === 'none') return [{ label: 'TVA non applicable, art. 293 B du CGI', cents: vatCents }];
  const rates = vat.rates.map((rate) => ({
    label: `TVA à ${formatRate(rate.ratePerTenThousand)} de ${formatEuros(rate.baseCents)}`,
    cents: rate.vatCents,
  }));
  return rates.length === 0 ? [{ label: 'TVA', cents: vatCents }] : rates;
}

/** As frozen by the decision; nothing of what was decided before bases were kept. */
function fundedOf({ base, fundedCents, shareCents }: Proof) {
  if (base === undefined || fundedCents === undefined) return {};
  const recoverableCents = shareCents - fundedCents;
  return { base: baseLabel(base).toLocaleLowerCase('fr').replace('tva', 'TVA'), fundedCents, recoverableCents };
}

/** With the questions of the version that was answered; of a PDF there is nothing to print. */
function sectionsOf({ form }: Source, handed: HandedDocument): AnsweredSection[] {
  if (form === null) return [];
  const answers: Answers = handed.kind === 'form' ? handed.answers : {};
  return form.sections.map(({ title, questions }) => ({
    title,
    questions: questions.map(({ id, label }) => ({ label, answer: answers[id] ?? '' })),
  }));
}

function sealed(source: Source, fileIds: readonly string[]): SealedFile[] {
  return source.files
    .filter(({ id }) => fileIds.includes(id))
    .map((file) => ({
      label: pieces[file.piece].label,
      version: source.submitted.version,
      fileName: file.name,
      sizeBytes: file.size,
      sha256: file.sha256,
    }));
}

function qualityOf({ person: { delegatedBy, function: said }, paper }: Proof): string {
  if (paper?.recordedBy === 'staff') return 'équipe France Tiers-Lieux';
  if (said !== undefined) return delegatedBy === undefined ? said : `${said}, par délégation de ${delegatedBy}`;
  return delegatedBy === undefined ? 'signataire' : `signataire par délégation de ${delegatedBy}`;
}

/** Staff never engage a laureate: what binds is the hand that signed. */
function powerOf({ paper }: Proof): string {
  return paper?.recordedBy === 'staff'
    ? 'équipe du programme, qui enregistre ce papier et n’engage pas la structure'
    : 'signataire, personne habilitée à engager la structure';
}

function chronologyOf(events: readonly JournalEntry[], until: number) {
  return events
    .filter(({ at }) => at <= until)
    .map((event) => ({ atMs: event.at, label: `${happenedIn(event)} (${event.by.name})` }));
}
