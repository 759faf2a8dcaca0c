import type { Auth } from 'firebase-admin/auth';
import { people } from './cast.ts';
import { at } from './random.ts';
import { memberOf, overseers, type SeatedExpert, type SeatedLaureate, type World } from './world.ts';

/** Somebody of the demonstration whom one click signs in. */
export interface DemonstrationAccount {
  readonly uid: string;
  readonly name: string;
  /** Shown beside the name: who it is, and what waits for that person. */
  readonly role: string;
  readonly page: '/equipe' | '/laureat' | '/expert';
}

/** One person in each place, each with something to do at once. */
export function demonstrationAccounts({
  laureates,
  experts,
}: Pick<World, 'laureates' | 'experts'>): DemonstrationAccount[] {
  const laureate = (place: number) => at(laureates, place);
  const signatory = (place: number, what: string): DemonstrationAccount => ({
    ...ofMember(laureate(place), 'signatory'),
    role: `Signataire, ${laureate(place).name} : ${what}`,
  });
  const accounts: readonly DemonstrationAccount[] = [
    { ...overseers.staff, role: 'Équipe France Tiers-Lieux : des inscriptions à examiner', page: '/equipe' },
    { ...overseers.observer, role: 'Personne observatrice (ANCT) : lit tout, ne décide rien', page: '/equipe' },
    signatory(people.laureateWithDecision, 'deux devis à valider, dont un corrigé'),
    signatory(people.laureateWithLittleLeft, 'il reste peu de subvention, deux décisions à prendre'),
    {
      ...ofMember(laureate(people.laureateOfContributor), 'contributor'),
      role: `Personne contributrice, ${laureate(people.laureateOfContributor).name} : une mission à demander, un avis à donner`,
    },
    ofExpert(at(experts, people.expertAsked), 'une demande à lire'),
    ofExpert(at(experts, people.expertAtWork), 'des missions en cours'),
  ];
  return accounts.map(({ uid, name, role, page }) => ({ uid, name, role, page }));
}

function ofMember(laureate: SeatedLaureate, role: 'signatory' | 'contributor') {
  const { uid, name } = memberOf(laureate, role);
  return { uid, name, page: '/laureat' } as const;
}

function ofExpert({ uid, person, company }: SeatedExpert, what: string): DemonstrationAccount {
  return { uid, name: person.name, role: `Expert, ${company} : ${what}`, page: '/expert' };
}

/** The page that offers them reads the claim; their rights are in their documents, as everybody's. No address: Auth never needs one. */
export async function recordAccounts(auth: Auth, accounts: readonly DemonstrationAccount[]): Promise<void> {
  const { errors } = await auth.importUsers(
    accounts.map(({ uid, name, role, page }) => ({
      uid,
      displayName: name,
      customClaims: { demonstration: { role, page } },
    })),
  );
  const [failed] = errors;
  if (failed) throw failed.error;
}

/** Written last: their presence says that the demonstration is whole. */
export async function hasDemonstration(auth: Auth): Promise<boolean> {
  const { users } = await auth.listUsers();
  return users.some(({ customClaims }) => customClaims?.demonstration !== undefined);
}
