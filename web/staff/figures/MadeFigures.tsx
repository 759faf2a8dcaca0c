import type { Figures } from '@sur-mesure/functions/domain/figures/model';
import type { ComponentChildren } from 'preact';
import { useCall } from '../../common/api/useCall.ts';
import { Button } from '../../common/button/Button.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { Notice, RefusalNotice } from '../../common/notice/Notice.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import './figures.css';

interface MadeFiguresProps {
  readonly children: (figures: Figures) => ComponentChildren;
}

/** The figures as they were last made, said with their date; the team makes them anew. */
export function MadeFigures({ children }: MadeFiguresProps) {
  const loading = useView({ name: 'figures' });
  const { run, busy, refusal } = useCall('makeFigures');
  const make = async () => {
    if ((await run({ of: 'figures' })) !== undefined) loading.refresh();
  };
  return (
    <Loaded loading={loading}>
      {({ figures, acts }) => {
        const button = acts && (
          <Button busy={busy} onClick={() => void make()}>
            {figures === null ? 'Calculer les chiffres' : 'Recalculer'}
          </Button>
        );
        const refused = refusal !== undefined && <RefusalNotice refusal={refusal} />;
        if (figures === null) {
          return (
            <>
              {refused}
              <EmptyState action={button}>
                Les chiffres se calculent chaque nuit : ils n’ont pas encore été faits.
              </EmptyState>
            </>
          );
        }
        return (
          <div class="stack stack-loose">
            <div class="stack stack-tight">
              <p role="status">
                Chiffres du <DateText instant={figures.at} hour />, recalculés chaque nuit.
              </p>
              {button && <div>{button}</div>}
              {refused}
            </div>
            <Unreadable figures={figures} />
            {children(figures)}
          </div>
        );
      }}
    </Loaded>
  );
}

function Unreadable({ figures: { unreadableDocuments, money } }: { readonly figures: Figures }) {
  if (unreadableDocuments === 0 && money.unreadableLines === 0) return null;
  return (
    <Notice tone="error" title="Des documents n’ont pas pu être lus">
      <p>
        Il y en a {unreadableDocuments + money.unreadableLines} : ce qu’ils contiennent n’est dans aucun chiffre de
        cette page. Dites-le à la personne qui maintient le service.
      </p>
    </Notice>
  );
}
