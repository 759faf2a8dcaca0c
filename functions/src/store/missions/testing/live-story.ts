import type { Firestore } from 'firebase-admin/firestore';
import { dayOf } from '../../../domain/calendar.ts';
import type { ActionInputs, ActionName } from '../../../domain/missions/actions.ts';
import type { Outcome } from '../../../domain/missions/outcome.ts';
import type { Person } from '../../../domain/missions/testing/people.ts';
import { Story } from '../../../domain/missions/testing/story.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { baseOn } from '../../../domain/subsidy/funded.ts';
import { get } from '../../collection.ts';
import { laureates } from '../../collections/laureates.ts';
import { ledgerNow } from '../../laureates/ledger-reading.ts';
import { commitAction } from '../commit.ts';
import { expectSame } from './same.ts';
import { storeFiles, storeWorld } from './world.ts';

/**
 * A story played on the database, through the commit of every decision, beside the one in memory: a test reads the state from `story`, and
 * `ends` compares all of it with what is stored.
 */
export class LiveStory {
  readonly story: Story;
  readonly firestore: Firestore;
  readonly #stored = new Set<string>();
  readonly #missionIds = new Set<string>();
  #operations = 0;

  private constructor(firestore: Firestore, story: Story) {
    this.firestore = firestore;
    this.story = story;
  }

  /** Stores the laureates and the expert of a story that has no mission yet. */
  static async begin(firestore: Firestore, story = new Story()): Promise<LiveStory> {
    await storeWorld(firestore, story, []);
    return new LiveStory(firestore, story);
  }

  about(missionId: string): this {
    this.story.about(missionId);
    return this;
  }

  daysLater(days: number): this {
    this.story.daysLater(days);
    return this;
  }

  /** @throws Error when it is refused. */
  async play<Name extends ActionName>(
    person: Person,
    action: Name,
    change: Partial<ActionInputs[Name]> = {},
  ): Promise<Outcome> {
    const { verdict, answer } = await this.#send(person, action, change);
    if (isRefusal(answer)) throw new Error(`${action} by ${person.uid}: ${answer.code}`);
    if (!verdict.allowed) throw new Error(`${action} by ${person.uid} was done, and refused in memory`);
    this.#missionIds.add(this.story.missionId);
    return this.story.keep(verdict.outcome);
  }

  /** The code of the refusal, null when it would be allowed: then nothing is sent. */
  async refusal<Name extends ActionName>(
    person: Person,
    action: Name,
    change: Partial<ActionInputs[Name]> = {},
  ): Promise<string | null> {
    if (this.story.refusal(person, action, change) === null) return null;
    const { answer } = await this.#send(person, action, change);
    return isRefusal(answer) ? answer.code : null;
  }

  /** Another part of the programme changed this laureate: its record and its ledger are read again. */
  async readAgain(laureateId: string): Promise<void> {
    const laureate = await get(this.firestore, laureates, laureateId);
    if (laureate === null) throw new Error(`${laureateId} is not stored`);
    const { entries, fault } = await ledgerNow(this.firestore, laureateId);
    const { name, status, legalEntities } = laureate;
    const fundedBase = baseOn(legalEntities, dayOf(this.story.now));
    this.story.change(laureateId, { name, status, fundedBase, entries, ledgerHolds: fault === null });
  }

  /** Everything stored is what the story tells. */
  async ends(): Promise<void> {
    await expectSame(this.firestore, this.story, [...this.#missionIds]);
  }

  async #send<Name extends ActionName>(person: Person, action: Name, change: Partial<ActionInputs[Name]>) {
    const { story, firestore } = this;
    story.later(1);
    const command = story.command(person, action, change);
    const verdict = story.verdict(person, command);
    await storeFiles(firestore, story, this.#stored);
    const { laureateId, onBehalf } = person;
    const { now, missionId, settings } = story;
    const actor = person.actor(now - story.signedInAgo);
    this.#operations += 1;
    const asked = { now, actor, missionId, laureateId, onBehalf, settings };
    return { verdict, answer: await commitAction(firestore, asked, command, `operation-${this.#operations}`) };
  }
}
