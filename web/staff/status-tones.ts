import type { LaureateStatus } from '@sur-mesure/functions/domain/laureates/laureate';
import type { PillTone } from '../common/state-pill/StatePill.tsx';

/** Colour and shape of where a laureate stands; the word is the domain's. */
export const statusTones = {
  active: 'running',
  suspended: 'stopped',
  withdrawn: 'refused',
  merged: 'ended',
} as const satisfies Record<LaureateStatus, PillTone>;
