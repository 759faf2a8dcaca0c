import { dayOf } from '../../calendar.ts';
import { sum } from '../../money.ts';
import { dueCents, type Invoice } from '../../subsidy/invoice.ts';
import { inForce, proposedSplit, totalsOnly } from '../../subsidy/share.ts';
import { addWorkingDays } from '../../working-days.ts';
import type { ActionInputs, ActionName, Command, DevisInput } from '../actions.ts';
import { activeParticipants } from '../mission.ts';
import { satisfied } from './answers.ts';
import type { Person } from './people.ts';
import type { Story } from './story.ts';

type Build<Name extends ActionName> = (story: Story, person: Person, change: Partial<ActionInputs[Name]>) => Command;

const reason = 'Parce que la situation a changé.';

/** For each action, the command that a person in good faith would send now; a test changes the one thing it is about. */
export const commandOf: { readonly [Name in ActionName]: Build<Name> } = {
  takeOver: (_story, _person, change) => ({
    action: 'takeOver',
    input: {
      state: 'awaiting_report',
      expertId: 'forge',
      subthemes: ['4.2'],
      need: 'Écrire notre stratégie de développement.',
      askedOn: '2024-01-08',
      shares: { atelier: { shareCents: 3_000_00, subsidyCents: 3_000_00, finalCents: null } },
      devis: {
        ...{ number: 'D-7', handedInOn: '2024-01-22', validUntil: '2024-03-01' },
        ...{ plannedStart: '2024-02-05', plannedEnd: '2024-05-31' },
        amounts: {
          ...{ excludingVatCents: 2_500_00, vatCents: 500_00, includingVatCents: 3_000_00 },
          ...{ vat: { kind: 'rates', rates: [] }, lines: [] },
        },
      },
      validated: { on: '2024-01-29', by: 'Paul Riou' },
      reportedOn: null,
      pdfs: {},
      reason: 'Reprise (missions.csv, ligne 2)',
      ...change,
    },
  }),
  request: (story, _person, change) => ({
    action: 'request',
    input: {
      expertId: 'forge',
      subthemes: ['4.2'],
      need: 'Écrire notre stratégie de développement.',
      needId: null,
      shareWith: [],
      predecessorId: story.predecessorId,
      ...change,
    },
  }),
  join: () => ({ action: 'join', input: {} }),
  declineSharing: (_story, _person, change) => ({ action: 'declineSharing', input: { reason, ...change } }),
  declareNoInterest: (_story, _person, change) => ({
    action: 'declareNoInterest',
    input: { declares: true, ...change },
  }),
  accept: () => ({ action: 'accept', input: {} }),
  decline: (_story, _person, change) => ({ action: 'decline', input: { reason, ...change } }),
  submitDiagnostic: (story, person, change) => {
    const devis = change.devis ?? devisOf(story, person, 3_000_00);
    return {
      action: 'submitDiagnostic',
      input: {
        diagnostic: { kind: 'file', fileId: story.deposit(person, 'diagnostic') },
        plannedStart: '2024-04-02',
        plannedEnd: '2024-06-28',
        split: evenSplit(story, devis),
        ...change,
        devis,
      },
    };
  },
  retract: (_story, _person, change) => ({ action: 'retract', input: { reason, ...change } }),
  validate: (story, person, change) => {
    const submission = story.missionIfAny?.submission;
    const share = shareOf(story, person) ?? { shareCents: 0, fundedCents: 0 };
    return {
      action: 'validate',
      input: {
        version: submission?.version ?? 0,
        diagnosticSha256: story.sha256(submission?.diagnostic.fileId),
        devisSha256: story.sha256(submission?.devis.fileId),
        consent: true,
        ...proposedSplit(share, story.remaining(person.laureateId ?? '')),
        ...change,
      },
    };
  },
  recordSignedDevis: (story, person, change) => ({
    action: 'recordSignedDevis',
    input: {
      version: story.missionIfAny?.submission?.version ?? 0,
      fileId: story.deposit(person, 'signed', { contentType: 'image/jpeg' }),
      signedBy: 'Paul Riou',
      signedOn: '2024-03-04',
      reason,
      ...proposedSplit(
        shareOf(story, person) ?? { shareCents: 0, fundedCents: 0 },
        story.remaining(person.laureateId ?? ''),
      ),
      ...change,
    },
  }),
  sendBack: (story, _person, change) => ({
    action: 'sendBack',
    input: { reason, reasons: ['amount'], version: story.missionIfAny?.submission?.version ?? 0, ...change },
  }),
  refuse: (story, _person, change) => ({
    action: 'refuse',
    input: { reason, version: story.missionIfAny?.submission?.version ?? 0, ...change },
  }),
  resplit: (story, _person, change) => {
    const total = story.submitted?.amounts.includingVatCents ?? 0;
    const [first, ...others] = activeIds(story);
    const split = { ...Object.fromEntries(others.map((id) => [id, 0])), ...(first ? { [first]: total } : {}) };
    return { action: 'resplit', input: { split, ...change } };
  },
  contest: (_story, _person, change) => ({ action: 'contest', input: { reason, ...change } }),
  submitReport: (story, person, change) => ({
    action: 'submitReport',
    input: {
      document: { kind: 'file', fileId: story.deposit(person, 'report') },
      finals: fullFinals(story),
      ...change,
    },
  }),
  sendBackReport: (_story, _person, change) => ({ action: 'sendBackReport', input: { reason, ...change } }),
  confirmService: (story, person, change) => ({
    action: 'confirmService',
    input: {
      finalCents: shareOf(story, person)?.finalCents ?? 0,
      reportNumber: story.missionIfAny?.report?.number ?? 0,
      ...change,
    },
  }),
  standDown: (_story, _person, change) => ({ action: 'standDown', input: { reason, uid: 'noe', ...change } }),
  endEarly: (story, person, change) => ({ action: 'endEarly', input: { reason, ...ending(story, person), ...change } }),
  withdraw: (story, person, change) => ({ action: 'withdraw', input: { reason, ...ending(story, person), ...change } }),
  leaveShared: (_story, _person, change) => ({
    action: 'leaveShared',
    input: { reason, finalCents: 0, ...change },
  }),
  declareConflict: (story, person, change) => ({
    action: 'declareConflict',
    input: { reason, ...ending(story, person), ...change },
  }),
  cancel: (_story, _person, change) => ({ action: 'cancel', input: { reason, ...change } }),
  hold: (_story, _person, change) => ({ action: 'hold', input: { reason, ...change } }),
  resume: (_story, _person, change) => ({ action: 'resume', input: { reason, ...change } }),
  extend: (_story, _person, change) => ({ action: 'extend', input: { reason, days: 10, ...change } }),
  arbitrate: (story, person, change) => ({
    action: 'arbitrate',
    input: { reason, ...ending(story, person), ...change },
  }),
  closeWithout: (story, person, change) => ({
    action: 'closeWithout',
    input: { reason, missing: 'report', ...ending(story, person), ...change },
  }),
  reopen: (_story, _person, change) => ({ action: 'reopen', input: { reason, ...change } }),
  giveFeedback: (_story, _person, change) => ({
    action: 'giveFeedback',
    input: { answers: satisfied, ...change },
  }),
  proposeAmendment: (story, person, change) => {
    const devis = change.devis ?? devisOf(story, person, 4_000_00, 'amended');
    return { action: 'proposeAmendment', input: { reason, split: evenSplit(story, devis), ...change, devis } };
  },
  validateAmendment: (story, person, change) => {
    const share = shareOf(story, person);
    const before = share?.subsidyCents ?? 0;
    const amended = share?.amendment ?? { shareCents: 0, fundedCents: 0 };
    return {
      action: 'validateAmendment',
      input: {
        number: story.missionIfAny?.openAmendment?.number ?? 0,
        ...proposedSplit(amended, story.remaining(person.laureateId ?? '') + before),
        ...change,
      },
    };
  },
  refuseAmendment: (_story, _person, change) => ({ action: 'refuseAmendment', input: { reason, ...change } }),
  depositInvoice: (story, person, change) => {
    const laureateId = change.laureateId ?? invoiceable(story);
    const file = { piece: 'invoice', laureateId } as const;
    return {
      action: 'depositInvoice',
      input: {
        laureateId,
        fileId: story.deposit(person, `invoice-${laureateId}-${Object.keys(story.invoices).length}`, file),
        number: `F-${story.missionId}-${Object.keys(story.invoices).length + 1}`,
        date: dayOf(story.now),
        amountCents: story.shares[laureateId] ? Math.max(1, dueCents(story.share(laureateId))) : 1,
        ...change,
      },
    };
  },
  recordPayment: (story, person, change) => {
    const invoice = invoiceOf(story, person, (one) => one.status !== 'paid');
    return {
      action: 'recordPayment',
      input: {
        invoiceId: invoice?.id ?? 'none',
        day: dayOf(story.now),
        paidCents: invoice?.amountCents ?? 1,
        ...change,
      },
    };
  },
  recordUnpaid: (story, person, change) => ({
    action: 'recordUnpaid',
    input: {
      reason,
      invoiceId: invoiceOf(story, person, (one) => one.status === 'deposited')?.id ?? 'none',
      ...change,
    },
  }),
  cancelPayment: (story, person, change) => ({
    action: 'cancelPayment',
    input: { reason, invoiceId: invoiceOf(story, person, (one) => one.status === 'paid')?.id ?? 'none', ...change },
  }),
  remind: () => ({ action: 'remind', input: {} }),
  snoozeReminders: (story, _person, change) => ({
    action: 'snoozeReminders',
    input: { until: addWorkingDays(dayOf(story.now), 1, story.settings), ...change },
  }),
  passDeadline: () => ({ action: 'passDeadline', input: {} }),
  expire: () => ({ action: 'expire', input: {} }),
};

