import { dayOf, formatDay } from '../calendar.ts';
import { formatEuros, sum } from '../money.ts';
import { entryId } from '../subsidy/ledger.ts';
import type { CellProblem, ImportedAward } from './import.ts';
import type { AwardEntry, ExistingLaureate, ImportContext } from './plan.ts';
import { fold } from './text.ts';

export type AwardPlan =
  | { readonly awards: readonly AwardEntry[]; readonly changes: readonly string[]; readonly notices: readonly string[] }
  | { readonly problem: CellProblem };

const nothing: AwardPlan = { awards: [], changes: [], notices: [] };

/**
 * The ledger entry of a committee decision, which carries the same id however its reference is typed (« CP/2023-04 » and « cp 2023 04 »): the
 * same decision is never counted twice, and a reference with a slash stays one document.
 */
function awardEntryId(decision: string): string {
  return entryId.award(fold(decision).replaceAll(' ', '-'));
}

/** The ledger is append-only: a decision already in it changes nothing, and one that says something else is refused. */
export function planAward(
  award: ImportedAward | null,
  existing: ExistingLaureate | null,
  context: ImportContext,
): AwardPlan {
  if (award === null) return nothing;
  const id = awardEntryId(award.decision);
  const known = existing?.awards.find((entry) => entry.id === id || awardEntryId(entry.decision.reference) === id);
  if (known) return again(award, known);
  const doubt = doubts.map((ask) => ask(award, existing, context)).find((problem) => problem !== null);
  if (doubt) return { problem: doubt };
  const { ceilingCents, amountCents, date, recommendations } = award;
  const decision = { reference: award.decision, date, ceilingCents, recommendations };
  const { now: at, by, byName, settingsVersion } = context;
  return {
    awards: [
      { id, type: 'award', cents: amountCents, at, by, byName, reason: null, proofId: null, settingsVersion, decision },
    ],
    changes: [`subvention attribuée : ${formatEuros(amountCents)} (décision ${award.decision})`],
    notices: [],
  };
}

function again(award: ImportedAward, { cents, decision }: AwardEntry): AwardPlan {
  const recorded = `la décision ${decision.reference} est déjà au registre`;
  const differs = (column: string, value: string, before: string): AwardPlan => ({
    problem: { column, value, reason: `${recorded} avec ${before}, qui ne change plus : passez par un ajustement` },
  });
  if (cents !== award.amountCents)
    return differs('montant attribué', formatEuros(award.amountCents), formatEuros(cents));
  if (decision.ceilingCents !== award.ceilingCents)
    return differs('plafond', formatEuros(award.ceilingCents), `un plafond de ${formatEuros(decision.ceilingCents)}`);
  if (decision.date !== award.date)
    return differs('date de la décision', award.date, `la date du ${formatDay(decision.date)}`);
  const notices =
    award.recommendations === '' || award.recommendations === decision.recommendations
      ? []
      : [`${recorded} : ses recommandations ne sont pas modifiées`];
  return { awards: [], changes: [], notices };
}

type Doubt = (award: ImportedAward, existing: ExistingLaureate | null, context: ImportContext) => CellProblem | null;

/** Reasons not to add a new decision. The second and third catch a known decision whose reference was typed otherwise. */
const doubts: readonly Doubt[] = [
  ({ date }, _existing, { now }) =>
    date > dayOf(now)
      ? { column: 'date de la décision', value: date, reason: 'cette date est dans l’avenir : corrigez-la' }
      : null,
  ({ date, decision }, existing) => {
    const sameDay = existing?.awards.find((entry) => entry.decision.date === date);
    const reason = `une décision du même jour est déjà au registre sous la référence ${sameDay?.decision.reference} : reprenez cette référence`;
    return sameDay ? { column: 'décision', value: decision, reason } : null;
  },
  ({ amountCents, ceilingCents }, existing) => {
    const total = sum((existing?.awards ?? []).map((entry) => entry.cents)) + amountCents;
    const reason = `avec les décisions déjà au registre, ${formatEuros(total)} seraient attribués, au-delà du plafond de ${formatEuros(ceilingCents)}`;
    return total > ceilingCents ? { column: 'montant attribué', value: formatEuros(amountCents), reason } : null;
  },
  ({ amountCents }, existing) =>
    existing?.laureate.status === 'withdrawn'
      ? {
          column: 'montant attribué',
          value: formatEuros(amountCents),
          reason: 'ce lauréat n’a plus le label : rien ne peut plus lui être attribué',
        }
      : null,
];
