import { type Answers, type Form, handedAnswers, typedErrors } from '@sur-mesure/functions/domain/forms/form';
import { isSiret } from '@sur-mesure/functions/domain/laureates/laureate';
import type { DevisInput, HandedInput, SubmitDiagnostic } from '@sur-mesure/functions/domain/missions/actions';
import { activeParticipants, type HandedDocument } from '@sur-mesure/functions/domain/missions/mission';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import type { DevisIssuer } from '@sur-mesure/functions/domain/subsidy/share';
import { isAnswers } from '../common/draft.ts';
import { fieldErrors } from '../common/form/FormQuestions.tsx';
import type { FieldError } from '../common/notice/Notice.tsx';
import { amountsOf, missingAmounts, noAmounts, type TypedAmounts, typedAmounts } from './devis.ts';
import { noSplit, partsMissing, splitFault, splitInEuros, splitOf, type TypedSplit } from './split.ts';

/** A file already verified, under the name the person knows it by. */
export interface KeptFile {
  readonly fileId: string;
  readonly name: string;
}

/** A diagnostic or a report while it is written: on line or as a PDF; what was begun one way is kept when the other is tried. */
export interface TypedDocument {
  readonly way: 'form' | 'file';
  readonly answers: Answers;
  readonly file: KeptFile | null;
}

export const emptyDocument: TypedDocument = { way: 'form', answers: {}, file: null };

export interface TypedDevis {
  readonly file: KeptFile | null;
  readonly number: string;
  readonly validUntil: string;
  /** Who issues it, when it is not the company of the profile; the SIRET as typed. */
  readonly issuer: DevisIssuer | null;
  readonly amounts: TypedAmounts;
}

export const emptyDevis: TypedDevis = { file: null, number: '', validUntil: '', issuer: null, amounts: noAmounts };
export const noIssuer: DevisIssuer = { name: '', siret: '' };
export const EXPIRED_ALREADY =
  'Cette date est passée : la manufacture en sera avertie. Un devis à jour se valide plus sûrement.';

/** What « Envoyer le diagnostic et le devis » asks, while it is typed. */
export interface TypedSubmission {
  readonly diagnostic: TypedDocument;
  readonly devis: TypedDevis;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly split: TypedSplit;
}

/** Ids of those whose part is asked for. */
export function sharing({ mission }: Pick<MissionView, 'mission'>): string[] {
  return activeParticipants(mission).map(({ laureateId }) => laureateId);
}

/** Starts from the version before, so that a correction corrects instead of beginning again. */
export function firstSubmission(view: Pick<MissionView, 'mission' | 'submitted' | 'files'>): TypedSubmission {
  const { submission } = view.mission;
  if (submission === null) {
    return { diagnostic: emptyDocument, devis: emptyDevis, plannedStart: '', plannedEnd: '', split: noSplit };
  }
  const { number, validUntil, fileId, issuer } = submission.devis;
  const amounts = view.submitted?.amounts;
  return {
    diagnostic: handedBefore(submission.diagnostic, view),
    devis: {
      file: keptFile(fileId, view),
      number,
      validUntil,
      issuer,
      amounts: amounts === undefined ? noAmounts : typedAmounts(amounts),
    },
    plannedStart: submission.plannedStart,
    plannedEnd: submission.plannedEnd,
    split: splitInEuros(view.submitted?.split ?? {}),
  };
}

export function handedBefore(document: HandedDocument, view: Pick<MissionView, 'files'>): TypedDocument {
  return document.kind === 'form'
    ? { ...emptyDocument, answers: document.answers }
    : { ...emptyDocument, way: 'file', file: keptFile(document.fileId, view) };
}

function keptFile(fileId: string, { files }: Pick<MissionView, 'files'>): KeptFile | null {
  const file = files.find((one) => one.fileId === fileId);
  return file === undefined ? null : { fileId, name: file.name };
}

/** What is still missing of a document, its fields named after `id`. */
export function documentErrors(id: string, form: Form, typed: TypedDocument): FieldError[] {
  if (typed.way === 'form') return fieldErrors(typedErrors(form, typed.answers));
  return typed.file === null
    ? [{ fieldId: `${id}-file`, message: 'Déposez le PDF, ou choisissez de le remplir en ligne.' }]
    : [];
}

export function handedInput(form: Form, { way, answers, file }: TypedDocument): HandedInput | null {
  if (way === 'form') return { kind: 'form', ...handedAnswers(form, answers) };
  return file === null ? null : { kind: 'file', fileId: file.fileId };
}

