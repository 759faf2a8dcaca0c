import type { MailChanges, MailPreferences } from '@sur-mesure/functions/domain/notifications/choosing';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { withChanges } from './changes.ts';

type Send = (changes: MailChanges) => Promise<MailPreferences | Refusal>;
/** `saved`: all that was asked is kept. A refusal takes back all that was not. */
export type Outcome = 'saving' | 'saved' | Refusal;

/**
 * Saves changes one request at a time; those made while one is on its way leave together after it, so that keys pressed in a list are not as many
 * requests, and an older answer never comes over a newer choice.
 */
export class ChangeQueue {
  readonly #send: Send;
  readonly #show: (preferences: MailPreferences, outcome: Outcome) => void;
  #kept: MailPreferences;
  #leaving: MailChanges = {};
  #waiting: MailChanges = {};
  #busy = false;

  constructor(kept: MailPreferences, send: Send, show: (preferences: MailPreferences, outcome: Outcome) => void) {
    this.#kept = kept;
    this.#send = send;
    this.#show = show;
  }

  /** What the hand has done, saved or not yet. */
  get shown(): MailPreferences {
    return withChanges(this.#kept, { ...this.#leaving, ...this.#waiting });
  }

  /** Resolves once nothing waits any more. */
  async add(changes: MailChanges): Promise<void> {
    this.#waiting = { ...this.#waiting, ...changes };
    this.#show(this.shown, 'saving');
    if (this.#busy) return;
    this.#busy = true;
    while (Object.keys(this.#waiting).length > 0) await this.#sendWaiting();
    this.#busy = false;
  }

  async #sendWaiting(): Promise<void> {
    this.#leaving = this.#waiting;
    this.#waiting = {};
    const answer = await this.#send(this.#leaving);
    this.#leaving = {};
    if (isRefusal(answer)) this.#waiting = {};
    else this.#kept = answer;
    const all = Object.keys(this.#waiting).length === 0;
    this.#show(this.shown, isRefusal(answer) ? answer : all ? 'saved' : 'saving');
  }
}
