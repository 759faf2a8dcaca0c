import { dayOf } from '../../calendar.ts';
import { formatEuros, isCents, sum } from '../../money.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { balanceOf } from '../../subsidy/ledger.ts';
import type { TakeOver } from '../actions.ts';
import type { Check } from '../check.ts';
import type { Facts } from '../facts.ts';
import { dayToCome, needsOf } from '../taken-over.ts';

type Ask = (facts: Facts, input: TakeOver) => Refusal | null;

/** In this order: the first that holds is the one told. */
const asks: readonly Ask[] = [
  (facts, { shares }) =>
    Object.keys(shares).length > 0 && Object.keys(shares).every((id) => facts.laureates[id] !== undefined)
      ? null
      : refuse('laureate-unknown', 'Un lauréat de cette mission n’est pas enregistré : importez d’abord les lauréats.'),
  (facts, input) => {
    const { devis, validated, reported, finals } = needsOf(input.state);
    const missing = [
      devis && input.devis === null && 'le devis (numéro, dates et montants)',
      validated && (input.validated === null || input.validated.by.trim() === '') && 'qui l’a validé, et quel jour',
      reported && input.reportedOn === null && 'le jour où le rapport a été remis',
      finals && Object.values(input.shares).some(({ finalCents }) => finalCents === null) && 'le montant final',
    ].filter((one) => one !== false);
    if (missing.length > 0)
      return refuse('take-over-incomplete', `Dans cet état, il manque ${missing.join(', ')}. Complétez la ligne.`);
    return dayToCome(input, dayOf(facts.now))
      ? refuse('date-in-future', 'Une date de ce qui est déjà fait est dans l’avenir : corrigez-la.')
      : null;
  },
  (_facts, { devis, shares }) => amountsRefusal(devis, Object.values(shares)),
  (facts, input) =>
    needsOf(input.state).documents.every((piece) => facts.files[input.pdfs[piece] ?? ''])
      ? null
      : refuse('documents-missing', 'Dans cet état, les PDF sont nécessaires : la décision se prend sur eux.'),
];

function amountsRefusal(devis: TakeOver['devis'], parts: readonly TakeOver['shares'][string][]): Refusal | null {
  const cents = parts.flatMap(({ shareCents, subsidyCents, finalCents }) => [
    shareCents,
    subsidyCents,
    finalCents ?? 0,
  ]);
  const { excludingVatCents = 0, vatCents = 0, includingVatCents = 0 } = devis?.amounts ?? {};
  if (![...cents, excludingVatCents, vatCents, includingVatCents].every(isCents))
    return refuse('amount-invalid', 'Un montant n’est pas valable : écrivez des euros positifs.');
  if (excludingVatCents + vatCents !== includingVatCents)
    return refuse('amounts-differ', 'Le montant hors taxes et la TVA ne font pas le montant toutes taxes comprises.');
  const total = sum(parts.map(({ shareCents }) => shareCents));
  if (devis && total !== includingVatCents)
    return refuse(
      'split-differs',
      `Les parts font ${formatEuros(total)} ; le devis est de ${formatEuros(includingVatCents)}.`,
    );
  return parts.some((part) => part.subsidyCents > part.shareCents || (part.finalCents ?? 0) > part.shareCents)
    ? refuse('part-exceeded', 'La subvention validée ou le montant final dépasse la part du lauréat.')
    : null;
}

/** What a mission taken over must say to be believed, and what its subsidy still holds. */
export const takingOver = {
  takenOverWhole: (facts, command) =>
    command.action === 'takeOver'
      ? (asks.map((ask) => ask(facts, command.input)).find((refusal) => refusal !== null) ?? null)
      : null,
  takenOverWithinRemaining: (facts, command) => {
    if (command.action !== 'takeOver' || !needsOf(command.input.state).validated) return null;
    const short = Object.entries(command.input.shares).find(
      ([id, { subsidyCents }]) => subsidyCents > balanceOf(facts.laureates[id]?.entries ?? []).remainingCents,
    );
    if (!short) return null;
    const [id, { subsidyCents }] = short;
    const { name = id, entries = [] } = facts.laureates[id] ?? {};
    return refuse(
      'subsidy-exceeded',
      `Il reste ${formatEuros(balanceOf(entries).remainingCents)} de subvention à ${name}, et cette mission en demande ${formatEuros(subsidyCents)}.`,
    );
  },
} as const satisfies Record<string, Check>;
