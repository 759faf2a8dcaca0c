import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import type { DepositStep } from '../deposits/queue.ts';
import { StepWords } from '../deposits/StepWords.tsx';
import { acceptedWords } from './accepted-words.ts';
import { DropZone } from './DropZone.tsx';
import { type FieldProps, GroupFrame } from './FieldFrame.tsx';
import { FileChoice } from './FileChoice.tsx';
import { fileFault } from './file-fault.ts';

export interface Sending {
  readonly onProgress: (sentBytes: number) => void;
  /** The bytes have arrived and are verified; `again` when the antivirus could not answer and is asked again. */
  readonly onChecking?: (again: boolean) => void;
  readonly signal: AbortSignal;
}

/** A deposit of an earlier visit, whose verdict is awaited. */
export interface Resumed {
  readonly name: string;
  readonly size: number;
  readonly wait: (sending: Sending) => Promise<Refusal | undefined>;
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
  /** What was sent before a return to the page, when its verdict was not known yet. */
  readonly earlier?: () => Promise<Resumed | undefined>;
}

interface Travel {
  readonly file: File | null;
  readonly name: string;
  readonly size: number;
  readonly step: DepositStep;
}

export function FileField(props: FileFieldProps) {
  const { id, endings, largestBytes, photo = false, sentName } = props;
  const { travel, start, stop } = useTravel(props);
  const choose = (files: readonly File[]) => {
    const [file] = files;
    if (file !== undefined) void start(file);
  };
  const onItsWay = travel?.step.name === 'sending' || travel?.step.name === 'checking';
  const retried = travel?.step.name === 'failed' && travel.step.retry ? travel.file : null;
  const arrived = travel?.step.name === 'kept' ? travel.name : travel === undefined ? sentName : undefined;
  return (
    <GroupFrame field={props}>
      <DropZone onFiles={choose}>
        <div role="status">
          {arrived !== undefined && <p>✓ « {arrived} » est envoyé.</p>}
          {travel !== undefined && travel.step.name !== 'sending' && travel.step.name !== 'kept' && (
            <StepWords {...travel} onStop={stop} />
          )}
        </div>
        {travel?.step.name === 'sending' && <StepWords {...travel} onStop={stop} />}
        {!onItsWay && (
          <div class="row">
            {retried !== null && <Button onClick={() => start(retried)}>Réessayer l’envoi</Button>}
            <FileChoice
              id={`${id}-choice`}
              label={travel === undefined && sentName === undefined ? 'Choisir un fichier' : 'Choisir un autre fichier'}
              accept={endings.map((ending) => `.${ending}`).join(',')}
              onFiles={choose}
            />
            {photo && (
              <FileChoice id={`${id}-photo`} label="Prendre une photo" accept="image/*" camera onFiles={choose} />
            )}
          </div>
        )}
        <p class="field-hint">{acceptedWords(endings, largestBytes)}</p>
      </DropZone>
    </GroupFrame>
  );
}

/** The one file of a field, from the press to the verdict. */
function useTravel({ endings, largestBytes, send, earlier }: FileFieldProps) {
  const [travel, setTravel] = useState<Travel>();
  // A stopped sending may still answer: only the last one started may change what is shown.
  const current = useRef<AbortController>(undefined);

  const follow = async (one: Omit<Travel, 'step'>, work: (sending: Sending) => Promise<Refusal | undefined>) => {
    const stop = new AbortController();
    current.current = stop;
    const show = (step: DepositStep) => {
      if (current.current === stop) setTravel({ ...one, step });
    };
    show(one.file === null ? { name: 'checking', again: false } : { name: 'sending', sentBytes: 0 });
    const refusal = await work({
      onProgress: (sentBytes) => show({ name: 'sending', sentBytes }),
      onChecking: (again) => show({ name: 'checking', again }),
      signal: stop.signal,
    });
    show(
      refusal === undefined
        ? { name: 'kept', fileId: '', before: false }
        : { name: 'failed', message: refusal.message, retry: refusal.code !== 'file_rejected' },
    );
  };

  const start = async (file: File) => {
    const one = { file, name: file.name, size: file.size };
    const fault = fileFault(file, endings, largestBytes);
    if (fault === undefined) return follow(one, (sending) => send(file, sending));
    setTravel({ ...one, step: { name: 'failed', message: fault, retry: false } });
  };

  useEffect(() => {
    earlier?.().then((found) => {
      if (found !== undefined && current.current === undefined)
        void follow({ file: null, name: found.name, size: found.size }, found.wait);
    });
    // What goes on after the page is left is taken up at the next visit.
    return () => current.current?.abort();
  }, []);

  return { travel, start, stop: () => current.current?.abort() };
}
