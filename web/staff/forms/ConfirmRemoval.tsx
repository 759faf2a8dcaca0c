import type { EditedQuestion, EditedSection } from '@sur-mesure/functions/domain/forms/editing';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { oldAnswersStay } from './form-words.ts';

/** Something that is about to be removed. */
export type Removal =
  | { readonly kind: 'question'; readonly question: EditedQuestion }
  | { readonly kind: 'section'; readonly section: EditedSection };

interface ConfirmRemovalProps {
  readonly removal: Removal | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What becomes of old answers is read before a question is removed. */
export function ConfirmRemoval({ removal, onConfirm, onCancel }: ConfirmRemovalProps) {
  const isPart = removal?.kind === 'section';
  return (
    <Dialog
      open={removal !== undefined}
      title={isPart ? 'Retirer cette partie et ses questions ?' : 'Retirer cette question ?'}
      confirmLabel={isPart ? 'Retirer la partie' : 'Retirer la question'}
      tone="danger"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>
        « {removal?.kind === 'section' ? removal.section.title : removal?.question.label} » disparaîtra de la prochaine
        version, une fois celle-ci publiée.
      </p>
      <p>{oldAnswersStay}</p>
    </Dialog>
  );
}
