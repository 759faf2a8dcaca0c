import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { LeavingWords, useLeaving } from './LeavingWords.tsx';
import './dialog.css';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** A verb and its object: « Refuser le devis ». */
  readonly confirmLabel: string;
  readonly tone?: 'primary' | 'danger';
  readonly busy?: boolean;
  /** The ids of fields whose words are there again when it opens anew: Escape asks nothing for them. */
  readonly keptFields?: readonly string[];
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

/** Asks before what can't be undone. The browser's own dialog: it keeps the focus inside, closes on Escape, and gives the focus back. */
export function Dialog(props: DialogProps) {
  const { open, title, confirmLabel, tone = 'primary', busy = false, keptFields = [] } = props;
  const { onConfirm, onCancel, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Not after the next frame: on a busy machine, Tab would then start from the top of the page.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!open || element === null) return;
    const opener = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      // A dialog that has left the page gives the focus back to nobody.
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, [open]);
  const leaving = useLeaving({ dialog, open, busy, keptFields, onCancel });
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={titleId} {...leaving.ways}>
      <form
        class="stack"
        noValidate
        onInput={leaving.write}
        onSubmit={(event) => {
          // A dialog may stand inside a form of the page, or hold one: each is sent by its own button alone.
          event.preventDefault();
          event.stopPropagation();
          const form = event.currentTarget;
          if (event.target !== event.currentTarget) return;
          const sender = document.activeElement;
          onConfirm();
          // Once what is missing is written; a frame may be late, and whoever has gone elsewhere meanwhile is left there.
          requestAnimationFrame(() => document.activeElement === sender && leadToFault(form));
        }}
      >
        <h2 id={titleId}>{title}</h2>
        {open && children}
        {leaving.asked ? (
          <LeavingWords onStay={leaving.stay} onLeave={onCancel} />
        ) : (
          <div class="row dialog-actions">
            <Button tone={tone} type="submit" busy={busy}>
              {confirmLabel}
            </Button>
            <Button tone="quiet" onClick={onCancel}>
              Annuler
            </Button>
          </div>
        )}
      </form>
    </dialog>
  );
}

/** What is missing is told at its field: who confirms without looking there is led to the first one. */
function leadToFault(form: HTMLElement): void {
  const wrong = form.querySelector('.field-error')?.closest('.field');
  if (wrong?.contains(document.activeElement) !== false) return;
  wrong.querySelector<HTMLElement>('input, select, textarea')?.focus();
}
