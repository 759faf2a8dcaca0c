import type { Firestore } from 'firebase-admin/firestore';
import { addDays, DAY, type Day, dayOf, HOUR, type Instant, MINUTE } from '../../functions/src/domain/calendar.ts';
import { isRefusal } from '../../functions/src/domain/refusal.ts';
import { deliverMail, ofOneSweep, type Post } from '../../functions/src/entrypoints/deliver-mail.ts';
import { makeDocument } from '../../functions/src/entrypoints/make-document.ts';
import { messageIdFor } from '../../functions/src/mail/transport.ts';
import { DOCUMENT_REQUESTS } from '../../functions/src/store/collections/document-requests.ts';
import { ledgerHeads } from '../../functions/src/store/collections/ledger.ts';
import { OUTBOX, outbox, type QueuedMail } from '../../functions/src/store/collections/outbox.ts';
import { movedLedgers, projectBalance } from '../../functions/src/store/laureates/balances.ts';
import { pendingDocuments } from '../../functions/src/store/missions/documents.ts';
import { dueMails } from '../../functions/src/store/outbox-queue.ts';
import { localLinkKeys } from '../emulators/link-keys.ts';
import { type Move, movesOf, type Prepared, prepared } from '../seed/playing.ts';
import type { DemonstrationProgramme } from '../seed/programme.ts';
import { inParallel, type Place, type World } from '../seed/world.ts';
import { apart, missionsWithSteps, mornings, open, takeOut } from './days.ts';
import { Door } from './deposits.ts';
import { Faults, moodsOf } from './faults.ts';
import { makeMortal, mayDie } from './mortal.ts';
import { PostOffice, type Received } from './post-office.ts';
import { type Figures, OPENING, simulatedProgramme } from './programme.ts';

export interface Life {
  readonly figures: Figures;
  readonly world: World;
  readonly faults: Faults;
  /** Every mail that was ever queued, as it ended. */
  readonly queued: readonly QueuedMail[];
  readonly received: readonly Received[];
  readonly post: Post;
  /** Mails whose sender or server failed once the server had them: these alone may come twice. */
  readonly mayRepeat: ReadonlySet<string>;
  /** Ids of files that were sent to be refused. */
  readonly hostile: readonly string[];
  readonly days: readonly Day[];
  /** Moves that were done, and what the others were refused for. */
  readonly done: number;
  readonly refusals: ReadonlyMap<string, number>;
  /** What a repeated call answered that its first had not: empty, or something is done twice. */
  readonly contradictions: readonly string[];
  readonly now: Instant;
}

const SWEEP_HOUR = 8;
const EVENING_HOUR = 19;
/** Longer than a change waits for the next one. */
const SOON = 4 * MINUTE;
const TOGETHER = 8;
const MOVES_TOGETHER = 6;
const DAYS_KEPT = 9;
/** A server that says nothing is given up sooner than in the service: the wait is real. */
const SILENCE_MS = 1_500;

/**
 * Lives a programme day by day, handlers in this process and the time as their argument, with everything that the table of faults does to it. What fails is
 * left as it fell: only what the service has for it (a repeated call, a sweep, the next morning) puts it right.
 *
 * @param afterEach may move the programme to another database, which it answers.
 */
export async function liveThrough(
  place: Place,
  figures: Figures,
  afterEach: (day: Day, awaited: () => ReadonlySet<string>) => Promise<Firestore | null>,
): Promise<Life> {
  makeMortal(place.firestore);
  const living = await Living.begin(place, figures);
  try {
    for (const day of living.days) {
      await living.day(day);
      const elsewhere = await afterEach(day, () => living.awaitedAfter(day));
      if (elsewhere !== null) living.goOnIn(elsewhere);
    }
    return await living.over();
  } finally {
    await living.close();
  }
}

class Living {
  readonly faults: Faults;
  readonly days: readonly Day[];
  readonly #figures: Figures;
  #world: World;
  readonly #office: PostOffice;
  readonly #door: Door;
  readonly #post: Post;
  readonly #moves: ReadonlyMap<Day, readonly Move[]>;
  readonly #queued: QueuedMail[] = [];
  readonly #mayRepeat: Set<string>;
  readonly #refusals = new Map<string, number>();
  readonly #contradictions: string[] = [];
  /** Missions that did not go as was planned (too late, expired): nobody goes on with them, and time takes them. */
  readonly #givenUp = new Set<string>();
  readonly #clock: { now: Instant };
  #done = 0;

