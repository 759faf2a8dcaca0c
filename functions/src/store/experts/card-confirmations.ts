import type { Firestore } from 'firebase-admin/firestore';
import { roleLabels } from '../../domain/actor.ts';
import { type Day, dayOf } from '../../domain/calendar.ts';
import type { DirectoryEntry } from '../../domain/directory/entry.ts';
import { cardOf } from '../../domain/experts/card.ts';
import { cardAction, firstCardYear, reminded } from '../../domain/experts/confirming.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { directory, EXPERTS, experts } from '../collections/experts.ts';
import { optimistically } from '../optimistic.ts';
import { cardTask } from '../staff/task-makers.ts';
import { openTask } from '../staff/tasks.ts';
import { tellOfExpert } from './expert-mails.ts';
import { activeMembers, findExpert, record } from './expert-record.ts';

/** Most cards of one morning; the others wait for the next one, the longest due first. */
const MOST_CARDS = 100;

interface Moment {
  readonly settings: ProgrammeSettings;
  readonly now: number;
}

/** The experts whose card must be looked at: one query, on the day written with each. */
export async function cardsToAsk(firestore: Firestore, today: Day): Promise<string[]> {
  const due = firestore.collection(EXPERTS).where('confirmBy', '<=', today).orderBy('confirmBy').limit(MOST_CARDS);
  return (await due.get()).docs.map(({ id }) => id);
}

/**
 * Cards published before years were counted: those that show no day on which they were right. Found in the index that each morning makes of them all, for
 * no read: a query would read every published expert, since none finds what is absent.
 */
export function cardsWithoutYear(entries: readonly Pick<DirectoryEntry, 'id' | 'confirmedOn'>[]): string[] {
  return entries.filter(({ confirmedOn = null }) => confirmedOn === null).map(({ id }) => id);
}

/** Begins the year of such a card, unless somebody has meanwhile; it shows its day from then on, and is not looked at again. */
export async function beginCardYear(firestore: Firestore, expertId: string): Promise<void> {
  await optimistically(firestore, async (batch) => {
    const found = await findExpert(firestore, expertId);
    const begun = found && firstCardYear(found.expert);
    const card = begun && cardOf(begun);
    if (!found || !begun || !card) return { answer: null, batch: null };
    batch.update(found.reference, experts.write(begun), { lastUpdateTime: found.updateTime });
    batch.set(firestore.doc(directory.path(expertId)), directory.write(card));
    return { answer: null, batch };
  });
}

/**
 * Does to one card what time asks of it today: a reminder to the people of its company, or a task of staff; nothing that changes the card. The day
 * that is written with it moves in the same commit, so that a sweep that runs twice does each once.
 */
export async function askAboutCard(firestore: Firestore, expertId: string, { settings, now }: Moment): Promise<void> {
  await optimistically(firestore, async (batch) => {
    const found = await findExpert(firestore, expertId);
    const action = found && cardAction(found.expert, settings, dayOf(now));
    if (!found || action === null) return { answer: null, batch: null };
    const { expert, reference, updateTime } = found;
    const after = action === 'remindOfCard' ? reminded(expert, settings, now) : { ...expert, confirmBy: null };
    batch.update(reference, experts.write(after), { lastUpdateTime: updateTime });
    if (action === 'giveToStaff') {
      await openTask(firestore, batch, cardTask(expert, now));
      return { answer: null, batch };
    }
    const told = { eventId: `${expert.id}-${dayOf(now)}`, by: roleLabels.system, now };
    record(firestore, batch, after, { ...told, what: 'reminded', message: '' });
    const people = await activeMembers(firestore, expert.id);
    await tellOfExpert(firestore, batch, after, {
      ...{ rows: serviceSubscriptions.cardToConfirm, eventId: told.eventId, byName: '', reason: '', people, now },
    });
    return { answer: null, batch };
  });
}
