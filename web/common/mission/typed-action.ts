import type { ActionName, Command, SendBackReason } from '@sur-mesure/functions/domain/missions/actions';
import { activeParticipants, followers } from '@sur-mesure/functions/domain/missions/mission';
import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import type { Cents } from '@sur-mesure/functions/domain/money';
import { inForce, proposedSplit } from '@sur-mesure/functions/domain/subsidy/share';
import type { FieldError } from '../notice/Notice.tsx';

/** What a person types for an action, whichever it is; which of it is asked comes from the checks of the transition table. */
export interface Typed {
  readonly reason: string;
  readonly reasons: readonly SendBackReason[];
  /** Laureate id → amount for the work done; undefined while nothing readable is typed. */
  readonly finals: Readonly<Record<string, Cents | undefined>>;
  readonly days: string;
  readonly declares: boolean;
  /** Uid of the person of the expert's company who stops following. */
  readonly follower: string;
  /** The day of the next reminder, or one of the two choices below; empty while nothing is chosen. */
  readonly until: string;
  readonly otherDay: string;
}

/** Choices beside the days that the page offers. */
export const OTHER_DAY = 'other';
export const USUAL_DAYS = 'usual';

export const nothingTyped: Typed = {
  reason: '',
  reasons: [],
  finals: {},
  days: '',
  declares: false,
  follower: '',
  until: '',
  otherDay: '',
};

type Asked = 'reason' | 'reasons' | 'finals' | 'days' | 'declares' | 'follower' | 'until';

const askedByCheck: Readonly<Record<string, Asked>> = {
  reasonGiven: 'reason',
  sendBackReasons: 'reasons',
  finalsWithinValidated: 'finals',
  finalWithinOwnShare: 'finals',
  reasonableDelay: 'days',
  declares: 'declares',
  followsTheMission: 'follower',
  snoozedBeforeDeadline: 'until',
};

/** The fields of an action, from its checks. */
export function askedFields(action: ActionName): readonly Asked[] {
  return transitionOf(action).checks.flatMap((check) => askedByCheck[check] ?? []);
}

export interface FinalAsked {
  readonly laureateId: string;
  readonly name: string;
  readonly mostCents: Cents;
}

/**
 * Whose final amounts an action may settle: the reader's own share, or every open share for staff, who see the whole devis. None before a
 * validation, and none from an expert that leaves: what is due then is for the others to say.
 */
export function finalsAsked({ reader, mission, share, submitted }: MissionView): FinalAsked[] {
  if (reader === 'expert') return [];
  const named = (laureateId: string, mostCents: Cents) => ({
    laureateId,
    name: mission.participants[laureateId]?.name ?? laureateId,
    mostCents,
  });
  if (share !== null) return share.status === 'committed' ? [named(share.laureateId, inForce(share).shareCents)] : [];
  return activeParticipants(mission)
    .filter(({ validated, confirmed }) => validated && !confirmed)
    .map(({ laureateId }) => named(laureateId, submitted?.split[laureateId] ?? 0));
}

/** The new part of this laureate and how it would be paid: what it already engaged on this mission counts as available. */
export function amendedPayment({ share, balance }: Pick<MissionView, 'share' | 'balance'>) {
  const amendment = share?.amendment;
  if (share === null || balance === null || !amendment) return undefined;
  const engaged = share.status === 'committed' ? share.subsidyCents : 0;
  const paid = proposedSplit(amendment, balance.remainingCents + engaged);
  return { number: amendment.number, shareCents: amendment.shareCents, ...paid };
}

type Build = (typed: Typed, view: MissionView) => Command;

