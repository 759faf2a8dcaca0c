import type { PieceKind } from '@sur-mesure/functions/domain/dossiers/pieces';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useRef } from 'preact/hooks';
import { depositPiece, earlierDeposit } from '../common/deposit.ts';
import { FileField } from '../common/field/FileField.tsx';
import type { KeptFile } from './submission.ts';

interface PdfFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly view: MissionView;
  readonly piece: PieceKind;
  readonly file: KeptFile | null;
  /** Whom it is for, where it is for one laureate of the mission. */
  readonly laureateId?: string;
  readonly onInput: (file: KeptFile) => void;
}

/** A PDF of the mission: sent and verified as soon as it is chosen, so that the form only names it. */
export function PdfField({ id, label, hint, error, view, piece, file, laureateId, onInput }: PdfFieldProps) {
  // The form goes on while the file travels: its arrival changes what is typed then, not what was typed at the start.
  const arrive = useRef(onInput);
  arrive.current = onInput;
  const target = { piece, missionId: view.mission.id, laureateId: laureateId ?? null };
  return (
    <FileField
      id={id}
      label={label}
      hint={hint}
      error={error}
      endings={['pdf']}
      largestBytes={view.settings.largestBindingFile}
      sentName={file?.name}
      earlier={() => earlierDeposit(target, ({ fileId, name }) => arrive.current({ fileId, name }))}
      send={async (chosen, sending) => {
        const deposited = await depositPiece(target, chosen, sending);
        if (isRefusal(deposited)) return deposited;
        arrive.current({ fileId: deposited.fileId, name: chosen.name });
        return undefined;
      }}
    />
  );
}
