import type { Expert, ExpertState } from '@sur-mesure/functions/domain/experts/profile';
import type { PillTone } from '../common/state-pill/StatePill.tsx';

interface Words {
  readonly tone: PillTone;
  readonly title: string;
  readonly sentence: string;
}

const words: Record<ExpertState, Words> = {
  submitted: {
    tone: 'waiting',
    title: 'Votre inscription est à l’examen',
    sentence: 'L’équipe France Tiers-Lieux la lit. Vous recevez un courriel dès qu’elle a décidé.',
  },
  returned: {
    tone: 'yours',
    title: 'Votre inscription vous est renvoyée',
    sentence: 'Il manque quelque chose. Répondez à l’équipe France Tiers-Lieux : elle complète votre fiche avec vous.',
  },
  published: {
    tone: 'done',
    title: 'Votre fiche est dans l’annuaire',
    sentence: 'Les manufactures peuvent vous demander une mission.',
  },
  unpublished: {
    tone: 'ended',
    title: 'Votre fiche n’est pas publiée',
    sentence: 'Elle ne figure pas dans l’annuaire. Vos documents restent à vous.',
  },
};

const admitted: Words = {
  tone: 'done',
  title: 'Vous pouvez recevoir des missions',
  sentence:
    'Votre fiche ne figure pas dans l’annuaire, mais une manufacture qui vous connaît peut vous demander une mission.',
};

/** Where a registration stands, for the person who made it: published and open to missions are two facts. */
export function registrationWords({ state, mayBeCommissioned }: Pick<Expert, 'state' | 'mayBeCommissioned'>): Words {
  return state === 'unpublished' && mayBeCommissioned ? admitted : words[state];
}
