import { logger } from 'firebase-functions';
import type { SignedInActor } from '../../domain/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { get } from '../../store/collection.ts';
import { accounts } from '../../store/collections/accounts.ts';
import { actOnErasure, organisationOf } from '../../store/my-data/act.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { erasureActionInput } from '../inputs-my-data.ts';
import { actOnPerson } from './people.ts';

export const erasureAction = callable<'erasureAction'>(
  erasureActionInput,
  async ({ operationId, ...command }, { actor, now }) => {
    const done = await actOnErasure(firestore(), { actor, command, operationId, now });
    if (!isRefusal(done) && command.action === 'approve') await cut(actor, command.uid, now);
    return done;
  },
);

/** As staff cut any account, once it is decided: repeated, it finishes what a failure left; the night closes the rest whatever happened here. */
async function cut(actor: SignedInActor, uid: string, now: number): Promise<void> {
  const account = await get(firestore(), accounts, uid);
  const organisation = account && organisationOf(account);
  if (!organisation) return;
  const command = { action: 'switchOff', reason: 'Effacement demandé par la personne.' } as const;
  const acted = await actOnPerson({ actor, organisation, command, uid, now, newId });
  if (isRefusal(acted)) logger.warn('an account to erase was not cut', { code: acted.code });
}
