import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './notice.css';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const words = { info: 'À savoir', success: 'C’est fait', warning: 'Attention', error: 'À corriger' } as const;

const shapes: Record<NoticeTone, string> = {
  info: 'M8 7v5M8 4.2v.1',
  success: 'M3.5 8.5l3 3 6-7',
  warning: 'M8 4v5M8 11.8v.1',
  error: 'M4.5 4.5l7 7m0-7l-7 7',
};

interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: string;
  /** A notice that appears after an action is announced; one that was there on arrival is simply read in its place. */
  readonly announced?: boolean;
  readonly children: ComponentChildren;
}

export function Notice({ tone = 'info', title, announced = false, children }: NoticeProps) {
  const role = announced ? (tone === 'error' || tone === 'warning' ? 'alert' : 'status') : undefined;
  return (
    <div class={`notice notice-${tone}`} role={role}>
      <svg class="notice-shape" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[tone]} />
      </svg>
      <div class="stack stack-tight">
        <p class="notice-title">{title ?? words[tone]}</p>
        <div>{children}</div>
      </div>
    </div>
  );
}

/** Refusals that are no fault of anybody's: who is there is asked, or the person took its sending back. */
const headings: Readonly<Record<string, { readonly tone: NoticeTone; readonly title: string }>> = {
  'sign-in-too-old': { tone: 'warning', title: 'Votre confirmation est attendue' },
  taken_back: { tone: 'info', title: 'Votre envoi est annulé' },
  abandoned: { tone: 'warning', title: 'La réponse n’est pas connue' },
};

/** A refusal as its sentence: what happened, what was kept, what to do. The same one met again is announced again. */
export function RefusalNotice({ refusal }: { readonly refusal: Refusal }) {
  const met = useRef({ refusal, times: 0 });
  if (met.current.refusal !== refusal) met.current = { refusal, times: met.current.times + 1 };
  const { tone, title } = headings[refusal.code] ?? { tone: 'error', title: 'L’action n’a pas eu lieu' };
  return (
    <Notice key={met.current.times} tone={tone} title={title} announced>
      <p>{refusal.message}</p>
    </Notice>
  );
}

export interface FieldError {
  readonly fieldId: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
}

/** What remains to be corrected, each line leading to its field. It takes the focus when it appears, so that nobody has to search. */
export function ErrorSummary({ errors }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  // With the list, not after the next frame: whoever types again by then would be taken away.
  useLayoutEffect(() => {
    if (errors.length > 0) summary.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const title = errors.length === 1 ? 'Un point à corriger' : `${errors.length} points à corriger`;
  return (
    <div ref={summary} tabIndex={-1} role="alert">
      <Notice tone="error" title={title}>
        <ul class="notice-list">
          {errors.map(({ fieldId, message }) => (
            <li key={fieldId}>
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId)?.focus();
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
