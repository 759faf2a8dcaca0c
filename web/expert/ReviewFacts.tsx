import type { Cents } from '@sur-mesure/functions/domain/money';
import type { MissionView } from '@sur-mesure/functions/domain/views';
import { type ComponentChildren, Fragment } from 'preact';
import { dayInFull } from '../common/words/dates.ts';
import { Money } from '../common/words/Money.tsx';
import { amountsOf } from './devis.ts';
import type { TypedDevis, TypedDocument } from './submission.ts';

/** What is about to be sent, as pairs of a label and a value. */
export function ReviewFacts({ facts }: { readonly facts: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

export function documentFact({ way, file }: TypedDocument): string {
  return way === 'form' ? 'Rempli en ligne' : (file?.name ?? '');
}

export function devisFacts({ file, number, validUntil, amounts }: TypedDevis) {
  const read = amountsOf(amounts);
  const including = <Money cents={read?.includingVatCents ?? 0} />;
  const detail = amounts.withoutVat ? (
    <>{including}, TVA non applicable</>
  ) : (
    <>
      {including} TTC, soit <Money cents={read?.excludingVatCents ?? 0} /> hors taxes et{' '}
      <Money cents={read?.vatCents ?? 0} /> de TVA
    </>
  );
  return [
    ['Devis', `${file?.name ?? ''}, numéro ${number}, valable jusqu’au ${dayInFull(validUntil)}`],
    ['Montant', detail],
  ] as const;
}

/** The part of each, when there are several. */
export function partFacts({ mission }: MissionView, parts: Readonly<Record<string, Cents>>) {
  const named = Object.entries(parts);
  return named.length < 2
    ? []
    : named.map(
        ([id, cents]) => [`Part de ${mission.participants[id]?.name ?? id}`, <Money key={id} cents={cents} />] as const,
      );
}
