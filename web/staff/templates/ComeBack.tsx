import { versionName } from '@sur-mesure/functions/domain/templates/versions';
import type { TemplateView } from '@sur-mesure/functions/domain/templates/views';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { Difference } from './Difference.tsx';
import { useTemplateCommand } from './useTemplateCommand.ts';

interface ComeBackProps {
  readonly view: TemplateView;
  readonly previous: NonNullable<TemplateView['previous']>;
  readonly done: (message: string) => void;
  /** Somebody changed it first: the page is to be read again. */
  readonly onStale: () => void;
}

/** The version before, in force again: read first, and undone by the same button. */
export function ComeBack({ view: { template, inForce }, previous, done, onStale }: ComeBackProps) {
  const [open, setOpen] = useState(false);
  const back = (answer: { readonly done: string }) => {
    setOpen(false);
    done(answer.done);
  };
  const { ask, busy, ...outcome } = useTemplateCommand(template, { done: back, onStale });
  const name = versionName(previous.version);
  return (
    <div>
      <Button opens="dialog" onClick={() => setOpen(true)}>
        Revenir à la version précédente ({name})
      </Button>
      {open && (
        <Dialog
          open
          title={`Remettre en vigueur : ${name} ?`}
          confirmLabel="Revenir à cette version"
          busy={busy}
          onConfirm={() => void ask({ action: 'restorePrevious', inForce: inForce.version })}
          onCancel={() => {
            outcome.takeBack();
            setOpen(false);
          }}
        >
          <p>
            Les documents demandés à partir de maintenant la suivront ; ceux qui sont émis ne changent pas. Votre
            brouillon reste. Le même bouton revient ensuite à : {versionName(inForce.version)}.
          </p>
          <Difference before={inForce.source} after={previous.source} />
          <OperationOutcome {...outcome} />
        </Dialog>
      )}
    </div>
  );
}
