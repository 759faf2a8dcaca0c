import { formatDay } from '@sur-mesure/functions/domain/calendar';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { type Cents, formatEuros } from '@sur-mesure/functions/domain/money';
import { subsidyOfFinal } from '@sur-mesure/functions/domain/subsidy/funded';
import type { Share, ShareStatus } from '@sur-mesure/functions/domain/subsidy/share';

interface Line {
  readonly word: string;
  readonly cents: Cents;
}

type Proposed = MissionView['proposed'];

const proposedLines = (share: Share, proposed: Proposed): Line[] => [
  { word: 'Votre part du devis, TTC', cents: share.shareCents },
  { word: 'Serait payé par votre subvention', cents: proposed?.subsidyCents ?? 0 },
  { word: 'Serait à votre charge', cents: proposed?.ownCents ?? 0 },
];

const committedLines = (share: Share): Line[] => [
  { word: 'Votre part du devis, TTC', cents: share.shareCents },
  ...(share.fundedCents === share.shareCents
    ? []
    : [{ word: 'Sur quoi porte la subvention, TVA récupérée déduite', cents: share.fundedCents }]),
  { word: 'Engagé sur votre subvention', cents: share.subsidyCents },
  { word: 'À votre charge', cents: share.ownCents },
  ...(share.finalCents > 0 ? [{ word: 'Montant final annoncé par l’expert', cents: share.finalCents }] : []),
];

const settledLines = (share: Share): Line[] => {
  const { finalCents } = share;
  const paidCents = subsidyOfFinal(finalCents, share);
  return [
    { word: 'Montant final, TTC', cents: finalCents },
    { word: 'Réglé sur votre subvention', cents: paidCents },
    { word: 'À votre charge', cents: finalCents - paidCents },
  ];
};

const linesByStatus: Record<ShareStatus, (share: Share, proposed: Proposed) => readonly Line[]> = {
  none: () => [],
  proposed: proposedLines,
  committed: committedLines,
  settled: settledLines,
  void: () => [],
};

/** The laureate's own amounts on a mission: what is asked, engaged or settled. Never another laureate's. */
export function ShareAmounts({ view: { share, proposed } }: { readonly view: MissionView }) {
  const lines = share === null ? [] : linesByStatus[share.status](share, proposed);
  if (lines.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="amounts-title">
      <h2 id="amounts-title">Vos montants</h2>
      <dl class="facts">
        {lines.map(({ word, cents }) => (
          <>
            <dt>{word}</dt>
            <dd class="money">{formatEuros(cents)}</dd>
          </>
        ))}
      </dl>
      {proposed?.explanation.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {share?.outside !== undefined && (
        <p class="muted">
          Validé hors de ce service, sur papier, le {formatDay(share.outside.on)} par {share.outside.by}. Ce n’est pas
          une validation électronique.
        </p>
      )}
    </section>
  );
}
