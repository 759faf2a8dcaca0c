import { randomUUID } from 'node:crypto';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import type { Registration } from '../functions/src/domain/experts/registration.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { actOnExpert } from '../functions/src/store/experts/expert-action.ts';
import { registerExpert } from '../functions/src/store/experts/experts.ts';
import { normalEmail } from '../functions/src/store/people/accounts.ts';
import { staff } from './programme.ts';
import { newSiret } from './sirets.ts';
import { firestore } from './suite.ts';

export interface ExpertOfTests {
  readonly expertId: string;
  readonly company: string;
  readonly person: Extract<SignedInActor, { kind: 'expert' }>;
  readonly email: string;
}

/** A registered, published expert. */
export async function publishedExpert(company = `Atelier ${newId().slice(0, 8)}`): Promise<ExpertOfTests> {
  const email = normalEmail(`${newId()}@exemple.fr`);
  const ids = { expertId: newId(), uid: newId(), eventId: newId() };
  const registered = await registerExpert(firestore, {
    registration: {
      ...registration,
      formVersion: 1,
      company,
      siret: newSiret(),
      email,
      name: `Ousmane ${newId().slice(0, 6)}`,
    },
    ids,
    from: { address: newId(), relay: newId() },
    now: Date.now(),
  });
  if (isRefusal(registered)) throw new Error(registered.message);
  const reviewed = await actOnExpert(firestore, {
    actor: staff,
    expertId: ids.expertId,
    command: { decision: 'publish', message: '', interview: null },
    operationId: randomUUID(),
    eventId: newId(),
    now: Date.now(),
  });
  if (isRefusal(reviewed)) throw new Error(reviewed.message);
  const account = accounts.read(await firestore.doc(accounts.path(ids.uid)).get());
  if (!account) throw new Error('the expert has no account');
  return {
    expertId: ids.expertId,
    company,
    email,
    person: { kind: 'expert', uid: ids.uid, name: account.name, signedInAt: Date.now(), expertId: ids.expertId },
  };
}

export const registration: Omit<Registration, 'email' | 'company' | 'siret' | 'name'> = {
  phone: '06 12 34 56 78',
  website: 'https://exemple.fr',
  publishes: { email: true, phone: false },
  subthemes: ['4.2', '10.1'],
  regions: ['Bretagne'],
  answers: {
    skills: 'Modèles économiques.',
    thirdPlaces: 'Dix ans.',
    productivePlaces: 'Cinq ateliers.',
    references: 'La Fabrique, 2022.',
  },
  declaresNoInterest: true,
};