/** The actions that a few fields are enough for. Others (a diagnostic, a report, a request) have a form of their own. */
const builders: Partial<Record<ActionName, Build>> = {
  join: () => ({ action: 'join', input: {} }),
  declineSharing: ({ reason }) => ({ action: 'declineSharing', input: { reason } }),
  declareNoInterest: ({ declares }) => ({ action: 'declareNoInterest', input: { declares } }),
  accept: () => ({ action: 'accept', input: {} }),
  decline: ({ reason }) => ({ action: 'decline', input: { reason } }),
  retract: ({ reason }) => ({ action: 'retract', input: { reason } }),
  sendBack: ({ reason, reasons }, view) => ({ action: 'sendBack', input: { reason, reasons, version: shown(view) } }),
  refuse: ({ reason }, view) => ({ action: 'refuse', input: { reason, version: shown(view) } }),
  contest: ({ reason }) => ({ action: 'contest', input: { reason } }),
  sendBackReport: ({ reason }) => ({ action: 'sendBackReport', input: { reason } }),
  confirmService: (_typed, { share, mission }) => ({
    action: 'confirmService',
    input: { finalCents: share?.finalCents ?? 0, reportNumber: mission.report?.number ?? 0 },
  }),
  endEarly: ({ reason, finals }) => ({ action: 'endEarly', input: { reason, finals: known(finals) } }),
  withdraw: ({ reason, finals }) => ({ action: 'withdraw', input: { reason, finals: known(finals) } }),
  declareConflict: ({ reason, finals }) => ({ action: 'declareConflict', input: { reason, finals: known(finals) } }),
  leaveShared: ({ reason, finals }, { laureateId }) => ({
    action: 'leaveShared',
    input: { reason, finalCents: finals[laureateId ?? ''] ?? 0 },
  }),
  standDown: ({ reason, follower }, { mission }) => ({
    action: 'standDown',
    input: { reason, uid: follower || (onlyFollower(mission)?.uid ?? '') },
  }),
  cancel: ({ reason }) => ({ action: 'cancel', input: { reason } }),
  hold: ({ reason }) => ({ action: 'hold', input: { reason } }),
  resume: ({ reason }) => ({ action: 'resume', input: { reason } }),
  extend: ({ reason, days }) => ({ action: 'extend', input: { reason, days: Number(days) } }),
  arbitrate: ({ reason, finals }) => ({ action: 'arbitrate', input: { reason, finals: known(finals) } }),
  closeWithout: ({ reason, finals }, { mission }) => ({
    action: 'closeWithout',
    input: { reason, finals: known(finals), missing: mission.report === null ? 'report' : 'confirmation' },
  }),
  reopen: ({ reason }) => ({ action: 'reopen', input: { reason } }),
  validateAmendment: (_typed, view) => {
    const { number = 0, subsidyCents = 0, ownCents = 0 } = amendedPayment(view) ?? {};
    return { action: 'validateAmendment', input: { number, subsidyCents, ownCents } };
  },
  refuseAmendment: ({ reason }) => ({ action: 'refuseAmendment', input: { reason } }),
  remind: () => ({ action: 'remind', input: {} }),
  snoozeReminders: ({ until, otherDay }) => ({
    action: 'snoozeReminders',
    input: { until: until === USUAL_DAYS ? null : until === OTHER_DAY ? otherDay : until },
  }),
};

/** The version that the page shows; 0, which no submission has, where it shows none. */
function shown({ mission }: MissionView): number {
  return mission.submission?.version ?? 0;
}

/** When one person alone follows, there is nobody to choose. */
export function onlyFollower(mission: MissionView['mission']) {
  const all = followers(mission);
  return all.length === 1 ? all[0] : undefined;
}

/** Undefined for an action that has a form of its own: the page must give it. */
export function commandOf(action: ActionName, typed: Typed, view: MissionView): Command | undefined {
  return builders[action]?.(typed, view);
}

export function isSimple(action: ActionName): boolean {
  return builders[action] !== undefined;
}

function known(finals: Typed['finals']): Record<string, Cents> {
  return Object.fromEntries(
    Object.entries(finals).flatMap(([id, cents]) => (cents === undefined ? [] : [[id, cents]])),
  );
}

/** What remains to be typed before the server is asked; it has the last word on everything else. */
export function typedErrors(action: ActionName, typed: Typed, view: MissionView): FieldError[] {
  const fields = askedFields(action);
  const errors: (FieldError | false)[] = [
    fields.includes('reasons') &&
      typed.reasons.length === 0 && { fieldId: `${action}-reasons`, message: 'Cochez au moins une raison.' },
    fields.includes('reason') &&
      typed.reason.trim() === '' && {
        fieldId: `${action}-reason`,
        message: 'Dites pourquoi en une phrase : la personne qui vous lit en a besoin.',
      },
    fields.includes('days') &&
      !/^\d{1,3}$/.test(typed.days) && { fieldId: `${action}-days`, message: 'Écrivez un nombre de jours.' },
    fields.includes('declares') &&
      !typed.declares && { fieldId: `${action}-declares`, message: 'Cochez la déclaration.' },
    fields.includes('until') && typed.until === '' && { fieldId: `${action}-until`, message: 'Choisissez un jour.' },
    fields.includes('until') &&
      typed.until === OTHER_DAY &&
      typed.otherDay === '' && { fieldId: `${action}-other-day`, message: 'Choisissez le jour.' },
    fields.includes('follower') &&
      typed.follower === '' &&
      onlyFollower(view.mission) === undefined && { fieldId: `${action}-follower`, message: 'Choisissez la personne.' },
  ];
  const amounts = fields.includes('finals') ? finalsAsked(view) : [];
  return [
    ...errors.filter((error) => error !== false),
    ...amounts
      .filter(({ laureateId }) => typed.finals[laureateId] === undefined)
      .map(({ laureateId, name }) => ({
        fieldId: `${action}-final-${laureateId}`,
        message: `Écrivez le montant du travail fait pour ${name}, 0 s’il n’y en a pas.`,
      })),
  ];
}
