import fc from 'fast-check';
import { HOUR } from '../../calendar.ts';
import { splitByWeight } from '../../money.ts';
import { inForce } from '../../subsidy/share.ts';
import type { ActionName, Command } from '../actions.ts';
import { availableActions, type Decision } from '../decide.ts';
import { activeParticipants } from '../mission.ts';
import { actionNames } from '../transitions.ts';
import { devisOf } from './commands.ts';
import {
  colleague,
  contributor,
  expert,
  observer,
  type Person,
  signatory,
  staff,
  staffFor,
  stranger,
  system,
} from './people.ts';
import type { Story } from './story.ts';

export const laureateIds = ['atelier', 'bocal', 'chanvre'];
export const missionIds = ['m1', 'm2', 'm3'];

/** Signatories and the expert act more often than the others, as in life. */
const people: readonly Person[] = [
  ...laureateIds.flatMap((id) => [signatory(id), signatory(id), signatory(id), contributor(id), staffFor(id)]),
  ...[expert, expert, expert, expert, colleague, stranger, staff, system, observer],
];

/** One press of a button: when, by whom, on which mission, which one, and a figure that varies the amounts it carries. */
export interface Press {
  readonly hours: number;
  readonly mission: number;
  readonly person: number;
  readonly action: number;
  readonly figure: number;
  /** Whether the person presses what its page offers, or sends anything at all. */
  readonly honest: boolean;
}

export const presses = (most: number, missions = missionIds.length): fc.Arbitrary<Press[]> =>
  fc.array(
    fc.record({
      hours: fc.nat(99).map((die) => (die === 99 ? 700 : die % 20)),
      mission: fc.nat(missions - 1),
      person: fc.nat(people.length - 1),
      action: fc.nat(10_000),
      figure: fc.nat(999),
      honest: fc.nat(9).map((die) => die > 0),
    }),
    { minLength: most, maxLength: most },
  );

export interface Pressed {
  readonly missionId: string;
  readonly person: Person;
  readonly command: Command;
}

/** What the button sends; null when that person's page has no live button. Nothing is decided yet, and time stands still. */
export function sent(story: Story, press: Press, missionId: string): Pressed | null {
  story.about(missionId);
  const person = people[press.person] ?? staff;
  const action = chosen(story, person, press);
  return action === undefined ? null : { missionId, person, command: varied(story, person, action, press.figure) };
}

/** Presses it, when its hour has come. Null when there is no live button; the caller keeps the outcome. */
export function pressed(story: Story, press: Press): (Pressed & { readonly decision: Decision }) | null {
  const made = sent(story.later(press.hours * HOUR), press, missionIds[press.mission] ?? 'm1');
  return made && { ...made, decision: story.verdict(made.person, made.command) };
}

/** Ways out, what is noted of invoices and reminders put off are pressed less often than the way on: a walk that always ends or notes would prove little. */
const seldom = new Set<ActionName>([
  'depositInvoice',
  'recordUnpaid',
  'snoozeReminders',
  'decline',
  'cancel',
  'endEarly',
  'withdraw',
  'standDown',
  'declareConflict',
  'refuse',
  'expire',
  'arbitrate',
  'closeWithout',
]);

function chosen(story: Story, person: Person, { action, honest }: Press): ActionName | undefined {
  if (!honest) return actionNames[action % actionNames.length];
  if (story.missionIfAny === null) return person.laureateId === null ? undefined : 'request';
  const live = availableActions(story.facts(person)).filter(({ refusal }) => refusal === null);
  const offered = live.filter((one) => !seldom.has(one.action) || action % 6 === 0);
  return offered[Math.floor(action / 11) % Math.max(1, offered.length)]?.action;
}

/** What the button sends, with amounts from nothing to more than what remains. */
function varied(story: Story, person: Person, action: ActionName, figure: number): Command {
  const ids = story.missionIfAny ? activeParticipants(story.missionIfAny).map(({ laureateId }) => laureateId) : [];
  const split = (total: number) => {
    const weights = ids.map((_id, index) => (figure >> (2 * index)) & 3);
    const parts = splitByWeight(total, weights);
    return Object.fromEntries(ids.map((id, index) => [id, parts[index] ?? 0]));
  };
  const total = 1 + figure * 7_77;
  const share = story.shares[person.laureateId ?? ''];
  switch (action) {
    case 'request':
      return story.command(person, action, {
        shareWith: laureateIds.filter((id, index) => id !== person.laureateId && (figure >> index) & 1),
      });
    case 'submitDiagnostic':
    case 'proposeAmendment':
      return story.command(person, action, {
        devis: devisOf(story, person, total, `devis-${figure}`),
        split: split(total),
      });
    case 'resplit':
      return story.command(person, action, { split: split(story.submitted?.amounts.includingVatCents ?? 0) });
    case 'validate':
    case 'recordSignedDevis':
    case 'validateAmendment': {
      const due = action !== 'validateAmendment' ? (share?.shareCents ?? 0) : (share?.amendment?.shareCents ?? 0);
      const free =
        story.remaining(person.laureateId ?? '') + (action !== 'validateAmendment' ? 0 : (share?.subsidyCents ?? 0));
      const subsidyCents = part(Math.min(due, free), figure);
      return story.command(person, action, { subsidyCents, ownCents: due - subsidyCents });
    }
    case 'submitReport':
    case 'endEarly':
    case 'arbitrate':
    case 'closeWithout':
      return story.command(person, action, { finals: finalsOf(story, ids, figure) });
    case 'leaveShared':
      return story.command(person, action, {
        finalCents:
          story.missionIfAny?.state === 'awaiting_report' && share ? part(inForce(share).shareCents, figure) : 0,
      });
    default:
      return story.command(person, action);
  }
}

/** All of it, a part of it or, now and then, more than there is: a greedy hand must be refused. */
function part(cents: number, figure: number): number {
  if (figure % 13 === 0) return cents + figure;
  return figure % 3 === 0 ? cents : Math.floor((cents * figure) / 999);
}

function finalsOf(story: Story, ids: readonly string[], figure: number): Record<string, number> {
  const shares = ids.flatMap((id) => story.shares[id] ?? []);
  return Object.fromEntries(
    shares.map((one) => [one.laureateId, one.status === 'committed' ? part(inForce(one).shareCents, figure) : 0]),
  );
}
