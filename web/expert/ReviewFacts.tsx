import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import type { Cents } from '@sur-mesure/functions/domain/money';
import { isExpired } from '@sur-mesure/functions/domain/subsidy/share';
import { type ComponentChildren, Fragment } from 'preact';
import { dayInFull } from '../common/words/dates.ts';
import { Money } from '../common/words/Money.tsx';
import { today } from '../common/words/today.ts';
import { amountsOf, amountsWarned, totalsInWords } from './devis.ts';
import { EXPIRED_ALREADY, type TypedDevis, type TypedDocument } from './submission.ts';

/** What is about to be sent, as pairs of a label and a value. */
export function ReviewFacts({ facts }: { readonly facts: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <Fragment key={`${label} ${typeof value === 'string' ? value : ''}`}>
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

export function devisFacts({ file, number, validUntil, issuer, amounts }: TypedDevis) {
  const read = amountsOf(amounts);
  return [
    ['Devis', `${file?.name ?? ''}, numéro ${number}, valable jusqu’au ${dayInFull(validUntil)}`],
    ...(issuer === null ? [] : [['Émis par', `${issuer.name}, SIRET ${issuer.siret}`] as const]),
    ['Montant', read === null ? '' : totalsInWords(read)],
    ...(isExpired({ validUntil }, today()) ? [['À savoir', EXPIRED_ALREADY] as const] : []),
    ...amountsWarned(amounts).map((warning) => ['À vérifier', warning] as const),
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
