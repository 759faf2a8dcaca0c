import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { baseLabel } from '@sur-mesure/functions/domain/subsidy/funded';
import type { Share } from '@sur-mesure/functions/domain/subsidy/share';
import { Fragment } from 'preact';
import { DevisLines } from './DevisLines.tsx';
import { vatWords } from './devis-words.ts';

/** What the devis in force says, whole: for the expert who wrote it and for staff. */
export function SubmittedAmounts({ view }: { readonly view: MissionView }) {
  const { submitted, mission, parts } = view;
  if (submitted === null) return null;
  const { amounts, split, submission, version } = submitted;
  const { excludingVatCents, vatCents, includingVatCents } = amounts;
  const shared = Object.entries(split);
  const lines: readonly (readonly [string, string])[] = [
    ['Hors taxes', formatEuros(excludingVatCents)],
    ['TVA', [formatEuros(vatCents), ...vatWords(amounts)].join('\u00a0; ')],
    ['Toutes taxes comprises', formatEuros(includingVatCents)],
    ...(shared.length > 1
      ? shared.map(([id, cents]) => [`Part de ${mission.participants[id]?.name ?? id}`, formatEuros(cents)] as const)
      : []),
    ...parts.flatMap((share) => payment(share, mission.participants[share.laureateId]?.name ?? share.laureateId)),
  ];
  return (
    <section class="stack" aria-labelledby="amounts-title">
      <h2 id="amounts-title">
        Devis {submission.devis.number}, version {version}
      </h2>
      <dl class="facts">
        {lines.map(([label, words]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            {/* A sentence for some: amounts don't break, and it does. */}
            <dd>{words}</dd>
          </Fragment>
        ))}
      </dl>
      <DevisLines amounts={amounts} />
    </section>
  );
}

/** What staff see of how each share is paid, once it is validated. */
function payment({ base, fundedCents, subsidyCents, ownCents, status }: Share, name: string) {
  if (status !== 'committed' && status !== 'settled') return [];
  return [
    [
      `Payé pour ${name}`,
      `${formatEuros(subsidyCents)} de subvention sur ${formatEuros(fundedCents)} finançables (${baseLabel(base).toLocaleLowerCase('fr')}), ${formatEuros(ownCents)} par la structure`,
    ] as const,
  ];
}
