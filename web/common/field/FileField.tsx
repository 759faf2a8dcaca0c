import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { Progress } from '../progress/Progress.tsx';
import { fileSize } from '../words/typography.ts';
import { type FieldProps, GroupFrame } from './FieldFrame.tsx';
import { fileFault } from './file-fault.ts';

export interface Sending {
  readonly onProgress: (sentBytes: number) => void;
  readonly signal: AbortSignal;
}

interface FileFieldProps extends FieldProps {
  /** Endings without the dot: `['pdf', 'jpg']`. */
  readonly endings: readonly string[];
  readonly largestBytes: number;
  /** Offers the camera of a phone, for what is signed by hand. */
  readonly photo?: boolean;
  /** Sends the file (requestUpload, then depositFile) and says nothing when all went well. */
  readonly send: (file: File, sending: Sending) => Promise<Refusal | undefined>;
  /** The name of what is already there, after a return to the page. */
  readonly sentName?: string | undefined;
}

type State =
  | { readonly step: 'empty' }
  | { readonly step: 'sending'; readonly file: File; readonly sentBytes: number; readonly stop: AbortController }
  | { readonly step: 'failed'; readonly file: File; readonly message: string; readonly again: boolean }
  | { readonly step: 'sent'; readonly name: string };

export function FileField(props: FileFieldProps) {
  const { id, endings, largestBytes, photo = false, send, sentName } = props;
  const [state, setState] = useState<State>(
    sentName === undefined ? { step: 'empty' } : { step: 'sent', name: sentName },
  );
  // A stopped sending may still answer: only the last one started may change what is shown.
  const current = useRef<AbortController>(undefined);

  const start = async (file: File) => {
    const fault = fileFault(file, endings, largestBytes);
    if (fault !== undefined) return setState({ step: 'failed', file, message: fault, again: false });
    const stop = new AbortController();
    current.current = stop;
    setState({ step: 'sending', file, sentBytes: 0, stop });
    const onProgress = (sentBytes: number) => {
      if (current.current === stop) setState({ step: 'sending', file, sentBytes, stop });
    };
    const refusal = await send(file, { onProgress, signal: stop.signal });
    if (current.current !== stop) return;
    setState(
      refusal === undefined
        ? { step: 'sent', name: file.name }
        : { step: 'failed', file, message: refusal.message, again: true },
    );
  };

  return (
    <GroupFrame field={props}>
      <div class="file">
        <div role="status">
          {state.step === 'sent' && <p>✓ « {state.name} » est envoyé.</p>}
          {state.step === 'failed' && <p class="field-error">{state.message}</p>}
        </div>
        {state.step === 'sending' ? (
          <Progress
            label={`Envoi de « ${state.file.name} »`}
            ratio={state.file.size === 0 ? 1 : state.sentBytes / state.file.size}
            figure={`${fileSize(state.sentBytes)} sur ${fileSize(state.file.size)}`}
            onCancel={() => state.stop.abort()}
          />
        ) : (
          <div class="row">
            {state.step === 'failed' && state.again && (
              <Button onClick={() => start(state.file)}>Réessayer l’envoi</Button>
            )}
            <FileChoice
              id={`${id}-choice`}
              label={state.step === 'empty' ? 'Choisir un fichier' : 'Choisir un autre fichier'}
              accept={endings.map((ending) => `.${ending}`).join(',')}
              onFile={start}
            />
            {photo && (
              <FileChoice id={`${id}-photo`} label="Prendre une photo" accept="image/*" camera onFile={start} />
            )}
          </div>
        )}
        <p class="field-hint">
          {endings.join(', ').toUpperCase()}, {fileSize(largestBytes)} au plus
        </p>
      </div>
    </GroupFrame>
  );
}

interface FileChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  readonly camera?: boolean;
  readonly onFile: (file: File) => void;
}

/** The browser's own control under a label that looks like a button: keyboard, screen reader and drop all work. */
function FileChoice({ id, label, accept, camera = false, onFile }: FileChoiceProps) {
  return (
    <span class="file-choice">
      <label class="button button-secondary" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        capture={camera ? 'environment' : undefined}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          // So that choosing the same file again, once corrected, is a change.
          event.currentTarget.value = '';
        }}
      />
    </span>
  );
}
