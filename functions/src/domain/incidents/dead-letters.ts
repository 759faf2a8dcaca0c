import { type Instant, MINUTE } from '../calendar.ts';
import type { Happening } from '../people/journal.ts';
import { reasonRefusal } from '../reason.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { TriggerName } from './triggers.ts';

/** Something that a function could not do about one document, set aside so that everything else goes on. No personal datum. */
export interface DeadLetter {
  readonly id: string;
  readonly trigger: TriggerName;
  /** Path of what it is about: with the trigger, all that doing it again needs. */
  readonly subject: string;
  /** The last event that failed, as the logs name it. */
  readonly eventId: string;
  readonly code: string;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  readonly attempts: number;
  readonly state: 'open' | 'replaying' | 'replayed' | 'discarded';
  /** When somebody last asked to do it again. */
  readonly claimedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly closedBy: string | null;
  readonly reason: string | null;
}

/** One failure, as a trigger, a sweep or a replay meets it. */
export interface Failure {
  readonly id: string;
  readonly trigger: TriggerName;
  readonly subject: string;
  readonly eventId: string;
  readonly code: string;
  readonly at: Instant;
}

/**
 * The letter of a subject after one more failure: one a subject, however many events are about it. What was replayed opens again; what somebody
 * discarded stays discarded, since a sweep meets the same document every ten minutes.
 */
export function afterFailure(before: DeadLetter | null, failure: Failure): DeadLetter {
  const { at, ...seen } = failure;
  const open = { state: 'open', claimedAt: null, closedAt: null, closedBy: null, reason: null } as const;
  if (before === null) return { ...seen, firstSeenAt: at, lastSeenAt: at, attempts: 1, ...open };
  const counted = { ...before, ...seen, lastSeenAt: at, attempts: before.attempts + 1 };
  return before.state === 'discarded' ? counted : { ...counted, ...open };
}

/** What staff do about an incident: a letter, or a mail that could not leave. */
export const incidentActions = {
  replay: { label: 'Refaire', happening: 'replayIncident', reasoned: false, of: ['letter', 'mail'] },
  /** Every mail that died on its way to the same address, once that is mended. */
  replayAll: { label: 'Tout renvoyer', happening: 'replayIncident', reasoned: false, of: ['mail'] },
  flagAddress: { label: 'Marquer l’adresse en erreur', happening: 'flagAddress', reasoned: false, of: ['mail'] },
  discard: { label: 'Écarter', happening: 'discardIncident', reasoned: true, of: ['letter', 'mail'] },
} as const satisfies Record<string, IncidentActionRow>;
export type IncidentAction = keyof typeof incidentActions;
export type IncidentKind = 'letter' | 'mail';

interface IncidentActionRow {
  readonly label: string;
  readonly happening: Happening;
  /** Whether somebody says why. */
  readonly reasoned: boolean;
  readonly of: readonly IncidentKind[];
}

/** How long a replay may take before it is taken for dead, and may be asked for again. */
const REPLAY_LASTS = 5 * MINUTE;

/** Why nothing can be done about this letter now, or null. */
export function letterRefusal(letter: DeadLetter, now: Instant): Refusal | null {
  if (letter.state === 'replaying' && now - (letter.claimedAt ?? 0) < REPLAY_LASTS)
    return refuse('replaying', 'Quelqu’un refait déjà cette opération. Rechargez la page dans une minute.');
  return letter.state === 'open' || letter.state === 'replaying' ? null : incidentClosed;
}

export const incidentClosed = refuse(
  'incident-closed',
  'Cet incident est déjà réglé. Rien n’a été changé : rechargez la page.',
);

const discardUnsaid = 'Dites en une phrase pourquoi cet incident peut être écarté : l’équipe la relira.';

/** Why this can't be done about an incident of that kind, whichever it is, or null: what is set aside is set aside for a reason. */
export function askingRefusal(action: IncidentAction, kind: IncidentKind, reason: string): Refusal | null {
  const row: IncidentActionRow = incidentActions[action];
  if (!row.of.includes(kind))
    return refuse('not-for-this', 'Cela ne se fait que pour un courriel. Rien n’a été changé : rechargez la page.');
  return reasonRefusal(reason, row.reasoned ? discardUnsaid : null);
}
