import { logger } from 'firebase-functions';
import { can } from '../../domain/access/policy.ts';
import type { PeopleActionName } from '../../domain/people/actions.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { reviewInterests, reviewInterestsAround } from '../../store/experts/interests.ts';
import { failedAs } from '../../store/failures.ts';
import { type Acted, type AskedOfPeople, type AuthChange, actOnPeople } from '../../store/people/act.ts';
import { inviteExpert as sendInvitation } from '../../store/people/expert-invitations.ts';
import { auth } from '../auth.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { expertInvitationInput, invitationInput, personActionInput } from '../inputs-people.ts';

export const invite = callable<'invite'>(invitationInput, async ({ organisation, ...person }, { actor, now }) => {
  const acted = await actOnPerson({
    actor,
    organisation,
    command: { action: 'invite', ...person },
    uid: null,
    now,
    newId,
  });
  return isRefusal(acted) ? acted : { uid: acted.uid };
});

export const personAction = callable<'personAction'>(
  personActionInput,
  async ({ organisation, uid, ...command }, { actor, now }) => {
    const acted = await actOnPerson({ actor, organisation, command, uid, now, newId });
    return isRefusal(acted) ? acted : { done: acted.done };
  },
);

export const inviteExpert = callable<'inviteExpert'>(expertInvitationInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'requestMission', laureateId: input.laureateId });
  return refusal ?? sendInvitation(firestore(), { ...input, actor, invitationId: newId(), now });
});

/** What follows the commit: Auth, which a repeated call finishes if it fails here; then interests, which the nightly sweep finds too. */
export async function actOnPerson(asked: AskedOfPeople) {
  const acted = await actOnPeople(firestore(), asked);
  if (isRefusal(acted)) return acted;
  await changeAuth(acted.uid, acted.auth);
  await lookForInterests(asked, acted).catch((error: unknown) => {
    logger.error('interests were not reviewed', { stack: error instanceof Error ? error.stack : null });
  });
  return acted;
}

/** Somebody invited who never came has no user in Auth yet, and nothing to end there. */
async function changeAuth(uid: string, change: AuthChange): Promise<void> {
  if (change === 'none') return;
  try {
    if (change !== 'signOut') await auth().updateUser(uid, { disabled: change === 'disable' });
    if (change !== 'enable') await auth().revokeRefreshTokens(uid);
  } catch (error) {
    if (!failedAs(error, 'userAbsent')) throw error;
  }
}

/** What makes somebody known by another name or address, or known at all. */
const newlyKnown: readonly PeopleActionName[] = ['invite', 'changeEmail', 'correctName', 'reopen'];

async function lookForInterests({ organisation, command, now }: AskedOfPeople, { account }: Acted): Promise<void> {
  if (!newlyKnown.includes(command.action)) return;
  if (organisation.kind === 'expert') await reviewInterests(firestore(), organisation.expertId, now);
  if (organisation.kind === 'laureate') {
    await reviewInterestsAround(firestore(), { emails: [account.email], names: [account.name], sirens: [] }, now);
  }
}
