import type { Mission, Participant } from '../missions/mission.ts';
import type { MissionState } from '../missions/states.ts';
import type { Invoice } from '../subsidy/invoice.ts';
import type { mailKinds } from './mail-kinds.ts';
import type { MailName, OutboxItem } from './mails.ts';

type AskingMail = {
  [Name in MailName]: (typeof mailKinds)[Name]['purpose'] extends 'request' | 'reminder' ? Name : never;
}[MailName];

/** The mission that a mail is about, as it is when the mail would leave. */
export interface MissionNow {
  readonly mission: Mission;
  /** The laureates that its reader is of; null where nobody looked, or where that person has no account. */
  readonly ofLaureates: readonly string[] | null;
  /** Of the mission; none where nothing rests on them. */
  readonly invoices: readonly Invoice[];
}

export interface Asked {
  /** Where the mission must be: in the very wait that the mail tells of, in one of these states, or anywhere. */
  readonly during: 'sameWait' | 'anyTime' | readonly MissionState[];
  /** Of a laureate’s reader: whether its own part in the mission still has it to do. Each decides for itself alone. */
  readonly own?: (part: Participant, mission: Mission) => boolean;
  /** Of what was written about one invoice: whether it still waits. */
  readonly invoice?: (invoice: Invoice) => boolean;
  /** A later mail of the same name says all that this one says. */
  readonly saidAgain?: true;
}

const anyTime = { during: 'anyTime' } as const;

/** Until when each mail that asks for something asks for it. A new one does not compile until someone decides; those of no mission ask for ever. */
export const stillAsked = {
  expertRegistered: anyTime,
  expertWithdrew: anyTime,
  noteChangesAsked: anyTime,
  interestFound: anyTime,
  unusualVolume: anyTime,
  missionRequested: { during: 'sameWait' },
  sharingProposed: {
    during: ['awaiting_expert', 'awaiting_diagnostic'],
    own: ({ status }) => status === 'proposed',
  },
  diagnosticSubmitted: { during: 'sameWait', own: isAwaited, saidAgain: true },
  // It starts the work: after a contest or a correction it would start what was stopped. Of a shared mission, each validation is told.
  diagnosticValidated: { during: ['awaiting_validation', 'awaiting_report', 'awaiting_confirmation'] },
  sentBack: { during: 'sameWait', saidAgain: true },
  reportSubmitted: { during: 'sameWait', own: isAwaited, saidAgain: true },
  amendmentProposed: { during: ['awaiting_report'], own: mayAnswerAmendment, saidAgain: true },
  feedbackInvited: {
    during: ['awaiting_confirmation', 'closed'],
    own: (part) => takesPart(part) && !part.feedbackGiven,
  },
  // Two invoices make two mails: neither says what the other does.
  invoiceDeposited: { during: 'anyTime', invoice: ({ status }) => status === 'deposited' },
  reminder: { during: 'sameWait', own: isAwaited, saidAgain: true },
} as const satisfies Record<AskingMail, Asked>;

/** What a mail asks; null for one that tells a fact, which leaves whatever has moved. */
export function askedBy(mail: MailName): Asked | null {
  const rows: Readonly<Partial<Record<MailName, Asked>>> = stillAsked;
  return rows[mail] ?? null;
}

/** Whether what `item` asks is still expected of its reader; of a mail that asks nothing, yes. */
export function isStillAsked(item: OutboxItem, now: MissionNow): boolean {
  const asked = askedBy(item.mail);
  return asked === null || (isDuring(asked, item, now) && isOwn(asked, item, now) && isOfInvoice(asked, item, now));
}

function isDuring({ during }: Asked, { facts, createdAt }: OutboxItem, { mission }: MissionNow): boolean {
  if (during === 'anyTime') return true;
  // Left and come back to, it is another wait, which has its own mail.
  if (during === 'sameWait') return mission.state === facts.state && mission.since <= createdAt;
  return during.includes(mission.state);
}

function isOwn({ own }: Asked, { facts }: OutboxItem, { mission, ofLaureates }: MissionNow): boolean {
  if (own === undefined || facts.reader !== 'laureate' || ofLaureates === null) return true;
  return ofLaureates.some((laureateId) => {
    const part = mission.participants[laureateId];
    return part !== undefined && own(part, mission);
  });
}

/** The invoice is the one that was deposited at the moment of the mail: both come from one commit. */
function isOfInvoice({ invoice }: Asked, { createdAt }: OutboxItem, { invoices }: MissionNow): boolean {
  if (invoice === undefined) return true;
  return invoices.filter(({ records }) => records[0]?.at === createdAt).every(invoice);
}

function takesPart({ status }: Participant): boolean {
  return status === 'requested' || status === 'joined';
}

/** Of what one laureate of a mission has done already, nothing is expected of its people, whatever the others do. */
function isAwaited(part: Participant, { state }: Mission): boolean {
  const done =
    (state === 'awaiting_validation' && part.validated) || (state === 'awaiting_confirmation' && part.confirmed);
  return takesPart(part) && !done;
}

function mayAnswerAmendment(part: Participant, { openAmendment }: Mission): boolean {
  return takesPart(part) && openAmendment !== null && !openAmendment.validatedBy.includes(part.laureateId);
}