/** In the order of the page. */
export function devisErrors({ file, number, validUntil, issuer, amounts }: TypedDevis): FieldError[] {
  const errors: (FieldError | false)[] = [
    file === null && { fieldId: 'devis-file', message: 'Déposez le PDF du devis.' },
    number.trim() === '' && { fieldId: 'devis-number', message: 'Écrivez le numéro du devis.' },
    validUntil === '' && { fieldId: 'devis-valid', message: 'Choisissez la date de fin de validité du devis.' },
    issuer !== null &&
      issuer.name.trim() === '' && {
        fieldId: 'devis-issuer-name',
        message: 'Écrivez le nom de la structure qui émet le devis.',
      },
    issuer !== null &&
      !isSiret(digitsOf(issuer.siret)) && {
        fieldId: 'devis-issuer-siret',
        message: 'Ce SIRET n’existe pas : recopiez les 14 chiffres du devis.',
      },
  ];
  return [...errors.filter((error) => error !== false), ...missingAmounts(amounts)];
}

export function devisInput({ file, number, validUntil, issuer, amounts }: TypedDevis): DevisInput | null {
  const read = amountsOf(amounts);
  if (file === null || read === null) return null;
  const issuedBy = issuer && { name: issuer.name.trim(), siret: digitsOf(issuer.siret) };
  return { fileId: file.fileId, number: number.trim(), validUntil, issuer: issuedBy, amounts: read };
}

function digitsOf(siret: string): string {
  return siret.replaceAll(/[\s.]/g, '');
}

export function splitErrors(laureateIds: readonly string[], typed: TypedSplit, total: number): FieldError[] {
  const [missing] = partsMissing(laureateIds, typed);
  if (missing !== undefined)
    return [{ fieldId: `split-${missing}`, message: 'Écrivez la part de chaque manufacture.' }];
  const fault = splitFault(laureateIds, typed, total);
  return fault === null ? [] : [{ fieldId: `split-${laureateIds[0]}`, message: fault }];
}

/** Everything that is missing or wrong, in the order of the page. The server has the last word on dates of the programme. */
export function submissionErrors(form: Form, typed: TypedSubmission, laureateIds: readonly string[]): FieldError[] {
  const { plannedStart, plannedEnd } = typed;
  const total = amountsOf(typed.devis.amounts)?.includingVatCents;
  const dates: (FieldError | false)[] = [
    plannedStart === '' && { fieldId: 'planned-start', message: 'Choisissez la date de début prévue.' },
    plannedEnd === '' && { fieldId: 'planned-end', message: 'Choisissez la date de fin prévue.' },
    plannedStart !== '' &&
      plannedEnd !== '' &&
      plannedEnd < plannedStart && {
        fieldId: 'planned-end',
        message: 'La mission finirait avant de commencer : vérifiez les deux dates.',
      },
  ];
  return [
    ...documentErrors('diagnostic', form, typed.diagnostic),
    ...devisErrors(typed.devis),
    ...(total === undefined ? [] : splitErrors(laureateIds, typed.split, total)),
    ...dates.filter((error) => error !== false),
  ];
}

/** What is sent; null while something is missing. */
export function submissionInput(
  form: Form,
  typed: TypedSubmission,
  laureateIds: readonly string[],
): SubmitDiagnostic | null {
  const diagnostic = handedInput(form, typed.diagnostic);
  const devis = devisInput(typed.devis);
  const split = devis && splitOf(laureateIds, typed.split, devis.amounts.includingVatCents);
  if (diagnostic === null || devis === null || split === null) return null;
  return { diagnostic, devis, plannedStart: typed.plannedStart, plannedEnd: typed.plannedEnd, split };
}

/** Whether a kept draft still has the shape of this form. */
export function isSubmission(value: unknown): value is TypedSubmission {
  return (
    hasParts(value, { plannedStart: 'string', plannedEnd: 'string' }) &&
    'split' in value &&
    isSplit(value.split) &&
    'diagnostic' in value &&
    isDocument(value.diagnostic) &&
    'devis' in value &&
    isDevis(value.devis)
  );
}

export function isDocument(value: unknown): value is TypedDocument {
  if (!hasParts(value, { way: 'string', answers: 'object', file: 'object' })) return false;
  return 'answers' in value && isAnswers(value.answers);
}

export function isDevis(value: unknown): value is TypedDevis {
  return (
    hasParts(value, { file: 'object', number: 'string', validUntil: 'string', issuer: 'object' }) &&
    'amounts' in value &&
    hasParts(value.amounts, { vat: 'string', rates: 'object', lines: 'object' })
  );
}

export function isSplit(value: unknown): value is TypedSplit {
  return hasParts(value, { way: 'string', cents: 'object', percents: 'object' });
}

function hasParts(value: unknown, parts: Readonly<Record<string, string>>): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(parts).every(([name, kind]) => typeof Reflect.get(value, name) === kind);
}
