import { acceptedWords } from '../field/accepted-words.ts';
import { DropZone } from '../field/DropZone.tsx';
import { type FieldProps, GroupFrame } from '../field/FieldFrame.tsx';
import { FileChoice } from '../field/FileChoice.tsx';
import { acceptedEndings, largestAccepted } from './accepted.ts';
import { type Deposit, type DepositTarget, sameQueue } from './queue.ts';
import { StepWords } from './StepWords.tsx';
import type { useDeposits } from './useDeposits.ts';

interface DepositZoneProps extends Omit<FieldProps, 'error' | 'optional'> {
  readonly target: DepositTarget;
  readonly largestBytes: number;
  readonly deposits: ReturnType<typeof useDeposits>;
  /** One file only: the next version of another. */
  readonly single?: boolean;
}

/** A place where files are put as soon as they are chosen: several at once, dropped, or photographed. */
export function DepositZone({ target, largestBytes, deposits, single = false, ...field }: DepositZoneProps) {
  const endings = acceptedEndings(target.piece);
  // What phones take is too heavy for a picture that documents print.
  const takesPhotos = endings.includes('heic');
  const add = (files: readonly File[]) => deposits.add(single ? files.slice(0, 1) : files, target);
  return (
    <GroupFrame field={field}>
      <DropZone onFiles={add}>
        <DepositLines deposits={deposits} of={(one) => sameQueue(one.target, target)} />
        <div class="row">
          <FileChoice
            id={`${field.id}-choice`}
            label={single ? 'Choisir un fichier' : 'Choisir des fichiers'}
            accept={endings.map((ending) => `.${ending}`).join(',')}
            several={!single}
            onFiles={add}
          />
          {takesPhotos && (
            <FileChoice id={`${field.id}-photo`} label="Prendre une photo" accept="image/*" camera onFiles={add} />
          )}
        </div>
        <p class="field-hint">{acceptedWords(endings, largestAccepted(target.piece, largestBytes))}</p>
      </DropZone>
    </GroupFrame>
  );
}

interface DepositLinesProps {
  readonly deposits: ReturnType<typeof useDeposits>;
  readonly of: (deposit: Deposit) => boolean;
}

function DepositLines({ deposits: { deposits, retry, remove }, of }: DepositLinesProps) {
  const shown = deposits.filter(of);
  return (
    <>
      {/* Told as they end; the figures in between change too often to be read aloud. */}
      <div role="status" class="visually-hidden">
        {shown.map(({ id, name, step }) =>
          step.name === 'kept' ? (
            <p key={id}>{name} est déposé.</p>
          ) : step.name === 'failed' ? (
            <p key={id}>{step.message}</p>
          ) : null,
        )}
      </div>
      {shown.length > 0 && (
        <ul class="deposits">
          {shown.map(({ id, name, size, step }) => (
            <li key={id}>
              <StepWords {...{ name, size, step }} onStop={() => remove(id)} onRetry={() => retry(id)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