/** A devis with VAT at 20 % for `total`, deposited by `person`. */
export function devisOf(story: Story, person: Person, total: number, name = 'devis'): DevisInput {
  const excludingVatCents = Math.round(total / 1.2);
  return {
    fileId: story.deposit(person, name),
    number: 'D-2024-07',
    validUntil: '2024-12-31',
    issuer: null,
    amounts: totalsOnly(excludingVatCents, total - excludingVatCents),
  };
}

/** The last laureate that may be invoiced: of a shared mission, the one that left or came second. */
function invoiceable(story: Story): string {
  const validated = Object.values(story.shares).filter(({ status }) => status === 'committed' || status === 'settled');
  return validated.at(-1)?.laureateId ?? 'atelier';
}

function invoiceOf(story: Story, person: Person, wanted: (invoice: Invoice) => boolean): Invoice | undefined {
  return Object.values(story.invoices).findLast(
    (one) =>
      one.missionId === story.missionId &&
      (person.laureateId === null || one.laureateId === person.laureateId) &&
      wanted(one),
  );
}

function activeIds(story: Story): string[] {
  return story.missionIfAny ? activeParticipants(story.missionIfAny).map(({ laureateId }) => laureateId) : [];
}

function evenSplit(story: Story, devis: DevisInput): Record<string, number> {
  const ids = activeIds(story);
  const each = Math.floor(devis.amounts.includingVatCents / Math.max(1, ids.length));
  const parts = ids.map((id, index) => [id, index === 0 ? 0 : each] as const);
  const rest = devis.amounts.includingVatCents - sum(parts.map(([, cents]) => cents));
  return Object.fromEntries(parts.map(([id, cents], index) => [id, index === 0 ? rest : cents]));
}

function shareOf(story: Story, person: Person) {
  return person.laureateId === null ? undefined : story.shares[person.laureateId];
}

function fullFinals(story: Story): Record<string, number> {
  const open = activeIds(story).flatMap((id) => story.shares[id] ?? []);
  return Object.fromEntries(
    open.map((share) => [share.laureateId, share.status === 'committed' ? inForce(share).shareCents : 0]),
  );
}

/** Half of the work is paid; nothing when the expert leaves on its own. */
function ending(story: Story, person: Person): { finals: Record<string, number> } {
  const half = Object.entries(fullFinals(story)).map(([id, cents]) => [id, Math.floor(cents / 2)] as const);
  const isExpert = person.actor(0).kind === 'expert';
  return { finals: Object.fromEntries(half.map(([id, cents]) => [id, isExpert ? 0 : cents])) };
}
