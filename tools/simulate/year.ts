import { addDays, type Day, dayOf, HOUR, type Instant, MINUTE } from '../../functions/src/domain/calendar.ts';
import { deliverMail, ofOneSweep } from '../../functions/src/entrypoints/deliver-mail.ts';
import type { SmtpSettings } from '../../functions/src/mail/settings.ts';
import { OUTBOX, outbox, type QueuedMail } from '../../functions/src/store/collections/outbox.ts';
import { dueMails } from '../../functions/src/store/outbox-queue.ts';
import { localLinkKeys } from '../emulators/link-keys.ts';
import { type Move, movesOf, play, turnOf } from '../seed/playing.ts';
import { type DemonstrationProgramme, demonstrationProgramme, type Size } from '../seed/programme.ts';
import { inParallel, type Place, type World } from '../seed/world.ts';
import { apart, mornings, open, takeOut } from './days.ts';
import { PostOffice, type Received } from './post-office.ts';

interface Asked {
  readonly size: Size;
  readonly span: Span;
  readonly today: Instant;
}

export interface Lived {
  readonly world: World;
  /** Every mail that was ever queued, as it ended. */
  readonly queued: readonly QueuedMail[];
  readonly received: readonly Received[];
  readonly smtp: SmtpSettings;
  /** Each day that was lived, in order. */
  readonly days: readonly Day[];
}

/** After the last of them: what waits some minutes to be gathered leaves too. */
const SWEEP_HOUR = 8;
/** What waits today has met its reminders and its deadline by then. */
const DAYS_AFTER = 45;
/** Longer than a change waits for the next one. */
const SOON = 4 * MINUTE;
const MAILS_TOGETHER = 8;
const MOVES_TOGETHER = 4;
/**
 * Mails older than this that ended are taken out of the outbox each week: the emulator has no index, and reads all of it for each query. What decides
 * of a mail looks back a week.
 */
const DAYS_KEPT = 9;

/** How long is lived: a year from the first import, or the days between the first step of a mission and the last deadline that it may meet. */
export type Span = 'year' | 'season';

/**
 * Lives the demonstration programme, day by day: what people do on the days that the programme plans, what schedules do at their hours, and every mail to a
 * real mail server. Handlers run in this process and receive the time. No reminder, deadline or end is played by hand: the clock finds them.
 */
export async function live(place: Place, { size, span, today }: Asked): Promise<Lived> {
  let now = today;
  const office = await PostOffice.open(() => now);
  const programme = demonstrationProgramme(today, size);
  const moves = movesOf(programme.missions).filter(({ step }) => turnOf(step.action) !== 'system');
  const days = daysOf(span, programme, moves, today);
  const queued: QueuedMail[] = [];
  const post = { origin: place.origin, smtp: office.smtp, linkKeys: localLinkKeys, clock: () => now };
  const sweep = async (at: Instant) => {
    now = at;
    const due = await dueMails(place.firestore, now, 500);
    // As a sweep of the service does.
    const shared = ofOneSweep(place.firestore);
    await inParallel(due, MAILS_TOGETHER, (mail) => deliverMail(place.firestore, mail, { ...post, ...shared }));
  };
  try {
    const world = await open(place, programme);
    for (const [lived, day] of days.entries()) {
      // Nothing of a day looks back as far as what is taken out meanwhile.
      const takingOut = lived % 7 === 6 ? takeOut(place, addDays(day, -DAYS_KEPT)) : [];
      const [over] = await Promise.all([takingOut, liveADay(world, { day, moves, sweep })]);
      queued.push(...over);
    }
    queued.push(...outbox.list((await place.firestore.collection(OUTBOX).get()).docs));
    return { world, queued, received: office.received, smtp: office.smtp, days };
  } finally {
    await office.close();
  }
}

function daysOf(span: Span, programme: DemonstrationProgramme, moves: readonly Move[], today: Instant): Day[] {
  const began = dayOf(span === 'year' ? programme.importedAt : (moves[0]?.step.at ?? today));
  const end = span === 'year' ? addDays(began, 365) : addDays(dayOf(today), DAYS_AFTER);
  const days: Day[] = [];
  for (let day = began; day <= end; day = addDays(day, 1)) days.push(day);
  return days;
}

interface Living {
  readonly day: Day;
  readonly moves: readonly Move[];
  readonly sweep: (now: Instant) => Promise<void>;
}

async function liveADay(world: World, { day, moves, sweep }: Living): Promise<void> {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  for (const together of mornings)
    await Promise.all(together.map(([hour, run]) => run(world.stage.firestore, midnight + hour * HOUR)));
  await sweep(midnight + SWEEP_HOUR * HOUR);
  for (const together of apart(moves.filter(({ step }) => dayOf(step.at) === day))) {
    await inParallel(together, MOVES_TOGETHER, (move) => play(world, move));
    // What a move tells leaves some minutes after it, as every minute of the service: what the later ones tell is not due then.
    for (const { step } of together) await sweep(step.at + SOON);
  }
}
