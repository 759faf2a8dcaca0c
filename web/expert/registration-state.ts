import type { Expert, ExpertState } from '@sur-mesure/functions/domain/experts/profile';
import type { PillTone } from '../common/state-pill/StatePill.tsx';

/** The form of one's own registration, in the expert's space. */
export const registrationAddress = '/expert?inscription';

interface Words {
  readonly tone: PillTone;
  readonly title: string;
  readonly sentence: string;
  /** What the expert may do about it: the button that opens the form. */
  readonly update: string;
  /** What sending the form again leads to. */
  readonly consequence: string;
}

const examined = 'L’équipe France Tiers-Lieux l’examine, puis vous répond par courriel.';

const words: Record<ExpertState, Words> = {
  submitted: {
    tone: 'waiting',
    title: 'Votre inscription est à l’examen',
    sentence: 'L’équipe France Tiers-Lieux la lit. Vous recevez un courriel dès qu’elle a décidé.',
    update: 'Modifier mon inscription',
    consequence: 'Ce que vous envoyez remplace l’inscription que l’équipe France Tiers-Lieux n’a pas encore examinée.',
  },
  returned: {
    tone: 'yours',
    title: 'Votre inscription vous est renvoyée',
    sentence: 'Il manque quelque chose. Complétez-la, puis renvoyez-la à l’équipe France Tiers-Lieux.',
    update: 'Compléter mon inscription',
    consequence: examined,
  },
  published: {
    tone: 'done',
    title: 'Votre fiche est dans l’annuaire',
    sentence: 'Les manufactures peuvent vous demander une mission.',
    update: 'Mettre ma fiche à jour',
    consequence: 'L’annuaire montre vos changements aussitôt, et l’équipe France Tiers-Lieux en est prévenue.',
  },
  notPublished: {
    tone: 'ended',
    title: 'Votre fiche n’est pas publiée',
    sentence: 'Elle ne figure pas dans l’annuaire. Vos documents restent à vous.',
    update: 'Renvoyer mon inscription',
    consequence: examined,
  },
  suspended: {
    tone: 'ended',
    title: 'Votre fiche est suspendue',
    sentence:
      'Vos missions en cours continuent. Aucune nouvelle mission ne peut vous être demandée tant que l’équipe France Tiers-Lieux n’a pas rétabli votre fiche.',
    update: 'Mettre ma fiche à jour',
    consequence: 'Vos changements sont gardés, et votre fiche reste suspendue.',
  },
  withdrawn: {
    tone: 'ended',
    title: 'Votre fiche est retirée',
    sentence:
      'Elle ne figure plus dans l’annuaire. Menez vos missions en cours à leur terme ; vos documents restent à vous.',
    update: 'Revenir : renvoyer mon inscription',
    consequence: examined,
  },
};

const admitted: Words = {
  tone: 'done',
  title: 'Vous pouvez recevoir des missions',
  sentence:
    'Votre fiche ne figure pas dans l’annuaire, mais une manufacture qui vous connaît peut vous demander une mission.',
  update: 'Renvoyer mon inscription',
  consequence: `${examined} D’ici là, les manufactures peuvent toujours vous demander une mission.`,
};

/** Where a registration stands, for the person who made it: published and open to missions are two facts. */
export function registrationWords({ state, mayBeCommissioned }: Pick<Expert, 'state' | 'mayBeCommissioned'>): Words {
  return state === 'notPublished' && mayBeCommissioned ? admitted : words[state];
}
