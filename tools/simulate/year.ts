import { addDays, DAY, type Day, dayOf, HOUR, type Instant, MINUTE } from '../../functions/src/domain/calendar.ts';
import { deliverMail } from '../../functions/src/entrypoints/deliver-mail.ts';
import { deadlinesOf, tasksOf } from '../../functions/src/entrypoints/schedules/deadlines.ts';
import { digestsOf } from '../../functions/src/entrypoints/schedules/digests.ts';
import { summariesOf } from '../../functions/src/entrypoints/schedules/summaries.ts';
import { dueMails } from '../../functions/src/store/outbox-queue.ts';
import { localLinkKeys } from '../emulators/link-keys.ts';
import { type Move, movesOf, play, turnOf } from '../seed/playing.ts';
import { demonstrationProgramme, type Size } from '../seed/programme.ts';
import { fillDossiers, openProgramme, seatExperts, seatLaureates } from '../seed/settling.ts';
import { inParallel, type Place, type World } from '../seed/world.ts';
import { PostOffice, type Received } from './post-office.ts';

export interface Year {
  readonly world: World;
  readonly received: readonly Received[];
  /** The days that were lived, both included. */
  readonly first: Day;
  readonly last: Day;
}

/** Hours of Paris at which the schedules run; what an hour of summer time moves is theirs to find, not ours. */
const schedules: readonly { readonly hour: number; readonly run: (stage: Place, now: Instant) => Promise<void> }[] = [
  { hour: 4, run: ({ firestore }, now) => tasksOf(firestore, now) },
  { hour: 7, run: ({ firestore }, now) => summariesOf(firestore, now) },
  { hour: 7.5, run: ({ firestore }, now) => deadlinesOf(firestore, now) },
  { hour: 7.75, run: ({ firestore }, now) => digestsOf(firestore, now) },
];

const MAILS_TOGETHER = 8;

/**
 * Lives a year of the demonstration programme, day by day, from its first import: what people do on the days that the programme plans, what
 * schedules do at their hours, and every mail to a real mail server. Handlers run in this process and receive the time. What people would not
 * do is left to the clock: no reminder, deadline or end is played by hand.
 */
export async function liveAYear(stage: Place, size: Size, today: Instant): Promise<Year> {
  let now = today;
  const office = await PostOffice.open(() => now);
  const programme = demonstrationProgramme(today, size);
  const first = dayOf(programme.importedAt);
  const last = addDays(first, 365);
  const drain = async (at: Instant) => {
    now = at;
    const post = { origin: stage.origin, smtp: office.smtp, linkKeys: localLinkKeys, clock: () => now };
    for (let due = await dueMails(stage.firestore, now, 500); due.length > 0; due = []) {
      await inParallel(due, MAILS_TOGETHER, (id) => deliverMail(stage.firestore, id, post));
    }
  };
  try {
    const world = await open(stage, programme);
    const moves = movesOf(programme.missions).filter(({ step }) => turnOf(step.action) !== 'system');
    for (let day = first; day <= last; day = addDays(day, 1)) await live(world, { day, moves, drain });
    return { world, received: office.received, first, last };
  } finally {
    await office.close();
  }
}

async function open(stage: Place, programme: ReturnType<typeof demonstrationProgramme>): Promise<World> {
  await openProgramme(stage, programme.settings, programme.importedAt);
  const laureates = await seatLaureates(stage, programme);
  await fillDossiers(stage, laureates, programme.importedAt);
  const experts = await seatExperts(stage, programme.experts);
  return { stage, programme, laureates, experts };
}

interface Living {
  readonly day: Day;
  readonly moves: readonly Move[];
  readonly drain: (now: Instant) => Promise<void>;
}

async function live(world: World, { day, moves, drain }: Living): Promise<void> {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  for (const { hour, run } of schedules) {
    await run(world.stage, midnight + hour * HOUR);
    await drain(midnight + hour * HOUR + MINUTE);
  }
  for (const move of moves.filter(({ step }) => dayOf(step.at) === day)) {
    await play(world, move);
    await drain(move.step.at + MINUTE);
  }
  await drain(midnight + DAY - HOUR);
}
