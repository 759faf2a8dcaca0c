import { isDay } from '@sur-mesure/functions/domain/calendar';
import type { PreviewWorkInput } from '@sur-mesure/functions/domain/experts/draft-contract';
import { type Form, handedAnswers, questionsOf } from '@sur-mesure/functions/domain/forms/form';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { type Cents, formatEuros } from '@sur-mesure/functions/domain/money';
import type { Told } from '../common/drafts/DraftNotices.tsx';
import { dayInFull } from '../common/words/dates.ts';
import { of } from '../common/words/typography.ts';
import { amountsOf, totalsInWords } from './devis.ts';
import type { TypedSplit } from './split.ts';
import { devisErrors, devisInput, type TypedDocument, type TypedSubmission } from './submission.ts';

/** A document while it is written, by its questions: to tell two texts apart. */
export function toldDocument(form: Form, { way, answers, file }: TypedDocument): Told {
  const told = questionsOf(form).map(({ id, label }) => [label, answers[id] ?? ''] as const);
  return { ...Object.fromEntries(told), Remise: way === 'form' ? 'En ligne' : `Fichier ${file?.name ?? 'à déposer'}` };
}

/** Laureate id → its name. */
export type Names = Readonly<Record<string, string>>;

export function namesOf({ mission }: Pick<MissionView, 'mission'>): Names {
  return Object.fromEntries(Object.entries(mission.participants).map(([id, { name }]) => [id, name]));
}

export function toldSubmission(form: Form, typed: TypedSubmission, names: Names): Told {
  const { diagnostic, devis, plannedStart, plannedEnd } = typed;
  const amounts = amountsOf(devis.amounts);
  return {
    ...toldDocument(form, diagnostic),
    'Fichier du devis': devis.file?.name ?? '',
    'Numéro du devis': devis.number,
    'Devis valable jusqu’au': inFull(devis.validUntil),
    'Montant du devis': amounts === null ? '' : totalsInWords(amounts),
    'Début prévu': inFull(plannedStart),
    'Fin prévue': inFull(plannedEnd),
    ...toldSplit(typed.split, names),
  };
}

/** A date that is not whole yet stands as it is typed. */
const inFull = (day: string) => (isDay(day) ? dayInFull(day) : day);
const inEuros = (cents: Cents | null | undefined) => (typeof cents === 'number' ? formatEuros(cents) : '');
const inPercent = (typed: string | undefined) => (typed ? `${typed} %` : '');

function toldSplit({ way, cents, percents }: TypedSplit, names: Names): Told {
  const parts = Object.keys(way === 'euros' ? cents : percents);
  const told = (id: string) => (way === 'euros' ? inEuros(cents[id]) : inPercent(percents[id]));
  return Object.fromEntries(parts.map((id) => [`Part ${of(names[id] ?? id)}`, told(id)]));
}

export function toldFinals(finals: Readonly<Record<string, Cents | null>>, names: Names): Told {
  return Object.fromEntries(
    Object.entries(finals).map(([id, cents]) => [`Montant final pour ${names[id] ?? id}`, inEuros(cents)]),
  );
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
