import type { AccessGrant } from '../access/views.ts';
import { addDays, type Day, dayOf, endOfDay, formatDay, type Instant } from '../calendar.ts';
import { type Grant, grantEndsAt, WHILE_LIVE } from '../missions/facts.ts';
import type { ServiceEvent } from '../notifications/service-subscriptions.ts';
import type { GrantAction } from '../people/people.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { reasonRefusal } from '../reason.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Cut by staff, over by itself, or open: what the laureate is shown of each person's access. */
export type GrantState = AccessGrant['state'];

/** Cut comes before ended: it is what somebody decided. */
export function grantState(grant: Grant, now: Instant): GrantState {
  if (!grant.active) return 'cut';
  return now < grantEndsAt(grant) ? 'open' : 'ended';
}

/** When the missions alone would end it, cut or not; null while one of them lives. */
export function missionsEndAt({ missions }: Pick<Grant, 'missions'>): Instant | null {
  const end = Math.max(0, ...Object.values(missions));
  return end === WHILE_LIVE ? null : end;
}

/** What staff decide on, and when. */
export interface GrantFacts {
  readonly grant: Grant;
  readonly settings: Pick<ProgrammeSettings, 'longestExtensionDays'>;
  readonly now: Instant;
}

interface Row {
  readonly from: readonly GrantState[];
  /** What tells it to the person, and to the laureate's people. */
  readonly event: Extract<ServiceEvent, 'grantCut' | 'grantChanged'>;
  readonly refusal: (facts: GrantFacts, action: GrantAction) => Refusal | null;
  readonly changed: (grant: Grant, action: GrantAction) => Grant;
  readonly happened: (action: GrantAction) => string;
}

/**
 * What staff do to one person's access, each with its reason. A cut holds whatever the missions do: a new declaration or a reopening adds its
 * mission to the grant and does not open it. Restoring gives back exactly what the missions still open.
 */
export const grantActions = {
  cut: {
    // Also one that is over: the next mission between the two must not open it.
    from: ['open', 'ended'],
    event: 'grantCut',
    refusal: () => null,
    changed: (grant) => ({ ...grant, active: false }),
    happened: () => 'Accès au dossier coupé',
  },
  restore: {
    from: ['cut'],
    event: 'grantChanged',
    refusal: () => null,
    changed: (grant) => ({ ...grant, active: true }),
    happened: () => 'Accès au dossier rétabli',
  },
  extend: {
    from: ['open', 'ended'],
    event: 'grantChanged',
    refusal: (facts, action) => (action.action === 'extend' ? extensionRefusal(facts, action) : null),
    changed: (grant, action) => (action.action === 'extend' ? extended(grant, action) : grant),
    happened: (action) =>
      action.action === 'extend'
        ? `Accès au dossier prolongé jusqu’au ${formatDay(action.until)}`
        : 'Accès au dossier prolongé',
  },
} as const satisfies Record<GrantAction['action'], Row>;

const reasonMissing = 'Dites pourquoi en une phrase : les personnes concernées la lisent. Rien n’a été changé.';
const wrongState: Record<GrantState, Refusal> = {
  open: refuse('grant-open', 'Cet accès n’est pas coupé. Rien n’a été changé : rechargez la page.'),
  ended: refuse('grant-not-cut', 'Cet accès n’est pas coupé : il a pris fin de lui-même, et peut être prolongé.'),
  cut: refuse('grant-cut', 'Cet accès est coupé. Rétablissez-le d’abord, puis prolongez-le s’il le faut.'),
};

/** The grant after `action`, or why not. Pure: who may ask is the policy's to say (`manageGrants`). */
export function decideGrant(facts: GrantFacts, action: GrantAction): Grant | Refusal {
  const row: Row = grantActions[action.action];
  const state = grantState(facts.grant, facts.now);
  if (!row.from.includes(state)) return wrongState[state];
  return reasonRefusal(action.reason, reasonMissing) ?? row.refusal(facts, action) ?? row.changed(facts.grant, action);
}

/** What the journal and the mails say of it. */
export function grantHappening(action: GrantAction): { readonly event: Row['event']; readonly happened: string } {
  const row: Row = grantActions[action.action];
  return { event: row.event, happened: row.happened(action) };
}

interface Extension {
  readonly missionId: string;
  readonly until: Day;
}

function extensionRefusal({ grant, settings, now }: GrantFacts, { missionId, until }: Extension): Refusal | null {
  const current = grant.missions[missionId];
  if (current === undefined)
    return refuse(
      'mission-not-shared',
      'Cette personne n’a pas déclaré son absence d’intérêt pour cette mission : son accès s’ouvre ainsi, et ne se prolonge pas avant.',
    );
  if (current === WHILE_LIVE)
    return refuse('mission-lives', 'La mission est en cours : l’accès reste ouvert tant qu’elle dure.');
  const today = dayOf(now);
  const last = addDays(today, settings.longestExtensionDays);
  if (until < today) return refuse('day-past', 'Ce jour est passé. Choisissez un jour à venir.');
  if (until > last)
    return refuse(
      'extension-too-long',
      `Un accès se prolonge jusqu’au ${formatDay(last)} au plus. Choisissez un jour avant.`,
    );
  return endOfDay(until) > current
    ? null
    : refuse(
        'not-longer',
        `L’accès est déjà ouvert jusqu’au ${formatDay(dayOf(current))}. Choisissez un jour plus tard.`,
      );
}

/** Until the last instant of that day, Europe/Paris; the other missions keep their own ends. */
function extended(grant: Grant, { missionId, until }: Extension): Grant {
  return { ...grant, missions: { ...grant.missions, [missionId]: endOfDay(until) } };
}
