import type { FormName } from '../../forms/form.ts';
import type { Devis } from '../../subsidy/share.ts';
import type { Command, DevisInput, HandedInput } from '../actions.ts';
import { versionHandedIn } from '../answering.ts';
import type { Facts } from '../facts.ts';
import { activeParticipants, type HandedDocument, type Mission, type Report } from '../mission.ts';
import type { Change } from './change.ts';
import { withoutDecisions } from './participants.ts';

/** A diagnostic and its devis, as the next version. */
export function submitted(
  before: Mission,
  facts: Facts,
  input: Extract<Command, { action: 'submitDiagnostic' }>['input'],
): Change {
  const version = before.versions + 1;
  const { diagnostic, devis, plannedStart, plannedEnd } = input;
  // Laureates who never answered the proposal to share are left out: the split is of those who said yes.
  const answered = Object.entries(before.participants).map(
    ([id, one]) => [id, one.status === 'proposed' ? { ...one, status: 'declined' as const } : one] as const,
  );
  return {
    core: { ...withoutDecisions({ ...before, participants: Object.fromEntries(answered) }), versions: version },
    submission: {
      version,
      at: facts.now,
      by: facts.actor.name,
      diagnostic: handed(facts, { form: 'diagnostic', document: diagnostic }, `${before.id}-diagnostic-${version}`),
      devis: named(devis),
      plannedStart,
      plannedEnd,
    },
    report: null,
  };
}

/** A devis without its amounts, which are not everybody's to read. */
export function named({ fileId, number, validUntil, issuer }: DevisInput): Devis {
  return { fileId, number: number.trim(), validUntil, issuer: issuer && { ...issuer, name: issuer.name.trim() } };
}

/** The same documents with another split: a version that everybody decides on again. */
export function resubmitted(before: Mission, facts: Facts): Change {
  const version = before.versions + 1;
  const submission = before.submission ? { ...before.submission, version, at: facts.now, by: facts.actor.name } : null;
  return { core: { ...withoutDecisions(before), versions: version }, submission, report: null };
}

/** The next report. */
export function reported(
  before: Mission,
  facts: Facts,
  document: Extract<Command, { action: 'submitReport' }>['input']['document'],
): Report {
  const number = (before.report?.number ?? 0) + 1;
  return {
    number,
    at: facts.now,
    by: facts.actor.name,
    document: handed(facts, { form: 'report', document }, `${before.id}-report-${number}`),
  };
}

/** A form's PDF has a name of its own before it is made, so that making it twice makes it once. */
function handed(
  facts: Facts,
  { form, document }: { readonly form: FormName; readonly document: HandedInput },
  fileId: string,
): HandedDocument {
  if (document.kind === 'file') return document;
  const { answers, formVersion } = document;
  return { kind: 'form', formVersion: versionHandedIn(facts, { form, formVersion }), answers, fileId };
}

/** One more laureate has validated the open amendment; with the last one, its devis is the one in force. */
export function amended(before: Mission, facts: Facts): Change {
  const { submission, report, openAmendment } = before;
  if (openAmendment === null || submission === null) return { core: before, submission, report };
  const validatedBy = [...openAmendment.validatedBy, facts.laureateId ?? ''];
  const everyone = activeParticipants(before).every(({ laureateId }) => validatedBy.includes(laureateId));
  if (!everyone) return { core: { ...before, openAmendment: { ...openAmendment, validatedBy } }, submission, report };
  // The devis in force is a version of its own: what the pages show, prefill and bound is read from its amounts.
  const version = before.versions + 1;
  return {
    core: { ...before, openAmendment: null, versions: version },
    submission: { ...submission, version, at: openAmendment.at, devis: openAmendment.devis },
    report,
  };
}
