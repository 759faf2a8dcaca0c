import * as z from 'zod';
import { DAY, type Instant } from '../../functions/src/domain/calendar.ts';
import { allStates, isLive } from '../../functions/src/domain/missions/states.ts';
import { type CollectionName, collectionOf, idsOf } from '../../functions/src/domain/retention/collections.ts';
import { createDocuments, documentsOf, everyDocument, type Line, stateOf } from '../backup/documents.ts';
import { wipeDocuments } from '../backup/wiping.ts';
import { inParallel } from '../seed/world.ts';
import type { Target } from '../target.ts';

/** What nobody asks about once it is old, the invariants neither, by the field that says since when: let go, as retention does in its time. */
const fading: Partial<Record<CollectionName, string>> = {
  signInTokens: 'createdAt',
  operations: 'at',
  digests: 'at',
  previewRequests: 'at',
  rateLimits: 'resetsAt',
};
/** What pages and invariants alone read of a mission that is over, once its documents are made: put aside, and given back. */
const ofMission: ReadonlySet<CollectionName | null> = new Set<CollectionName>([
  'missions/events',
  'missions/submissions',
  'missions/amendments',
  'files',
  'uploads',
  'documentRequests',
  'proofs',
]);
/** Longer than a call is repeated and than a week is told. */
const OLD_AFTER = 10 * DAY;
/** Longer than a summary looks back: on the month that is over, told late. */
const TOLD_AFTER = 62 * DAY;

/** A page costs the emulator as much as all of them. */
const READ_AT_ONCE = 100_000;
const WRITTEN_AT_ONCE = 200;
const REQUESTS_AT_ONCE = 4;

/**
 * The emulator has no index, and forgets no document, wiped or not: each query goes through all those that its project ever had. So the programme moves to a
 * project that had none, now and then, with what a day may still ask about. The rest of what missions were waits here, until something is checked.
 */
export class Aside {
  readonly #first: Target;
  readonly #lines: Line[] = [];
  #moves = 0;

  constructor(first: Target) {
    this.#first = first;
  }

  /** Where the programme is. */
  get target(): Target {
    const { project, emulator } = this.#first;
    return this.#moves === 0 ? this.#first : { project: `${project}-${this.#moves}`, emulator };
  }

  /** Between two days, while nothing else is written. `awaited`: missions that somebody still comes back to, over or not. */
  async moveOn(now: Instant, awaited: ReadonlySet<string>): Promise<Target> {
    const documents = documentsIn(this.target);
    const { readTime } = await stateOf(documents);
    const present: Line[] = [];
    for await (const lines of everyDocument(documents, { readTime, atOnce: READ_AT_ONCE }))
      present.push(...lines.filter((line) => !hasFaded(line, now)));
    const kept = new Set([...awaited, ...present.flatMap((line) => missionToPrint(line) ?? [])]);
    const over = new Set(present.flatMap((line) => missionOver(line, now) ?? []).filter((id) => !kept.has(id)));
    const isPast = (line: Line) => over.has(missionOf(line) ?? '') && !isStillTold(line, now);
    this.#lines.push(...present.filter(isPast));
    this.#moves += 1;
    // Emulators that another command started may have seen a simulation before.
    await wipeDocuments(this.target);
    await this.#write(present.filter((line) => !isPast(line)));
    return this.target;
  }

  async giveBack(): Promise<void> {
    await this.#write(this.#lines.splice(0));
  }

  async #write(lines: readonly Line[]): Promise<void> {
    const documents = documentsIn(this.target);
    const count = Math.ceil(lines.length / WRITTEN_AT_ONCE);
    const parts = Array.from({ length: count }, (_none, part) =>
      lines.slice(part * WRITTEN_AT_ONCE, (part + 1) * WRITTEN_AT_ONCE),
    );
    await inParallel(parts, REQUESTS_AT_ONCE, async (part) => {
      const [present] = await createDocuments(documents, part);
      if (present !== undefined) throw new Error(`${present} was written anew while it was aside`);
    });
  }
}

const documentsIn = (target: Target) => documentsOf(target, async () => 'owner');

const wholeNumber = z.object({ integerValue: z.coerce.number() });
const text = z.object({ stringValue: z.string() });
const mission = z.object({ state: z.object({ stringValue: z.enum(allStates) }), since: wholeNumber });

function hasFaded({ path, fields }: Line, now: Instant): boolean {
  const name = collectionOf(path);
  const since = wholeNumber.safeParse(name && fields[fading[name] ?? '']);
  return since.success && since.data.integerValue < now - OLD_AFTER;
}

/** The id of the mission that this line is, when it has been over for long. */
function missionOver({ path, fields }: Line, now: Instant): string | null {
  if (collectionOf(path) !== 'missions') return null;
  const { state, since } = mission.parse(fields);
  const isOver = !isLive(state.stringValue) && since.integerValue < now - OLD_AFTER;
  return isOver ? (idsOf(path)[0] ?? null) : null;
}

/** The mission of which a PDF is still to be made. */
function missionToPrint({ path, fields }: Line): string | null {
  const state = text.safeParse(fields.state).data?.stringValue;
  return collectionOf(path) === 'documentRequests' && state === 'pending' ? missionNamed(fields) : null;
}

/** What a summary still reads, whatever became of the mission. */
function isStillTold({ path, fields }: Line, now: Instant): boolean {
  return collectionOf(path) === 'missions/events' && wholeNumber.parse(fields.at).integerValue > now - TOLD_AFTER;
}

/** The mission that goes with a line of which only pages and invariants ask once it is over. */
function missionOf({ path, fields }: Line): string | null {
  const name = collectionOf(path);
  if (!ofMission.has(name)) return null;
  if (name?.startsWith('missions/')) return idsOf(path)[0] ?? null;
  return missionNamed(fields);
}

const missionNamed = (fields: Line['fields']) => text.safeParse(fields.missionId).data?.stringValue ?? null;
