import { formatDay } from '../calendar.ts';
import { type Command, missingPieces, sendBackReasons } from './actions.ts';
import { askedByText, sideOfBehalf } from './behalf.ts';
import { type Facts, invoicedLaureate } from './facts.ts';
import { followers, type JournalEntry, type Mission, type MissionEvent } from './mission.ts';
import { transitionOf } from './transitions.ts';

/** The journal's line for an action; amounts stay out of it. */
export function eventOf(facts: Facts, command: Command, after: Mission): MissionEvent {
  const { actor } = facts;
  const laureateId = invoicedLaureate(facts, command) ?? (actor.kind === 'expert' ? null : facts.laureateId);
  if (actor.kind === 'observer') throw new Error('an observer never acts');
  return {
    number: after.events,
    action: command.action,
    at: facts.now,
    by: { uid: actor.uid, kind: actor.kind, name: actor.name },
    onBehalfOf: facts.onBehalf && actor.kind === 'staff' ? personFor(facts, command.action, after) : null,
    askedBy: facts.askedBy && actor.kind === 'staff' ? askedByText(facts.askedBy) : null,
    laureateId,
    from: facts.mission?.state ?? null,
    to: after.state,
    version: after.versions,
    reason: reasonOf(command, after),
    settingsVersion: facts.settings.version,
  };
}

/** What a line of the journal says first: the word of the table's row, or who follows whom. */
export function happenedIn(entry: JournalEntry): string {
  return entry.action === 'carriedOver'
    ? `La mission passe de « ${entry.fromName} » à « ${entry.intoName} »`
    : transitionOf(entry.action).done;
}

/** In whose name staff acts: the row says whether the act is the expert's. */
function personFor(facts: Facts, action: Command['action'], after: Mission): string {
  const side = sideOfBehalf(transitionOf(action));
  return side === 'expert' ? after.expert.expertId : (facts.laureateId ?? after.expert.expertId);
}

/** What was ticked comes before what was typed: the journal and the mails carry one text. */
function reasonOf(command: Command, after: Mission): string | null {
  if (command.action === 'snoozeReminders') {
    const { until } = command.input;
    return until === null
      ? 'Les rappels reprennent leur rythme habituel.'
      : `Aucun rappel avant le ${formatDay(until)}.`;
  }
  if (!('reason' in command.input)) return null;
  const typed = command.input.reason.trim();
  switch (command.action) {
    case 'sendBack':
      return [...command.input.reasons.map((reason) => sendBackReasons[reason]), typed].join('. ');
    case 'closeWithout':
      return `${missingPieces[command.input.missing]}. ${typed}`;
    case 'standDown':
      return `${stoodDown(command.input.uid, after)} ${typed}`;
    // Between one laureate and its expert: the words are kept with the invoice, which the others of the mission don't read.
    case 'recordUnpaid':
    case 'cancelPayment':
      return null;
    case 'extend':
      return `${command.input.days} jours de plus. ${typed}`;
    default:
      return typed;
  }
}

/** Who stops following, whoever said so; and that nobody is left, since the mission then waits for another declaration. */
function stoodDown(uid: string, after: Mission): string {
  const { expert } = after;
  const name = expert.declarations.find((declaration) => declaration.uid === uid)?.name ?? uid;
  const last = followers(after).length === 0;
  return last
    ? `${name} ne suit plus la mission, et plus personne de ${expert.name} n’a accès au dossier.`
    : `${name} ne suit plus la mission.`;
}
