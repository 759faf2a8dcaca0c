import { signInFirst } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type Chooser, choose } from '../../store/notifications/choose.ts';
import { openedBy } from '../../store/notifications/preference-links.ts';
import { publicCallable } from '../callable.ts';
import { linkKeys, linkSecret } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { mailPreferencesInput } from '../inputs-preferences.ts';

/** By the link of a mail, which signs nobody in and opens nothing else, or in one's session. */
export const mailPreferences = publicCallable<'mailPreferences'>(
  mailPreferencesInput,
  async ({ link, changes }, { actor, now }) => {
    const chooser = chooserOf(link, actor, now);
    return isRefusal(chooser) ? chooser : choose(firestore(), { chooser, changes: () => changes, now });
  },
  { secrets: [linkSecret] },
);

function chooserOf(link: string | null, actor: Actor, now: number): Chooser | Refusal {
  if (link !== null) return openedBy(link, linkKeys(), now);
  return actor.kind === 'anonymous' ? signInFirst : { uid: actor.uid, address: null };
}
