import type { ComponentChildren } from 'preact';
import './timeline.css';

export interface Step {
  readonly id: string;
  readonly title: ComponentChildren;
  /** When and who, in words: « mardi 4 mars 2025, Camille Roy ». */
  readonly detail?: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly status: 'done' | 'current' | 'upcoming' | 'stopped';
}

const spoken = { done: 'fait', current: 'en cours', upcoming: 'à venir', stopped: 'arrêté' } as const;

const shapes: Record<Step['status'], string> = {
  done: 'M4 8.4l2.7 2.7L12 5.2',
  current: 'M8 8h.01',
  upcoming: '',
  stopped: 'M5 5l6 6m0-6l-6 6',
};

interface TimelineProps {
  readonly label: string;
  readonly steps: readonly Step[];
}

export function Timeline({ label, steps }: TimelineProps) {
  return (
    <ol class="timeline" aria-label={label}>
      {steps.map(({ id, title, detail, note, status }) => (
        <li key={id} class={`step step-${status}`} aria-current={status === 'current' ? 'step' : undefined}>
          <svg class="step-mark" viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="7" />
            <path d={shapes[status]} />
          </svg>
          <p class="step-title">
            {title}
            <span class="visually-hidden"> ({spoken[status]})</span>
          </p>
          {detail !== undefined && <p class="small muted">{detail}</p>}
          {note !== undefined && <div class="step-note">{note}</div>}
        </li>
      ))}
    </ol>
  );
}
