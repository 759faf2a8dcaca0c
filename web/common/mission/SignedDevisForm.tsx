import { acceptedEndings } from '@sur-mesure/functions/domain/dossiers/file-types';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { depositPiece } from '../deposit.ts';
import { FileField } from '../field/FileField.tsx';
import { DateField, TextAreaField, TextField } from '../field/TextField.tsx';
import { NetworkWaiting } from '../network/NetworkWaiting.tsx';
import { ErrorSummary, type FieldError, RefusalNotice } from '../notice/Notice.tsx';
import type { OpenForm } from './ActionPanel.tsx';
import { FreshSignIn } from './FreshSignIn.tsx';
import { nothingSigned, signedDevisCommand, signedDevisErrors } from './signed-devis.ts';
import { useMissionAction } from './useMissionAction.ts';

interface SignedDevisFormProps {
  readonly form: Pick<OpenForm, 'done' | 'close'>;
  /** In the name of one laureate: its part, and what would be paid of it. */
  readonly view: MissionView;
  readonly byStaff: boolean;
}

/** The paper that was signed: who, on which day, the photo or PDF of it. It engages the same amounts as a validation here. */
export function SignedDevisForm({ form: { done, close }, view, byStaff }: SignedDevisFormProps) {
  const { laureateId, mission, share, proposed, settings } = view;
  const acting = useMissionAction({ missionId: mission.id, laureateId });
  const [typed, setTyped] = useState(nothingSigned);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  const send = async () => {
    const found = signedDevisErrors(typed, byStaff);
    setErrors(found);
    const command = found.length > 0 ? undefined : signedDevisCommand(typed, view);
    const result = command && (await acting.run(command));
    if (result !== undefined) done(result);
  };
  const name = mission.participants[laureateId ?? '']?.name ?? 'votre structure';
  return (
    <section class="stack" aria-labelledby="signed-title">
      <h3 id="signed-title" ref={title} tabIndex={-1}>
        Devis signé à la main
      </h3>
      <p>
        Part de {name} : {formatEuros(share?.shareCents ?? 0)}, dont {formatEuros(proposed?.subsidyCents ?? 0)} de
        subvention et {formatEuros(proposed?.ownCents ?? 0)} à sa charge. Ces montants sont engagés dès
        l’enregistrement.
      </p>
      <p class="muted">L’attestation dira que le devis est signé à la main, et non validé en ligne.</p>
      <ErrorSummary errors={errors} />
      <FileField
        id="signed-file"
        label="Le devis signé, en PDF ou en photo"
        error={errorOf('signed-file')}
        endings={acceptedEndings('signedByHand')}
        largestBytes={settings.largestFile}
        sentName={typed.fileName === '' ? undefined : typed.fileName}
        send={async (chosen, sending) => {
          const target = { piece: 'signedDevis', missionId: mission.id, laureateId } as const;
          const deposited = await depositPiece(target, chosen, sending);
          if (isRefusal(deposited)) return deposited;
          setTyped((before) => ({ ...before, fileId: deposited.fileId, fileName: chosen.name }));
          return undefined;
        }}
      />
      <TextField
        id="signed-by"
        label="Qui a signé ?"
        maxLength={300}
        error={errorOf('signed-by')}
        value={typed.signedBy}
        onInput={(signedBy) => setTyped({ ...typed, signedBy })}
      />
      <DateField
        id="signed-on"
        label="Quel jour ?"
        error={errorOf('signed-on')}
        value={typed.signedOn}
        onInput={(signedOn) => setTyped({ ...typed, signedOn })}
      />
      {byStaff && (
        <TextAreaField
          id="signed-reason"
          label="Pourquoi l’équipe l’enregistre"
          hint="Tous les membres du lauréat lisent ces mots, et peuvent contester."
          maxLength={2000}
          error={errorOf('signed-reason')}
          value={typed.reason}
          onInput={(reason) => setTyped({ ...typed, reason })}
        />
      )}
      <NetworkWaiting wait={acting.wait} takeBack={acting.takeBack} nothing="rien n’est engagé" />
      {acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
      <FreshSignIn refusal={acting.refusal} again={send} />
      <div class="row">
        <Button tone="primary" busy={acting.busy !== undefined} onClick={send}>
          Enregistrer le devis signé
        </Button>
        <Button tone="quiet" onClick={close}>
          Plus tard
        </Button>
      </div>
    </section>
  );
}
