import type { ImportedContact } from './contacts.ts';
import type { ImportedLaureate } from './import.ts';
import type { Member } from './laureate.ts';
import type { ImportContext, KnownAccount } from './plan.ts';

/** An expert may hold no interest in a laureate, and staff decide for all: neither is a member of one. */
export const otherSide = {
  laureate: '',
  expert: 'cette adresse est celle d’un expert : un expert ne peut être membre d’un lauréat',
  staff: 'cette adresse est celle d’une personne de l’équipe France Tiers-Lieux : donnez celle du lauréat',
  observer: 'cette adresse est celle d’un observateur : donnez celle du lauréat',
} as const satisfies Record<KnownAccount['kind'], string>;

/** As an invitation is refused: only an act with a reason gives an access back. */
export const switchedOff =
  'le compte de cette adresse a été coupé par l’équipe : rouvrez-le d’abord, ou donnez une autre adresse';

const roles = { signatory: 'signataire', contributor: 'contributeur' } as const satisfies Record<
  Member['role'],
  string
>;

/** Somebody who comes in, with the telephone that the file gives: kept with the account, which may be of several laureates. */
export interface FirstMember extends Member {
  readonly phone?: string | undefined;
}

/** The people of a laureate that comes in; who can sign in already keeps its account. */
export function firstMembers(
  { contacts }: ImportedLaureate,
  laureateId: string,
  accounts: readonly KnownAccount[],
  { newId }: ImportContext,
): FirstMember[] {
  return contacts.map(({ name, email, role, phone }) => {
    const uid = accounts.find((account) => account.email === email)?.uid ?? newId();
    return { uid, laureateId, name, email, role, active: true, ...(phone !== undefined && { phone }) };
  });
}

/**
 * What the file says otherwise of the people of a laureate that is here already. Nothing of it is written: an address that staff had a signatory
 * leave, and which an old file still names, would open the dossier again.
 */
export function memberDifferences({ contacts }: ImportedLaureate, members: readonly Member[]): string[] {
  const gone = members.filter(({ active, email }) => active && contacts.every((contact) => contact.email !== email));
  return [
    ...contacts.flatMap((contact) => differenceOf(contact, members) ?? []),
    ...gone.map(({ name, email }) => `${name} <${email}> n’est plus dans le fichier et garde son accès`),
  ];
}

function differenceOf(contact: ImportedContact, members: readonly Member[]): string | null {
  const told = described(contact);
  const here = members.find(({ email }) => email === contact.email);
  if (!here) return `le fichier nomme ${told}, qui n’a pas d’accès ici : invitez cette personne sur la fiche si besoin`;
  if (!here.active)
    return `${told} n’a plus d’accès et n’en retrouve pas par un import : rendez-le sur la fiche si besoin`;
  return here.name === contact.name && here.role === contact.role
    ? null
    : `le fichier dit ${told} ; ici ${described(here)} : changez-le sur la fiche si besoin`;
}

function described({ name, email, role }: ImportedContact): string {
  return `${name} <${email}> (${roles[role]})`;
}
