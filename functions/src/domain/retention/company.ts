import type { Expert } from '../experts/profile.ts';
import { ERASED_NAME, type Erased } from './erasing.ts';

const ERASED_COMPANY = 'Expert effacé';
const ERASED_SIRET = '00000000000000';
const nobody = { name: ERASED_NAME, email: '', phone: '' } as const;

/** The sheet of a company whose contact is gone, while others still speak for it: nobody is shown in that person's place. */
export function withoutContact(expert: Expert, { email }: Pick<Erased, 'email'>): Expert {
  if (expert.contact.email.toLowerCase() !== email.toLowerCase()) return expert;
  return { ...expert, contact: nobody, publishes: { ...expert.publishes, email: false, phone: false } };
}

/**
 * The sheet of a company of which nobody is left. Whoever was paid with public money stays named by its company and SIRET, as its devis and proofs
 * name it; of any other nothing is left but the fields that figures count.
 */
export function anonymousExpert(expert: Expert, hadMissions: boolean): Expert {
  return {
    ...expert,
    ...(hadMissions ? {} : { company: ERASED_COMPANY, siret: ERASED_SIRET }),
    state: 'withdrawn',
    published: false,
    mayBeCommissioned: false,
    contact: nobody,
    publishes: { email: false, phone: false, references: false },
    website: '',
    // Written as null, since what is left out of an update stays.
    ...{ confirmation: null, availability: null, invitedBy: null },
    answers: {},
    interests: [],
    interestsLifted: null,
    review: null,
    confirmBy: null,
    suspendedFrom: null,
  };
}

/** Whether `anonymousExpert` was already done to it: a night that is done again finds it so. */
export function isAnonymous({ contact, state, answers }: Pick<Expert, 'contact' | 'state' | 'answers'>): boolean {
  return state === 'withdrawn' && contact.email === '' && Object.keys(answers).length === 0;
}
