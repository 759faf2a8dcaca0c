import { logger } from 'firebase-functions';
import { can } from '../../domain/access/policy.ts';
import type { ItemAnswer } from '../../domain/staff/actions.ts';
import { settingsInForce } from '../../store/collections/settings.ts';
import { actOnItem, colleaguesOf } from '../../store/staff/staff-actions.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { staffActionInput } from '../inputs-staff.ts';

/** How many items are worked on at once: a hundred reminders are done within the minute of a call. */
const AT_ONCE = 5;

/** One action of staff on a selection: an answer an item, so that what is refused is seen and what is done is kept. */
export const staffAction = callable<'staffAction'>(staffActionInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'handleTasks' });
  if (refusal) return refusal;
  const { operationId, ...action } = input;
  const database = firestore();
  const [settings, colleagues] = await Promise.all([
    settingsInForce(database),
    action.action === 'assign' ? colleaguesOf(database) : [],
  ]);
  const call = { actor, operationId, settings, now };
  const uids = colleagues.map(({ uid }) => uid);
  const items: ItemAnswer[] = [];
  const ids = [...new Set(input.ids)];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const some = ids.slice(first, first + AT_ONCE);
    const answers = some.map((id) =>
      actOnItem(database, action, { id, colleagues: uids }, call).catch((error) => failedItem(id, error)),
    );
    items.push(...(await Promise.all(answers)));
  }
  return { items };
});

/** One item that nobody foresaw must not hide what became of the others. */
function failedItem(id: string, error: unknown): ItemAnswer {
  logger.error('an item of a selection failed', { stack: error instanceof Error ? error.stack : null });
  return { id, done: false, message: 'Nous ne savons pas si c’est fait : réessayez, rien ne sera fait deux fois.' };
}
