import { type Refusal, refuse } from '../refusal.ts';
import type { Facts } from './facts.ts';
import type { Mission } from './mission.ts';
import type { Transition } from './transition.ts';

/** How somebody asked staff to do a thing in its name. */
export const askedHow = {
  phone: 'par téléphone',
  mail: 'par courriel',
  letter: 'par courrier',
  meeting: 'de vive voix',
} as const;
export type AskedHow = keyof typeof askedHow;

/** Who asked, and how: written in the journal, and in the mail that the person receives. */
export interface AskedBy {
  readonly name: string;
  readonly how: AskedHow;
}

/** « Anne Le Goff, par téléphone » */
export function askedByText({ name, how }: AskedBy): string {
  return `${name.trim()}, ${askedHow[how]}`;
}

/** The side in whose name an act on behalf is made: the row says whose act it is. */
export function sideOfBehalf({ by }: Transition): 'expert' | 'laureate' {
  return by.includes('expert') ? 'expert' : 'laureate';
}

/** What is staff's own needs nobody's word; what is somebody else's needs that somebody, by name, asked for it. */
export function behalfRefusal(facts: Facts, transition: Transition): Refusal | null {
  if (!facts.onBehalf || facts.actor.kind !== 'staff' || transition.by.includes('staff')) return null;
  return facts.askedBy && facts.askedBy.name.trim() !== ''
    ? null
    : refuse(
        'asked-by-missing',
        'Dites qui vous l’a demandé, et comment : la personne en sera prévenue. Rien n’a été fait.',
      );
}

/** In whose name staff may act on a mission: its expert, and each laureate that is or was asked to be part of it. */
export function sidesOf(mission: Mission): { readonly laureateId: string | null; readonly name: string }[] {
  const laureates = Object.values(mission.participants)
    .filter(({ status }) => status !== 'declined' && status !== 'left')
    .map(({ laureateId, name }) => ({ laureateId, name }));
  return [{ laureateId: null, name: mission.expert.name }, ...laureates];
}
