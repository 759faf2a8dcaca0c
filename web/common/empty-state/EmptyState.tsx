import type { ComponentChildren } from 'preact';
import './empty-state.css';

interface EmptyStateProps {
  /** One sentence: why it is empty, or what will come. */
  readonly children: ComponentChildren;
  /** One action that fills it. */
  readonly action?: ComponentChildren;
}

export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}
