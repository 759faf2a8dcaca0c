import { dayOf, formatDay } from '../../calendar.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { awaitedSide, pendingParticipants } from '../awaited.ts';
import { type Facts, missionOf } from '../facts.ts';
import { lastSnooze } from '../reminding.ts';
import { type DueAction, dueAction } from '../timers.ts';

/** The guards of time: the dates of the programme, each of what it names, and the days of a waiting. */
export const timing = {
  requestsOpen: (facts) => {
    const { opening, lastRequest } = facts.settings.dates;
    return within(facts, opening, lastRequest, 'requests-closed', 'Les demandes de mission');
  },
  validationsOpen: (facts) => {
    const { opening, lastValidation } = facts.settings.dates;
    return within(facts, opening, lastValidation, 'validations-closed', 'Les validations de devis');
  },
  // Work that is proposed after the last day of services can't be done any more.
  servicesOpen: (facts) => {
    const { opening, endOfServices } = facts.settings.dates;
    return within(facts, opening, endOfServices, 'services-closed', 'Les missions');
  },
  // Of sending one back too: past the last day, the expert could not answer, and staff arbitrate instead.
  reportsOpen: (facts) => {
    const { opening, lastReport } = facts.settings.dates;
    return within(facts, opening, lastReport, 'reports-closed', 'Les remises de rapport');
  },
  settlementsOpen: (facts) => {
    const { opening, lastSettlement } = facts.settings.dates;
    return within(facts, opening, lastSettlement, 'settlements-closed', 'Les confirmations de service');
  },

  // Staff may end a mission after the last day, as they may arbitrate it; a laureate that ends one after its start settles money.
  endingsOpen: (facts) => {
    if (facts.actor.kind !== 'laureate' || missionOf(facts).validatedAt === null) return null;
    const { opening, lastSettlement } = facts.settings.dates;
    return within(facts, opening, lastSettlement, 'settlements-closed', 'Les fins de mission avec règlement');
  },

  // Staff remind whenever they like, once a day: pressing twice, alone or on a selection, sends one mail.
  reminderDue: (facts) => {
    const { lastReminderAt } = missionOf(facts);
    if (facts.actor.kind !== 'staff') return isDue(facts, 'remind');
    return lastReminderAt !== null && dayOf(lastReminderAt) === dayOf(facts.now)
      ? refuse('already-reminded', 'Une relance est déjà partie aujourd’hui pour cette mission. Réessayez demain.')
      : null;
  },
  // Staff may for anybody; the others for themselves. In a shared mission, who has answered is reminded of nothing.
  isAwaited: (facts) => {
    const { actor, laureateId } = facts;
    const mission = missionOf(facts);
    const awaited =
      actor.kind === 'laureate'
        ? pendingParticipants(mission).some((participant) => participant.laureateId === laureateId)
        : true;
    return actor.kind === 'staff' || (actor.kind === awaitedSide(mission) && awaited)
      ? null
      : refuse('not-awaited', 'Les rappels vont à qui doit répondre : rien n’est attendu de vous pour le moment.');
  },
  remindersMayWait: (facts) =>
    lastSnooze(missionOf(facts), facts.settings, dayOf(facts.now)) === null
      ? refuse('no-reminder-left', 'L’échéance est là : aucun rappel ne peut plus attendre.')
      : null,
  deadlineReached: (facts) => isDue(facts, 'passDeadline'),
  noDiagnosticEver: (facts) =>
    missionOf(facts).versions === 0
      ? null
      : refuse('diagnostic-exists', 'Un diagnostic a déjà été remis : cette mission ne se clôt pas d’elle-même.'),
  waitedTooLong: (facts) => isDue(facts, 'expire'),
} as const satisfies Record<string, (facts: Facts) => Refusal | null>;

function isDue(facts: Facts, action: DueAction): Refusal | null {
  return dueAction(missionOf(facts), facts.settings, dayOf(facts.now)) === action
    ? null
    : refuse('too-early', 'Le délai n’est pas écoulé, ou ce jour n’est pas travaillé. Rien n’a été changé.');
}

function within(facts: Facts, first: string, last: string, code: string, what: string): Refusal | null {
  const today = dayOf(facts.now);
  if (today < first) return refuse(code, `${what} ouvrent le ${formatDay(first)}.`);
  if (today > last)
    return refuse(code, `${what} sont closes depuis le ${formatDay(last)}. Appelez l’équipe France Tiers-Lieux.`);
  return null;
}
