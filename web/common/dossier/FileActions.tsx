import { fileActions } from '@sur-mesure/functions/domain/dossiers/file-actions';
import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { DepositZone } from '../deposits/DepositZone.tsx';
import type { useDeposits } from '../deposits/useDeposits.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { TextAreaField } from '../field/TextField.tsx';
import type { FileActing } from './useFileAction.ts';

interface FileActionsProps {
  readonly file: FileRow;
  /** Where the next version goes. */
  readonly place: { readonly missionId: string | null; readonly laureateId: string | null };
  readonly largestBytes: number;
  readonly deposits: ReturnType<typeof useDeposits>;
  readonly acting: FileActing;
}

/** What the server says this reader may do about a document: share it or not, put its next version, take it back. */
export function FileActions({ file, place, largestBytes, deposits, acting }: FileActionsProps) {
  const [replacing, setReplacing] = useState(false);
  const may = (name: FileRow['actions'][number]) => file.actions.includes(name);
  const target = { piece: file.piece, ...place, replacesId: file.fileId };
  // A deposit that is on its way, or that failed, stays in sight.
  const open = replacing || deposits.deposits.some((one) => one.target.replacesId === file.fileId);
  if (file.actions.length === 0) return null;
  return (
    <div class="stack stack-tight">
      {(may('share') || may('unshare')) && <SharedSwitch file={file} acting={acting} />}
      <div class="row">
        {may('replace') && !open && (
          <Button tone="quiet" onClick={() => setReplacing(true)}>
            Remplacer<span class="visually-hidden"> « {file.name} »</span>
          </Button>
        )}
        {may('withdraw') && <Withdrawal file={file} acting={acting} />}
      </div>
      {open && (
        <DepositZone
          id={`replace-${file.fileId}`}
          label="La nouvelle version"
          hint="La version d’avant reste dans l’historique."
          target={target}
          largestBytes={largestBytes}
          deposits={deposits}
          single
        />
      )}
    </div>
  );
}

function SharedSwitch({ file, acting }: { readonly file: FileRow; readonly acting: FileActing }) {
  const id = `shared-${file.fileId}`;
  const shared = file.shared === true;
  return (
    <div class="option">
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={shared}
        aria-checked={shared}
        aria-describedby={`${id}-hint`}
        aria-disabled={acting.busy === undefined ? undefined : true}
        onClick={(event) => {
          // The box follows what the server kept, not the press.
          event.preventDefault();
          if (acting.busy === undefined) void acting.run({ action: shared ? 'unshare' : 'share', fileId: file.fileId });
        }}
      />
      <label for={id}>
        Partager avec les experts<span class="visually-hidden"> « {file.name} »</span>
      </label>
      <p class="option-hint" id={`${id}-hint`}>
        {shared
          ? 'Vu aussi par les experts à qui ce dossier est ouvert.'
          : 'Vu seulement par la manufacture et par l’équipe France Tiers-Lieux.'}
      </p>
    </div>
  );
}

function Withdrawal({ file, acting }: { readonly file: FileRow; readonly acting: FileActing }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const confirm = async () => {
    if (reason.trim() === '')
      return setError('Dites pourquoi en quelques mots : votre équipe le lira dans l’historique.');
    // Answered or refused, what is said stands above the list.
    setOpen(false);
    if (await acting.run({ action: 'withdraw', fileId: file.fileId, reason })) setReason('');
  };
  return (
    <>
      <Button tone="quiet" opens="dialog" onClick={() => setOpen(true)}>
        {fileActions.withdraw.label}
        <span class="visually-hidden"> « {file.name} »</span>
      </Button>
      <Dialog
        open={open}
        title={`Retirer « ${file.name} »`}
        confirmLabel="Retirer le document"
        tone="danger"
        busy={acting.busy === file.fileId}
        keptFields={[`reason-${file.fileId}`]}
        onConfirm={confirm}
        onCancel={() => setOpen(false)}
      >
        <p>Il n’est plus montré aux autres. Il reste gardé, avec ses versions : rien n’est effacé.</p>
        <TextAreaField
          id={`reason-${file.fileId}`}
          label="Pourquoi le retirer"
          rows={2}
          maxLength={500}
          value={reason}
          error={error}
          onInput={setReason}
        />
      </Dialog>
    </>
  );
}
