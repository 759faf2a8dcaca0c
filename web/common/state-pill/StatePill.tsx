import { type MissionState, missionStates, type Turn } from '@sur-mesure/functions/domain/missions/states';
import type { ComponentChildren } from 'preact';
import './state-pill.css';

export type PillTone = 'yours' | 'waiting' | 'running' | 'done' | 'stopped' | 'ended' | 'refused';

/** One shape a tone, drawn on 12 × 12: the state is told without colour. */
const shapes: Record<PillTone, string> = {
  yours: 'M1 6h7M5 2.5L8.6 6 5 9.5',
  waiting: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M6 3.6V6l1.7 1.2',
  running: 'M3.5 2l6 4-6 4z',
  done: 'M2 6.5l2.7 2.7L10 3.2',
  stopped: 'M4 2.5v7M8 2.5v7',
  ended: 'M2 6h8',
  refused: 'M2.8 2.8l6.4 6.4m0-6.4L2.8 9.2',
};

interface PillProps {
  readonly tone: PillTone;
  readonly children: ComponentChildren;
}

export function Pill({ tone, children }: PillProps) {
  return (
    <span class={`pill pill-${tone}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={shapes[tone]} />
      </svg>
      {children}
    </span>
  );
}

interface StatePillProps {
  readonly state: MissionState;
  /** Who reads: when the turn is theirs, the pill says so in the colour of actions. */
  readonly reader?: Turn | undefined;
}

export function StatePill({ state, reader }: StatePillProps) {
  const { label, turn, tone } = missionStates[state];
  if (turn !== null && turn === reader) return <Pill tone="yours">À vous : {label.replace(/^En/, 'en')}</Pill>;
  return <Pill tone={state === 'refused' ? 'refused' : tone}>{label}</Pill>;
}