  private constructor(figures: Figures, given: Given) {
    const { world, office, door, faults, clock, mayRepeat } = given;
    this.#figures = figures;
    this.faults = faults;
    this.#world = world;
    this.#office = office;
    this.#door = door;
    this.#clock = clock;
    this.#mayRepeat = mayRepeat;
    this.#moves = Map.groupBy(movesOf(world.programme.missions), ({ step }) => dayOf(step.at));
    this.days = Array.from({ length: figures.days + 1 }, (_none, day) => addDays(OPENING, day));
    const smtp = { ...office.smtp, silenceMs: SILENCE_MS, attemptMs: 2 * SILENCE_MS };
    this.#post = { origin: world.stage.origin, smtp, linkKeys: localLinkKeys, clock: () => clock.now };
  }

  static async begin(place: Place, figures: Figures): Promise<Living> {
    const faults = new Faults(figures.seed);
    const programme = simulatedProgramme(figures);
    const clock = { now: programme.importedAt };
    const mayRepeat = new Set<string>();
    const office = await PostOffice.open(
      () => clock.now,
      moodsOf(faults, (messageId) => mayRepeat.add(messageId)),
    );
    const door = new Door(faults);
    const world = await opened({ ...place, keep: door.keep }, programme).catch(async (error: unknown) => {
      await office.close();
      throw error;
    });
    return new Living(figures, { world, office, door, faults, clock, mayRepeat });
  }

