import type { Cast } from './states.ts';

const somebody = { uid: 'somebody', name: 'Zoé Lefèvre' };
const mission = { id: 'mission', laureate: somebody, expert: somebody };

/** Nobody in particular: for tests of the list itself. */
export const someCast: Cast = {
  ...{ staff: somebody, observer: { ...somebody, uid: 'observer' }, newLaureate: somebody, newExpert: somebody },
  ...{ amending: mission, corrected: mission, laureateId: 'laureate', expertId: 'expert', period: 'period' },
  missionIn: () => mission,
};
