import { type Refusal, refuse } from '../refusal.ts';
import { isLastHead, type PeopleFacts, type PersonFacts } from './facts.ts';

type Guard = (facts: PeopleFacts, person: PersonFacts) => Refusal | null;

/** What can be said of a person before anything is typed: null, or why not. */
export const guards = {
  notOneself: ({ actor }, { uid }) =>
    uid === actor.uid
      ? refuse(
          'not-oneself',
          'Ce geste ne se fait pas sur son propre compte : demandez à une autre personne de l’équipe.',
        )
      : null,
  toAContributor: (_facts, { role, delegation }) => {
    if (delegation !== null) {
      return refuse(
        'already-delegated',
        'Cette personne a déjà une délégation : mettez-y fin avant d’en donner une autre.',
      );
    }
    return role === 'contributor'
      ? null
      : refuse('not-a-contributor', 'La signature se délègue à une personne contributrice : celle-ci signe déjà.');
  },
  delegated: (_facts, { delegation }) =>
    delegation === null ? refuse('not-delegated', 'Cette personne n’a pas de délégation en cours.') : null,
  addressNotMarked: (_facts, { addressProblem }) =>
    addressProblem === null
      ? null
      : refuse(
          'address-marked',
          'Cette adresse est déjà marquée en erreur. Appelez la personne, ou changez l’adresse.',
        ),
  addressMarked: (_facts, { addressProblem }) =>
    addressProblem === null
      ? refuse('address-not-marked', 'Cette adresse n’est pas marquée en erreur : il n’y a rien à lever.')
      : null,
  notLastOfTheTeam: (facts, person) =>
    facts.organisation.kind === 'team' && isLastHead(facts, person)
      ? refuse(
          'last-of-the-team',
          'C’est le dernier compte actif de l’équipe : invitez d’abord quelqu’un, qui se connecte une fois.',
        )
      : null,
  switchedOnByStaff: ({ actor }, { switchedOff }) =>
    switchedOff && actor.kind !== 'staff'
      ? refuse(
          'switched-off',
          'L’équipe France Tiers-Lieux a coupé ce compte : elle seule peut le rouvrir. Appelez-la pour en parler.',
        )
      : null,
  notExpired: ({ now }, { until }) =>
    until !== null && now > until
      ? refuse('expired', 'Sa date de fin est passée : invitez cette personne de nouveau, avec une nouvelle date.')
      : null,
} as const satisfies Record<string, Guard>;
export type GuardName = keyof typeof guards;
