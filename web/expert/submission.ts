import type { DevisInput, HandedInput, SubmitDiagnostic } from '@sur-mesure/functions/domain/missions/actions';
import { activeParticipants, type HandedDocument } from '@sur-mesure/functions/domain/missions/mission';
import { type Answers, answerErrors, type Form, forms } from '@sur-mesure/functions/domain/programme/forms';
import type { MissionView } from '@sur-mesure/functions/domain/views';
import { isAnswers } from '../common/draft.ts';
import { fieldErrors } from '../common/form/FormQuestions.tsx';
import type { FieldError } from '../common/notice/Notice.tsx';
import {
  amountsFault,
  amountsOf,
  noAmounts,
  splitFault,
  splitOf,
  type TypedAmounts,
  type TypedSplit,
} from './devis.ts';

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
  readonly amounts: TypedAmounts;
}

export const emptyDevis: TypedDevis = { file: null, number: '', validUntil: '', amounts: noAmounts };

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
    return { diagnostic: emptyDocument, devis: emptyDevis, plannedStart: '', plannedEnd: '', split: {} };
  }
  const { number, validUntil, fileId } = submission.devis;
  const amounts = view.submitted?.amounts;
  return {
    diagnostic: handedBefore(submission.diagnostic, view),
    devis: {
      file: keptFile(fileId, view),
      number,
      validUntil,
      amounts: amounts === undefined ? noAmounts : { ...amounts, withoutVat: amounts.vatCents === 0 },
    },
    plannedStart: submission.plannedStart,
    plannedEnd: submission.plannedEnd,
    split: view.submitted?.split ?? {},
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
  if (typed.way === 'form') return fieldErrors(answerErrors(form, typed.answers));
  return typed.file === null
    ? [{ fieldId: `${id}-file`, message: 'Déposez le PDF, ou choisissez de le remplir en ligne.' }]
    : [];
}

export function handedInput({ way, answers, file }: TypedDocument): HandedInput | null {
  if (way === 'form') return { kind: 'form', answers };
  return file === null ? null : { kind: 'file', fileId: file.fileId };
}

/** In the order of the page. */
export function devisErrors({ file, number, validUntil, amounts }: TypedDevis): FieldError[] {
  const fault = amountsFault(amounts);
  const errors: (FieldError | false)[] = [
    file === null && { fieldId: 'devis-file', message: 'Déposez le PDF du devis.' },
    number.trim() === '' && { fieldId: 'devis-number', message: 'Écrivez le numéro du devis.' },
    validUntil === '' && { fieldId: 'devis-valid', message: 'Choisissez la date de fin de validité du devis.' },
    amounts.excludingVatCents === null || amounts.excludingVatCents === 0
      ? { fieldId: 'devis-excluding', message: 'Écrivez le montant du devis, en euros.' }
      : false,
    !amounts.withoutVat &&
      amounts.vatCents === null && { fieldId: 'devis-vat', message: 'Écrivez le montant de la TVA.' },
    !amounts.withoutVat &&
      amounts.includingVatCents === null && { fieldId: 'devis-including', message: 'Écrivez le montant toutes taxes.' },
    fault !== null && { fieldId: 'devis-including', message: fault },
  ];
  return errors.filter((error) => error !== false);
}

export function devisInput({ file, number, validUntil, amounts }: TypedDevis): DevisInput | null {
  const read = amountsOf(amounts);
  if (file === null || read === null) return null;
  return { fileId: file.fileId, number: number.trim(), validUntil, issuer: null, amounts: read };
}

export function splitErrors(laureateIds: readonly string[], typed: TypedSplit, total: number): FieldError[] {
  const missing = laureateIds.filter((id) => (typed[id] ?? null) === null);
  if (laureateIds.length > 1 && missing.length > 0) {
    return missing
      .map((id) => ({ fieldId: `split-${id}`, message: 'Écrivez la part de chaque manufacture.' }))
      .slice(0, 1);
  }
  const fault = splitFault(laureateIds, typed, total);
  return fault === null ? [] : [{ fieldId: `split-${laureateIds[0]}`, message: fault }];
}

/** Everything that is missing or wrong, in the order of the page. The server has the last word on dates of the programme. */
export function submissionErrors(typed: TypedSubmission, laureateIds: readonly string[]): FieldError[] {
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
    ...documentErrors('diagnostic', forms.diagnostic, typed.diagnostic),
    ...devisErrors(typed.devis),
    ...(total === undefined ? [] : splitErrors(laureateIds, typed.split, total)),
    ...dates.filter((error) => error !== false),
  ];
}

/** What is sent; null while something is missing. */
export function submissionInput(typed: TypedSubmission, laureateIds: readonly string[]): SubmitDiagnostic | null {
  const diagnostic = handedInput(typed.diagnostic);
  const devis = devisInput(typed.devis);
  const split = devis && splitOf(laureateIds, typed.split, devis.amounts.includingVatCents);
  if (diagnostic === null || devis === null || split === null) return null;
  return { diagnostic, devis, plannedStart: typed.plannedStart, plannedEnd: typed.plannedEnd, split };
}

/** Whether a kept draft still has the shape of this form. */
export function isSubmission(value: unknown): value is TypedSubmission {
  return (
    hasParts(value, { plannedStart: 'string', plannedEnd: 'string', split: 'object' }) &&
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
    hasParts(value, { file: 'object', number: 'string', validUntil: 'string' }) &&
    'amounts' in value &&
    hasParts(value.amounts, { withoutVat: 'boolean' })
  );
}

function hasParts(value: unknown, parts: Readonly<Record<string, string>>): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(parts).every(([name, kind]) => typeof Reflect.get(value, name) === kind);
}
