import { addDays, dayOf, isDay } from '../calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';
import {
  isLastHead,
  type KnownPerson,
  type PeopleCommand,
  type PeopleFacts,
  type PersonFacts,
  rolesOf,
} from './facts.ts';
import type { Organisation } from './people.ts';
import { isPhone } from './phone.ts';

const LONGEST_DELEGATION_DAYS = 92;
const LONGEST_OBSERVATION_DAYS = 365;

type Check = (facts: PeopleFacts, command: PeopleCommand, person: PersonFacts | null) => Refusal | null;

/** What was typed, against the facts: null, or what to type instead. A check of another action's words has nothing to say. */
export const checks = {
  roleOfThisKind: ({ organisation }, command) => {
    if (command.action !== 'invite' && command.action !== 'setRole') return null;
    const roles: readonly string[] = rolesOf[organisation.kind];
    return roles.includes(command.role)
      ? null
      : refuse('not-a-role-here', 'Ce rôle n’existe pas dans cette structure.');
  },
  named: (_facts, command) =>
    command.action === 'invite' && command.name.trim() === ''
      ? refuse('name-missing', 'Écrivez le nom de la personne à inviter.')
      : null,
  nameWritten: (_facts, command) =>
    command.action === 'correctName' && command.name.trim() === ''
      ? refuse('name-missing', 'Écrivez le prénom et le nom. Rien n’a été changé.')
      : null,
  anotherName: (_facts, command, person) =>
    command.action === 'correctName' && command.name.trim() === person?.name
      ? refuse('same-name', 'C’est déjà le nom de cette personne.')
      : null,
  observerUntil: ({ now }, command) => {
    if (command.action !== 'invite') return null;
    const { role, until } = command;
    if (role !== 'observer') {
      return until === null
        ? null
        : refuse('no-end-here', 'Seule une personne observatrice est invitée jusqu’à une date.');
    }
    const [today, last] = [dayOf(now), addDays(dayOf(now), LONGEST_OBSERVATION_DAYS)];
    return until !== null && isDay(until) && until >= today && until <= last
      ? null
      : refuse(
          'until-wrong',
          'Choisissez la date de fin de cette invitation : aujourd’hui au plus tôt, dans un an au plus tard.',
        );
  },
  addressMayJoin: (facts, command) => {
    if (command.action !== 'invite' || facts.known === null) return null;
    return joiningRefusal(facts, facts.known);
  },
  addressFree: ({ known }, command) =>
    command.action === 'changeEmail' && known !== null
      ? refuse(
          'email-taken',
          'Cette adresse est déjà celle d’un autre compte. Rien n’a été changé : choisissez-en une autre.',
        )
      : null,
  anotherAddress: (_facts, command, person) =>
    command.action === 'changeEmail' && command.email.trim().toLowerCase() === person?.email
      ? refuse('same-email', 'C’est déjà l’adresse de cette personne.')
      : null,
  phoneWellFormed: (_facts, command) =>
    command.action === 'setPhone' && command.phone.trim() !== '' && !isPhone(command.phone)
      ? refuse('phone-invalid', 'Écrivez un numéro de téléphone, comme 01 23 45 67 89, ou rien pour l’effacer.')
      : null,
  anotherRole: (_facts, command, person) =>
    command.action === 'setRole' && command.role === person?.role
      ? refuse('same-role', 'Cette personne a déjà ce rôle.')
      : null,
  headKept: (facts, command, person) => {
    if (command.action !== 'setRole' || person === null || facts.actor.kind === 'staff') return null;
    return isLastHead(facts, person) ? headNeeded[facts.organisation.kind] : null;
  },
  successor: (facts, command, person) => {
    if (command.action !== 'close' || person === null) return null;
    const { successorUid } = command;
    if (successorUid === null) {
      return isLastHead(facts, person) && facts.actor.kind !== 'staff' ? headNeeded[facts.organisation.kind] : null;
    }
    // A relay is taken, not given in passing: it is no way to raise oneself or somebody who never came.
    const successor = facts.people.find(({ uid }) => uid === successorUid);
    const fits = successor?.state === 'active' && successor.uid !== person.uid && isLastHead(facts, person);
    return fits
      ? null
      : refuse(
          'successor-unfit',
          'La personne qui prend le relais doit faire partie de la structure et s’être déjà connectée. Choisissez-en une autre, ou changez d’abord son rôle.',
        );
  },
  delegationDays: ({ now }, command) => {
    if (command.action !== 'delegate') return null;
    const { from, until } = command;
    const fits =
      isDay(from) &&
      isDay(until) &&
      from >= dayOf(now) &&
      from <= until &&
      until <= addDays(from, LONGEST_DELEGATION_DAYS - 1) &&
      from <= addDays(dayOf(now), LONGEST_OBSERVATION_DAYS);
    return fits
      ? null
      : refuse(
          'delegation-days',
          `Une délégation commence aujourd’hui ou plus tard et dure ${LONGEST_DELEGATION_DAYS} jours au plus. Corrigez les deux dates.`,
        );
  },
} as const satisfies Record<string, Check>;
export type CheckName = keyof typeof checks;

const headNeeded = {
  laureate: refuse(
    'last-signatory',
    'C’est la dernière personne signataire : choisissez qui prend le relais et signera à sa place.',
  ),
  expert: refuse(
    'last-contact',
    'C’est la dernière personne qui représente la structure : choisissez qui prend le relais.',
  ),
  team: refuse('last-of-the-team', 'C’est le dernier compte actif de l’équipe : invitez d’abord quelqu’un.'),
} as const satisfies Record<Organisation['kind'], Refusal>;

/** An expert may hold no interest in a laureate, and staff decide for all: one address is on one side only. */
const otherSide = {
  laureate:
    'Cette adresse est celle d’une personne d’un lauréat. Rien n’a été envoyé : demandez-lui une autre adresse, ou appelez l’équipe France Tiers-Lieux.',
  expert:
    'Cette adresse est celle d’un expert, et un expert ne peut être membre d’un lauréat ni d’une autre structure. Rien n’a été envoyé : demandez une autre adresse, ou appelez l’équipe France Tiers-Lieux.',
  staff:
    'Cette adresse est celle d’une personne de l’équipe France Tiers-Lieux. Rien n’a été envoyé : demandez une autre adresse.',
  observer: 'Cette adresse est celle d’une personne observatrice. Rien n’a été envoyé : demandez une autre adresse.',
} as const satisfies Record<KnownPerson['kind'], string>;

function joiningRefusal({ organisation, people }: PeopleFacts, known: KnownPerson): Refusal | null {
  if (!sameSide(organisation, known)) return refuse('other-side', otherSide[known.kind]);
  if (known.switchedOff) {
    return refuse(
      'switched-off',
      'Le compte de cette adresse a été coupé par l’équipe France Tiers-Lieux, qui seule peut le rouvrir. Rien n’a été envoyé.',
    );
  }
  const here = people.find(({ uid }) => uid === known.uid);
  return here === undefined || here.state === 'closed'
    ? null
    : refuse('already-here', 'Cette personne fait déjà partie de la structure. Rien n’a été envoyé.');
}

function sameSide(organisation: Organisation, { kind, expertId }: KnownPerson): boolean {
  switch (organisation.kind) {
    case 'laureate':
      return kind === 'laureate';
    case 'expert':
      return kind === 'expert' && expertId === organisation.expertId;
    default:
      return kind === 'staff' || kind === 'observer';
  }
}
