import type { ExpertState } from '@sur-mesure/functions/domain/experts/profile';
import type { PillTone } from '../../common/state-pill/StatePill.tsx';

/** Colour and shape of where an expert's sheet stands, for the team; the word is the domain's. */
export const expertTones = {
  submitted: 'yours',
  returned: 'waiting',
  published: 'done',
  notPublished: 'ended',
  suspended: 'stopped',
  withdrawn: 'ended',
} as const satisfies Record<ExpertState, PillTone>;
