import { type Refusal, refuse } from '../refusal.ts';
import { wholeBase } from '../subsidy/funded.ts';
import type { Share } from '../subsidy/share.ts';
import type { ActionName, Command } from './actions.ts';
import { behalfRefusal, sideOfBehalf } from './behalf.ts';
import { checks } from './checks.ts';
import { effects } from './effects.ts';
import { evolve } from './evolve.ts';
import { type Facts, roleOf } from './facts.ts';
import { guards } from './guards.ts';
import { eventOf } from './journal.ts';
import type { Mission } from './mission.ts';
import type { Outcome } from './outcome.ts';
import { missionStates } from './states.ts';
import type { Transition } from './transition.ts';
import { actionNames, transitionOf } from './transitions.ts';

export type Decision =
  | { readonly allowed: true; readonly outcome: Outcome }
  | { readonly allowed: false; readonly refusal: Refusal };

/** The whole of a decision: the table's verdict, then the mission and everything that is written with it. */
export function decide(facts: Facts, command: Command): Decision {
  const transition = transitionOf(command.action);
  const refusal =
    refusalOf(facts, command.action) ??
    behalfRefusal(facts, transition) ??
    firstRefusal(transition.checks, (name) => checks[name](facts, command));
  if (refusal) return { allowed: false, refusal };
  const mission = evolve(facts, command, transition.to);
  const event = eventOf(facts, command, mission);
  const start: Outcome = {
    mission,
    event,
    shares: sharesOf(facts, mission),
    entries: [],
    grants: [],
    submitted: null,
    amendment: null,
    proof: null,
    outsideProofs: [],
    feedback: null,
    predecessor: null,
    invoice: null,
  };
  const outcome = transition.effects.reduce((next, name) => effects[name](next, { facts, command, event }), start);
  return { allowed: true, outcome };
}

/** Why an action can't be taken now, before anything is typed; null when its button is live. */
export function refusalOf(facts: Facts, action: ActionName): Refusal | null {
  const transition = transitionOf(action);
  return (
    roleRefusal(facts, transition) ??
    stateRefusal(facts, transition) ??
    firstRefusal(transition.guards, (name) => guards[name](facts))
  );
}

export interface Availability {
  readonly action: ActionName;
  readonly refusal: Refusal | null;
}

/**
 * The buttons of a page: what this person may do in this state, each live or greyed with its reason. What belongs to others or to another
 * state is not shown at all.
 */
export function availableActions(facts: Facts): Availability[] {
  return actionNames
    .filter(
      (action) =>
        !transitionOf(action).from.includes('start') &&
        roleRefusal(facts, transitionOf(action)) === null &&
        stateRefusal(facts, transitionOf(action)) === null,
    )
    .map((action) => ({ action, refusal: refusalOf(facts, action) }));
}

/**
 * What staff may do now in the name of one side, if it asks: never what signs, engages or judges, nor what is staff's own. What is not possible
 * is left out: a greyed button is for the person whose act it is.
 */
export function actionsOnBehalf(facts: Facts, laureateId: string | null): ActionName[] {
  const side = laureateId === null ? 'expert' : 'laureate';
  return availableActions({ ...facts, laureateId, onBehalf: true })
    .filter(({ refusal }) => refusal === null)
    .map(({ action }) => action)
    .filter((action) => {
      const transition = transitionOf(action);
      return transition.actFor && !transition.by.includes('staff') && sideOfBehalf(transition) === side;
    });
}

function firstRefusal<Name>(names: readonly Name[], judge: (name: Name) => Refusal | null): Refusal | null {
  for (const name of names) {
    const refusal = judge(name);
    if (refusal) return refusal;
  }
  return null;
}

function roleRefusal(facts: Facts, transition: Transition): Refusal | null {
  const role = roleOf(facts.actor, facts.mission, facts.laureateId);
  if (role !== null && transition.by.includes(role)) return null;
  if (role === 'staff' && facts.onBehalf) {
    return transition.actFor
      ? null
      : refuse(
          'never-on-behalf',
          'Personne ne peut faire cela à la place d’autrui : cet acte engage celui qui le fait.',
        );
  }
  if (role === null) return refuse('not-yours', 'Cette mission ne vous est pas ouverte.');
  return role === 'contributor' && transition.by.includes('signatory')
    ? refuse('signatory-only', 'Seule une personne signataire de votre structure peut prendre cette décision.')
    : refuse('not-your-turn', 'Cette action revient à quelqu’un d’autre.');
}

function stateRefusal(facts: Facts, transition: Transition): Refusal | null {
  const state = facts.mission?.state ?? 'start';
  if (transition.from.includes(state)) return null;
  const now =
    state === 'start'
      ? 'La mission n’existe pas encore.'
      : `La mission est maintenant « ${missionStates[state].label} ».`;
  return refuse('wrong-state', `${now} Rien n’a été changé : rechargez la page pour voir où elle en est.`);
}

/**
 * Every laureate named by the mission has a share from the first day, so that its list shows the mission. Read from the mission as it was, so
 * that one that leaves it with this action has its share written too.
 */
function sharesOf(facts: Facts, mission: Mission): Share[] {
  return (facts.mission ?? mission).laureateIds.map(
    (laureateId) =>
      facts.shares[laureateId] ?? {
        missionId: mission.id,
        laureateId,
        expertId: mission.expert.expertId,
        expertName: mission.expert.name,
        needId: mission.needId,
        need: mission.need,
        subthemes: mission.subthemes,
        missionState: mission.state,
        since: mission.since,
        version: 0,
        status: 'none',
        base: facts.laureates[laureateId]?.fundedBase ?? wholeBase,
        shareCents: 0,
        fundedCents: 0,
        subsidyCents: 0,
        ownCents: 0,
        finalCents: 0,
        amendment: null,
      },
  );
}