  async day(day: Day): Promise<void> {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    const { firestore } = this.#world.stage;
    for (const together of mornings) {
      await Promise.all(
        together.map(([hour, run]) =>
          this.#mortal('scheduleDies', [run.name, day], () => run(firestore, midnight + hour * HOUR)),
        ),
      );
    }
    await this.#sweepMails(midnight + SWEEP_HOUR * HOUR);
    for (const together of apart(this.#moves.get(day) ?? [])) {
      await inParallel(together, MOVES_TOGETHER, (move) => this.#move(move));
      await this.#sweepMails(Math.max(...together.map(({ step }) => step.at)) + SOON);
    }
    await this.#evening(midnight + EVENING_HOUR * HOUR);
    if (new Date(midnight).getUTCDay() === 0)
      this.#queued.push(...(await takeOut(this.#world.stage, addDays(day, -DAYS_KEPT))));
  }

  /** What was handed to a handler that died stays in the former database. */
  goOnIn(firestore: Firestore): void {
    makeMortal(firestore);
    this.#world = { ...this.#world, stage: { ...this.#world.stage, firestore } };
  }

  awaitedAfter(today: Day): Set<string> {
    return missionsWithSteps([...this.#moves].flatMap(([day, moves]) => (day > today ? moves : [])));
  }

  async over(): Promise<Life> {
    const last = this.#clock.now;
    // Every retry that may be due: the longest wait is twelve hours, and there are seven.
    for (let hours = 13; hours <= 52; hours += 13) await this.#sweepMails(last + hours * HOUR);
    const left = outbox.list((await this.#world.stage.firestore.collection(OUTBOX).get()).docs);
    return {
      ...{ figures: this.#figures, world: this.#world, faults: this.faults, post: this.#post, days: this.days },
      ...{ queued: [...this.#queued, ...left], received: this.#office.received, mayRepeat: this.#mayRepeat },
      ...{ hostile: this.#door.hostile, done: this.#done, refusals: this.#refusals },
      ...{ contradictions: this.#contradictions, now: this.#clock.now },
    };
  }

  close(): Promise<void> {
    return this.#office.close();
  }

  /** Whether it lived. */
  async #mortal(fault: Mortal, about: readonly string[], work: () => Promise<unknown>): Promise<boolean> {
    const death = this.faults.death(fault, ...about);
    const lived = (await mayDie(death, work)) !== 'died';
    if (!lived) this.faults.count(fault);
    return lived;
  }

  async #move(move: Move): Promise<void> {
    const { mission, step, number } = move;
    if (this.#givenUp.has(mission.id)) return;
    const about = [mission.id, number] as const;
    const asked = await prepared(this.#world, move);
    const answer = await this.#call(asked, about);
    if (isRefusal(answer)) {
      const name = `${step.action} : ${answer.code}`;
      this.#refusals.set(name, (this.#refusals.get(name) ?? 0) + 1);
      this.#givenUp.add(mission.id);
      return;
    }
    this.#done += 1;
    await this.#triggers(asked, mission.id, step.at);
  }

  /** As a page calls, over a network that repeats, loses and delays; what dies is called again. */
  async #call({ commit, reuse }: Prepared, about: About): ReturnType<Prepared['commit']> {
    if (this.faults.strikes('callsTogether', ...about)) {
      const [one, other] = await Promise.all([commit(), commit()]);
      this.#same('callsTogether', about, one, other);
      return one;
    }
    const death = this.faults.death('callDies', ...about);
    const first = await mayDie(death, commit);
    if (first === 'died') {
      this.faults.count('callDies');
      return commit();
    }
    for (const fault of ['callRepeated', 'answerLost'] as const) {
      if (this.faults.strikes(fault, ...about)) this.#same(fault, about, first, await commit());
    }
    if (!isRefusal(first) && this.faults.strikes('operationReused', ...about)) {
      const other = await reuse();
      if (!isRefusal(other) || other.code !== 'operation-reused')
        this.#contradictions.push(`operationReused ${about.join(' ')}: ${JSON.stringify(other)}`);
    }
    return first;
  }

  #same(fault: 'callsTogether' | 'callRepeated' | 'answerLost', about: About, one: object, other: object): void {
    if (JSON.stringify(one) !== JSON.stringify(other))
      this.#contradictions.push(`${fault} ${about.join(' ')}: ${JSON.stringify(one)} ≠ ${JSON.stringify(other)}`);
  }

  /** What the commit's documents start; some events are lost, and some processes die of them. */
  async #triggers({ laureateIds }: Prepared, missionId: string, now: Instant): Promise<void> {
    const { firestore } = this.#world.stage;
    const [heads, requests] = await Promise.all([
      firestore.getAll(...laureateIds.map((id) => firestore.doc(ledgerHeads.path(id)))),
      firestore.collection(DOCUMENT_REQUESTS).where('missionId', '==', missionId).where('state', '==', 'pending').get(),
    ]);
    const moved = laureateIds.filter((_id, place) => heads[place] && ledgerHeads.read(heads[place])?.at === now);
    await Promise.all([
      ...moved.map((id) => this.#balance(id, now)),
      ...requests.docs.map(({ id }) => (this.faults.strikes('documentLost', id) ? null : this.#document(id, now))),
    ]);
  }

  async #balance(laureateId: string, now: Instant): Promise<void> {
    const { firestore } = this.#world.stage;
    if (this.faults.strikes('balanceLost', laureateId, now)) return;
    await this.#mortal('balanceDies', [laureateId, `${now}`], () => projectBalance(firestore, laureateId));
  }

  #document(id: string, now: Instant): Promise<boolean> {
    const { firestore, bucket, origin, signer } = this.#world.stage;
    return this.#mortal('documentDies', [id, `${now}`], () =>
      makeDocument(firestore, bucket, id, { origin, signer, now }),
    );
  }

  /** What the sweeps of the day found left over: one evening stands for their hundred and forty times. */
  async #evening(now: Instant): Promise<void> {
    const { firestore } = this.#world.stage;
    this.#clock.now = now;
    const documents = await pendingDocuments(firestore, now);
    await inParallel(documents, TOGETHER, async (id, place) => {
      await this.#document(id, now + place);
    });
    await inParallel(await movedLedgers(firestore, now - DAY), TOGETHER, (id) => projectBalance(firestore, id));
    await this.#sweepMails(now);
  }

  async #sweepMails(at: Instant): Promise<void> {
    this.#clock.now = at;
    const { firestore } = this.#world.stage;
    const due = await dueMails(firestore, at, 500);
    const shared = ofOneSweep(firestore);
    await inParallel(due, TOGETHER, async (mail) => {
      const lived = await this.#mortal('mailDies', [mail.id, `${at}`], () =>
        deliverMail(firestore, mail, { ...this.#post, ...shared }),
      );
      if (!lived) this.#mayRepeat.add(messageIdFor(mail.id, this.#post.smtp));
    });
  }
}

/** The programme before its first day, with what the lines of its import start. */
async function opened(place: Place, programme: DemonstrationProgramme): Promise<World> {
  const world = await open(place, programme);
  await inParallel(world.laureates, TOGETHER, ({ id }) => projectBalance(place.firestore, id));
  return world;
}

type About = readonly [missionId: string, number: number];
type Mortal = 'scheduleDies' | 'documentDies' | 'balanceDies' | 'mailDies';

interface Given {
  readonly world: World;
  readonly office: PostOffice;
  readonly door: Door;
  readonly faults: Faults;
  readonly clock: { now: Instant };
  readonly mayRepeat: Set<string>;
}
