import type { ComponentChildren } from 'preact';
import './button.css';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps {
  /** One primary per view; `danger` for what destroys or refuses. */
  readonly tone?: ButtonTone;
  readonly type?: 'button' | 'submit';
  /** The action is on its way: clicks are ignored, focus stays, and the label is kept so that nothing moves. */
  readonly busy?: boolean;
  /** Why the action is not possible now. The button stays reachable, so that the reason can be read by everyone. */
  readonly unavailable?: string | undefined;
  readonly wide?: boolean;
  /** It asks something over the page first: who does not see that hears it before pressing, and tests open each that says so. */
  readonly opens?: 'dialog' | undefined;
  readonly id?: string;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

export function Button({
  tone = 'secondary',
  type = 'button',
  busy = false,
  unavailable,
  wide = false,
  opens,
  id,
  onClick,
  children,
}: ButtonProps) {
  const idle = !busy && unavailable === undefined;
  const reasonId = id === undefined ? undefined : `${id}-reason`;
  const button = (
    <button
      id={id}
      type={type}
      class={`button button-${tone}${wide ? ' button-wide' : ''}`}
      aria-haspopup={opens}
      aria-disabled={idle ? undefined : true}
      aria-busy={busy ? true : undefined}
      aria-describedby={unavailable === undefined ? undefined : reasonId}
      onClick={(event) => {
        if (idle) onClick?.();
        else event.preventDefault();
      }}
    >
      {children}
      {busy && <span class="button-spinner" aria-hidden="true" />}
    </button>
  );
  if (unavailable === undefined) return button;
  return (
    <span class="button-with-reason">
      {button}
      <span class="small muted" id={reasonId}>
        {unavailable}
      </span>
    </span>
  );
}

interface ButtonLinkProps {
  readonly href: string;
  readonly tone?: ButtonTone;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ href, tone = 'secondary', wide = false, children }: ButtonLinkProps) {
  return (
    <a class={`button button-${tone}${wide ? ' button-wide' : ''}`} href={href}>
      {children}
    </a>
  );
}
