import type { ComponentChildren } from 'preact';
import './turn.css';

interface TurnProps {
  /** « À vous », « Au tour de Camille Roy ». */
  readonly whose: string;
  readonly yours: boolean;
  /** What is awaited, one sentence. */
  readonly children: ComponentChildren;
  /** The one primary button of the page. */
  readonly action?: ComponentChildren;
  /** The next date, e.g. a DateText. */
  readonly deadline?: ComponentChildren;
}

/** What every page starts with: whose turn it is, and what to do. */
export function Turn({ whose, yours, children, action, deadline }: TurnProps) {
  return (
    <section class={yours ? 'turn turn-yours' : 'turn'} aria-label="À qui le tour ?">
      <p class="turn-whose">{whose}</p>
      <div class="lead">{children}</div>
      {deadline !== undefined && <p class="muted">{deadline}</p>}
      {action !== undefined && <div class="row turn-action">{action}</div>}
    </section>
  );
}
