import { expect } from 'vitest';
import type { ApiContract } from '../functions/src/domain/api.ts';
import type { Organisation } from '../functions/src/domain/people/people.ts';
import type { View } from '../functions/src/domain/views.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { call, expectCall } from './calls.ts';
import type { ExpertOfTests } from './experts.ts';
import { signIn } from './people.ts';
import { firestore, inbox } from './suite.ts';

export const newAddress = () => `${newId().toLowerCase()}@exemple.fr`;

type Role = ApiContract['invite']['input']['role'];

/** Asks for an invitation to `organisation`, of somebody with a new address unless `changed` says otherwise. */
export const inviteTo = (organisation: Organisation, role: Role, token: string, changed: object = {}) =>
  call('invite', { organisation, role, name: 'Zoé Martin', email: newAddress(), until: null, ...changed }, token);

/** The uid of somebody who is invited. */
export async function invitedTo(organisation: Organisation, role: Role, token: string, changed: object = {}) {
  const answer = await inviteTo(organisation, role, token, changed);
  if ('refused' in answer) throw new Error(answer.message);
  return answer.uid;
}

/** Signs somebody in, whose first link proved the address. */
export async function cameOnce(uid: string): Promise<string> {
  await firestore.doc(accounts.path(uid)).update({ verifiedEmail: true });
  return signIn(uid);
}

/** The one-time token in the newest mail to `email`. */
export async function mailedToken(email: string, subject: RegExp): Promise<string> {
  await expect.poll(async () => (await inbox.messages(email)).at(-1)?.subject, { timeout: 20_000 }).toMatch(subject);
  const [, token] = /\/connexion#jeton=([\w-]+)/.exec((await inbox.messages(email)).at(-1)?.text ?? '') ?? [];
  if (token === undefined) throw new Error(`no link in the mail to ${email}`);
  return token;
}

export const exchange = (token: string) => call('exchangeSignIn', { token }, null);

export async function peopleSeenBy(
  token: string,
  organisation: Organisation,
): Promise<Extract<View, { name: 'people' }>> {
  const seen = await expectCall('view', { name: 'people', organisation }, token);
  if (seen.name !== 'people') throw new Error('not the people');
  return seen;
}

export const request = ({ expertId }: ExpertOfTests) =>
  ({
    action: 'request',
    input: { expertId, subthemes: ['4.2'], need: 'Revoir le modèle économique.', needId: null, shareWith: [] },
  }) as const;
