import { dayOf, formatDay, isDay } from '../calendar.ts';
import { isPhone } from '../people/phone.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { sameBase, WHOLE, wholeBase } from '../subsidy/funded.ts';
import type { LaureateActionFacts, LaureateCommand, TypedEntity } from './facts.ts';
import { isSiret, type LegalEntity } from './laureate.ts';
import { fold } from './text.ts';

type Check = (facts: LaureateActionFacts, command: LaureateCommand) => Refusal | null;

const sameReferent = refuse('same-referent', 'C’est déjà la personne référente, à ce numéro. Rien n’a été changé.');

/** What was typed, against the facts: null, or what to type instead. A check of another action's words has nothing to say. */
export const checks = {
  entityKnown: ({ laureate }, command) =>
    command.action !== 'correctLegalEntity' || laureate.legalEntities[command.position] !== undefined
      ? null
      : refuse('entity-unknown', 'Cette personne morale n’est pas dans la fiche. Rechargez la page.'),
  entityNamed: (_facts, command) =>
    'siret' in command && command.name.trim() === ''
      ? refuse('name-missing', 'Écrivez le nom de la personne morale, comme sur ses statuts.')
      : null,
  siretWellFormed: (_facts, command) =>
    'siret' in command && !isSiret(command.siret)
      ? refuse('siret-invalid', 'Ce SIRET n’existe pas : vérifiez ses quatorze chiffres.')
      : null,
  siretFree: ({ siretHolder }, command) =>
    'siret' in command && siretHolder !== null
      ? refuse(
          'siret-taken',
          `Ce SIRET est celui de ${siretHolder}, un autre lauréat. Rien n’a été changé : corrigez-le, ou réunissez les deux lauréats.`,
        )
      : null,
  entityDiffers: ({ laureate }, command) => {
    if (!('siret' in command)) return null;
    const current = laureate.legalEntities.at(command.action === 'correctLegalEntity' ? command.position : -1);
    return current && sameEntity(current, command, command.action === 'correctLegalEntity')
      ? refuse('entity-unchanged', 'La fiche le dit déjà. Rien n’a été changé.')
      : null;
  },
  // In the past or today: the name is repeated in lists and documents, which nothing would turn over on a day to come.
  dayAfterTheLast: ({ laureate, now }, command) => {
    if (command.action !== 'changeLegalEntity') return null;
    const last = laureate.legalEntities.at(-1)?.from ?? '';
    if (isDay(command.from) && command.from > last && command.from <= dayOf(now)) return null;
    return refuse(
      'entity-day',
      `Ce changement prend effet après le ${formatDay(last)}, et aujourd’hui au plus tard. Pour une erreur dans la fiche, corrigez-la ; pour un changement à venir, notez-le le jour venu.`,
    );
  },
  dayInItsPlace: ({ laureate, now }, command) => {
    if (command.action !== 'correctLegalEntity') return null;
    const { from, position } = command;
    const before = position === 0 ? '' : (laureate.legalEntities[position - 1]?.from ?? '');
    const after = laureate.legalEntities[position + 1]?.from ?? null;
    const fits = isDay(from) && from >= before && (after === null ? from <= dayOf(now) : from <= after);
    return fits
      ? null
      : refuse(
          'entity-day',
          'Cette date n’est pas à sa place : elle suit celle de la personne morale d’avant, et précède celle d’après.',
        );
  },
  // None and all have names of their own, which people understand at once.
  deductibleInPart: (_facts, command) => {
    if (command.action !== 'setFundedBase' || command.fundedBase.kind !== 'coefficient') return null;
    const { deductibleTenThousandths: part } = command.fundedBase;
    return Number.isInteger(part) && part > 0 && part < WHOLE
      ? null
      : refuse(
          'deductible-invalid',
          'Écrivez une part de TVA récupérée entre 0,01 % et 99,99 %. Si rien n’est récupéré, ou tout, choisissez-le dans la liste.',
        );
  },
  baseDiffers: ({ laureate }, command) =>
    command.action === 'setFundedBase' &&
    sameBase(laureate.legalEntities.at(-1)?.fundedBase ?? wholeBase, command.fundedBase)
      ? refuse('base-unchanged', 'C’est déjà la base de la subvention. Rien n’a été changé.')
      : null,
  referentIsStaff: ({ referentName }, command) =>
    command.action === 'assignReferent' && command.uid !== null && referentName === null
      ? refuse(
          'referent-not-staff',
          'La personne référente fait partie de l’équipe France Tiers-Lieux, avec un compte ouvert. Choisissez-en une autre.',
        )
      : null,
  phoneWellFormed: (_facts, command) =>
    command.action === 'assignReferent' && command.uid !== null && !isPhone(command.phone)
      ? refuse('phone-invalid', 'Écrivez le numéro auquel la manufacture peut l’appeler, comme 01 23 45 67 89.')
      : null,
  anotherReferent: ({ laureate }, command) => {
    if (command.action !== 'assignReferent') return null;
    const current = laureate.referent ?? null;
    const same =
      command.uid === null ? current === null : current?.uid === command.uid && current.phone === command.phone.trim();
    return same ? sameReferent : null;
  },
  intoFits: ({ laureate, into }, command) =>
    command.action !== 'transferEntity' || (into !== null && into.id !== laureate.id && into.status === 'active')
      ? null
      : refuse(
          'into-unfit',
          'Le lauréat qui reprend est un autre lauréat, actif dans le programme. Rien n’a été changé : choisissez-en un autre.',
        ),
  nameTyped: ({ laureate }, command) =>
    command.action !== 'transferEntity' || fold(command.typedName) === fold(laureate.name)
      ? null
      : refuse('name-differs', `Pour confirmer, écrivez le nom du lauréat qui prend fin : ${laureate.name}.`),
  notOpenYet: ({ laureate: { openToSharing } }) =>
    openToSharing === null
      ? null
      : refuse(
          'sharing-already-open',
          `Votre manufacture est déjà ouverte au partage, depuis le ${formatDay(dayOf(openToSharing.at))} par ${openToSharing.byName}. Rien n’a été changé.`,
        ),
  stillOpen: ({ laureate: { openToSharing } }) =>
    openToSharing === null
      ? refuse('sharing-already-closed', 'Votre manufacture n’est déjà plus proposée aux autres. Rien n’a été changé.')
      : null,
} as const satisfies Record<string, Check>;
export type CheckName = keyof typeof checks;

function sameEntity(current: LegalEntity, typed: TypedEntity, withDay: boolean): boolean {
  return (
    current.siret === typed.siret &&
    current.name === typed.name.trim() &&
    (current.legalForm ?? null) === typed.legalForm &&
    (!withDay || current.from === typed.from)
  );
}
