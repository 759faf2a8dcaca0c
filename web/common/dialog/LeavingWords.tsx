import type { RefObject, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';

interface LeavingWordsProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** In place of the buttons of a dialog that Escape would have closed over words typed there. */
export function LeavingWords({ onStay, onLeave }: LeavingWordsProps) {
  const place = useRef<HTMLDivElement>(null);
  const questionId = useId();
  // With the question, not after the next frame: it would come under the Enter of who has gone on to the second button.
  useLayoutEffect(() => place.current?.querySelector('button')?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons under a question are no field set.
    <div ref={place} class="stack stack-tight dialog-actions" role="group" aria-labelledby={questionId}>
      <p id={questionId}>Fermer sans garder ce que vous avez écrit ?</p>
      <div class="row">
        <Button onClick={onStay}>Continuer à écrire</Button>
        <Button tone="danger" onClick={onLeave}>
          Fermer sans garder
        </Button>
      </div>
    </div>
  );
}

interface LeavingOptions {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly open: boolean;
  readonly busy: boolean;
  readonly keptFields: readonly string[];
  readonly onCancel: () => void;
}

/** What Escape does in a dialog: closes it, or asks first when words typed there would be lost. « Annuler » says so itself and asks nothing. */
export function useLeaving({ dialog, open, busy, keptFields, onCancel }: LeavingOptions) {
  const [asked, setAsked] = useState(false);
  // By their ids: another step of the dialog takes fields away, and gives them back as others.
  const written = useRef(new Set<string>());
  const writtenIn = useRef<Element | null>(null);
  useLayoutEffect(() => {
    written.current.clear();
    setAsked(false);
  }, [open]);
  const stay = () => {
    setAsked(false);
    if (writtenIn.current instanceof HTMLElement) writtenIn.current.focus();
  };
  const leave = () => {
    if (busy) return;
    if (asked) return stay();
    if (!wordsOf(dialog.current).some(({ id, value }) => written.current.has(id) && value.trim() !== ''))
      return onCancel();
    writtenIn.current = document.activeElement;
    setAsked(true);
  };
  return {
    asked,
    stay,
    /** Words that the page put there itself are not lost with the dialog: only those typed since it opened. */
    write: (event: TargetedEvent<HTMLFormElement>) => {
      const { target } = event;
      if (target instanceof Element && !keptFields.includes(target.id)) written.current.add(target.id);
      setAsked(false);
    },
    ways: {
      // Before the browser's own way: Chrome closes a dialog on a second Escape, whatever is answered to the first.
      onKeyDown: (event: TargetedKeyboardEvent<HTMLDialogElement>) => {
        if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
        event.preventDefault();
        leave();
      },
      // The gesture « back » of a phone. One also comes up from a file that one did not choose, and closes nothing.
      onCancel: (event: TargetedEvent<HTMLDialogElement>) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        leave();
      },
      // The browser closed it all the same: the page knows. What the page closes itself is said here too, once it has gone or opens anew.
      onClose: ({ target, currentTarget }: TargetedEvent<HTMLDialogElement>) => {
        if (open && target === currentTarget && currentTarget.isConnected && !currentTarget.open) onCancel();
      },
    },
  };
}

/** Those of the step that is shown. */
function wordsOf(dialog: HTMLDialogElement | null): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...(dialog?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(fieldsOfWords) ?? [])];
}

/** What is chosen is chosen again in a moment. */
const fieldsOfWords = 'textarea, input:not([type=checkbox], [type=radio], [type=date])';
