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

const roles = { signatory: 'signataire', contributor: 'contributeur' } as const satisfies Record<
  Member['role'],
  string
>;

/** People are recognised by their address. One the file no longer names keeps the access: only staff end it, one person at a time. */
export function planMembers(
  row: ImportedLaureate,
  laureateId: string,
  known: { readonly members: readonly Member[]; readonly accounts: readonly KnownAccount[] },
  { newId }: ImportContext,
) {
  const members: Member[] = [];
  const changes: string[] = [];
  const notices: string[] = [];
  for (const { name, email, role } of row.contacts) {
    const member = known.members.find((other) => other.email === email);
    const told = `${name} <${email}> (${roles[role]})`;
    if (!member) {
      const uid = known.accounts.find((account) => account.email === email)?.uid ?? newId();
      members.push({ uid, laureateId, name, email, role, active: true });
      changes.push(`nouvelle personne : ${told}`);
    } else if (!member.active) {
      notices.push(`${told} n’a plus d’accès et n’en retrouve pas par un import : rendez-le depuis la page du lauréat`);
    } else if (member.name !== name || member.role !== role) {
      members.push({ ...member, name, role });
      changes.push(`personne modifiée : ${member.name} (${roles[member.role]}) → ${told}`);
    }
  }
  const kept = known.members.filter(
    (member) => member.active && row.contacts.every(({ email }) => email !== member.email),
  );
  notices.push(...kept.map(({ name, email }) => `${name} <${email}> n’est plus dans le fichier et garde son accès`));
  return { members, changes, notices };
}
