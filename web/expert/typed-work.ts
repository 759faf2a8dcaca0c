import type { PreviewWorkInput } from '@sur-mesure/functions/domain/api';
import { type Form, handedAnswers, questionsOf } from '@sur-mesure/functions/domain/forms/form';
import { type Cents, formatEuros } from '@sur-mesure/functions/domain/money';
import type { Told } from '../common/drafts/DraftNotices.tsx';
import { amountsOf, totalsInWords } from './devis.ts';
import { devisErrors, devisInput, type TypedDocument, type TypedSubmission } from './submission.ts';

/** A document while it is written, by its questions: to tell two texts apart. */
export function toldDocument(form: Form, { way, answers, file }: TypedDocument): Told {
  const told = questionsOf(form).map(({ id, label }) => [label, answers[id] ?? ''] as const);
  return { ...Object.fromEntries(told), Remise: way === 'form' ? 'En ligne' : `Fichier ${file?.name ?? 'à déposer'}` };
}

export function toldSubmission(form: Form, typed: TypedSubmission): Told {
  const { diagnostic, devis, plannedStart, plannedEnd } = typed;
  const amounts = amountsOf(devis.amounts);
  return {
    ...toldDocument(form, diagnostic),
    'Fichier du devis': devis.file?.name ?? '',
    'Numéro du devis': devis.number,
    'Devis valable jusqu’au': devis.validUntil,
    'Montant du devis': amounts === null ? '' : totalsInWords(amounts),
    'Début prévu': plannedStart,
    'Fin prévue': plannedEnd,
    Répartition: JSON.stringify(typed.split.way === 'euros' ? typed.split.cents : typed.split.percents),
  };
}

export function toldFinals(finals: Readonly<Record<string, Cents | null>>): Told {
  const said = Object.values(finals).map((cents) => (cents === null ? '' : formatEuros(cents)));
  return { 'Montant final': said.join(', ') };
}

/** What the diagnostic would print: the devis and the days only once they are whole. */
export function diagnosticPreview(missionId: string, form: Form, typed: TypedSubmission): PreviewWorkInput {
  const { diagnostic, devis, plannedStart, plannedEnd } = typed;
  return {
    ...{ missionId, piece: 'diagnostic', ...handedAnswers(form, diagnostic.answers) },
    devis: isWhole(typed) ? devisInput(devis) : null,
    ...{ plannedStart: plannedStart || null, plannedEnd: plannedEnd || null },
  };
}

/** What stands in the preview in the place of what is not written; empty when all is. */
export function lackingInPreview(typed: TypedSubmission): string {
  const devis = isWhole(typed) ? [] : ['le devis'];
  const days = typed.plannedStart === '' || typed.plannedEnd === '' ? ['les dates prévues'] : [];
  const lacking = [...devis, ...days];
  return lacking.length === 0
    ? ''
    : `Il reste à écrire : ${lacking.join(' et ')}. L’aperçu met à leur place des montants nuls et la date d’aujourd’hui.`;
}

function isWhole({ devis }: TypedSubmission): boolean {
  return devisErrors(devis).length === 0;
}
