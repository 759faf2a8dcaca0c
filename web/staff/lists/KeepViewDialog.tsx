import {
  LONGEST_VIEW_NAME,
  type SavedList,
  type ViewKeeper,
  viewActions,
} from '@sur-mesure/functions/domain/lists/saved-views';
import { useState } from 'preact/hooks';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { RadioField } from '../../common/field/ChoiceFields.tsx';
import { TextField } from '../../common/field/TextField.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { useViewAction } from './useViewAction.ts';

interface KeepViewDialogProps {
  readonly list: SavedList;
  readonly search: string;
  readonly mayShare: boolean;
  readonly done: (message: string, viewId: string) => void;
  readonly close: () => void;
}

const keepers = [
  { value: 'own', label: 'Pour moi', hint: 'Personne d’autre ne la voit.' },
  {
    value: 'team',
    label: 'Pour toute l’équipe',
    hint: 'Chacun la voit, avec votre nom, et peut la changer ; les observateurs la voient aussi.',
  },
] as const;

/** What the list shows now, under a name. */
export function KeepViewDialog({ list, search, mayShare, done, close }: KeepViewDialogProps) {
  const [name, setName] = useState('');
  const [keeper, setKeeper] = useState<ViewKeeper>('own');
  const { act, busy, refusal } = useViewAction();
  const confirm = async () => {
    const answer = await act({ action: 'keep', keeper, list, name, search });
    if (answer !== undefined) done(answer.done, answer.viewId);
  };
  return (
    <Dialog
      open
      title={`${viewActions.keep.label} ?`}
      confirmLabel={viewActions.keep.label}
      busy={busy}
      onConfirm={confirm}
      onCancel={close}
    >
      <p>Les critères, l’ordre et les colonnes sont gardés ; les lignes sont celles du jour où vous l’ouvrez.</p>
      <ViewNameField name={name} onInput={setName} />
      {mayShare && (
        <RadioField id="view-keeper" label="Pour qui ?" choices={keepers} value={keeper} onInput={setKeeper} />
      )}
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}

interface ViewNameFieldProps {
  readonly name: string;
  readonly onInput: (name: string) => void;
}

export function ViewNameField({ name, onInput }: ViewNameFieldProps) {
  return (
    <TextField
      id="view-name"
      label="Son nom"
      hint="Par exemple : en retard en Bretagne."
      maxLength={LONGEST_VIEW_NAME}
      value={name}
      onInput={onInput}
    />
  );
}
