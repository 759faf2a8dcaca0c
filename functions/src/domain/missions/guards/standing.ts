import { closedTo, nothingNew } from '../../laureates/laureate.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { type Facts, missionOf, own } from '../facts.ts';
import { activeParticipants } from '../mission.ts';

const CODE = 'laureate-not-active';

/** Where the laureates of a mission stand in the programme. What is under way still ends: no way out asks for these. */
export const standing = {
  laureateActive: (facts) => {
    const laureate = own(facts);
    // Staff look at a mission in nobody's name: for whom they act is asked with the action.
    if (laureate?.status === 'active' || (facts.actor.kind === 'staff' && facts.laureateId === null)) return null;
    return nothingNew(laureate ? closedTo[laureate.status] : 'ne fait pas partie du programme');
  },
  // Nobody works on what can't be validated.
  laureatesActive: (facts) => {
    const closed = activeParticipants(missionOf(facts))
      .map(({ laureateId }) => facts.laureates[laureateId])
      .find((laureate) => laureate !== undefined && laureate.status !== 'active');
    return closed
      ? refuse(
          CODE,
          `${closed.name} ${closedTo[closed.status]} : n’engagez pas de travail pour l’instant. L’équipe France Tiers-Lieux décide de la suite avec vous.`,
        )
      : null;
  },
  // Its subsidy is another laureate's now: engaging it again would count it twice.
  noneMerged: (facts) =>
    activeParticipants(missionOf(facts)).some(({ laureateId }) => facts.laureates[laureateId]?.status === 'merged')
      ? refuse(
          'laureate-merged',
          'Une des manufactures est réunie à une autre, qui a repris sa subvention : cette mission ne se rouvre plus. Corrigez le registre de l’autre s’il le faut.',
        )
      : null,
} as const satisfies Record<string, (facts: Facts) => Refusal | null>;
