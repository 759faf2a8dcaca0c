import type { MissionView } from '@sur-mesure/functions/domain/views';
import { Fragment } from 'preact';
import { Money } from '../words/Money.tsx';

/** What the devis in force says, whole: for the expert who wrote it and for staff. */
export function SubmittedAmounts({ view }: { readonly view: MissionView }) {
  const { submitted, mission } = view;
  if (submitted === null) return null;
  const { excludingVatCents, vatCents, includingVatCents } = submitted.amounts;
  const parts = Object.entries(submitted.split);
  const lines = [
    ['Hors taxes', excludingVatCents],
    ['TVA', vatCents],
    ['Toutes taxes comprises', includingVatCents],
    ...(parts.length > 1
      ? parts.map(([id, cents]) => [`Part de ${mission.participants[id]?.name ?? id}`, cents] as const)
      : []),
  ] as const;
  return (
    <section class="stack" aria-labelledby="amounts-title">
      <h2 id="amounts-title">
        Devis {submitted.submission.devis.number}, version {submitted.version}
      </h2>
      <dl class="facts">
        {lines.map(([label, cents]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              <Money cents={cents} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
