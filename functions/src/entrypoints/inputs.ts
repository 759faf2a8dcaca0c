import * as z from 'zod';
import type { ApiContract, FileActionInput, MissionActionInput, UploadRequest } from '../domain/api.ts';
import type { AskedDocument } from '../domain/dossiers/asked-documents.ts';
import { pieceKinds } from '../domain/dossiers/pieces.ts';
import type { Registration, RegistrationUpdate } from '../domain/experts/registration.ts';
import { controlNames } from '../domain/imports/totals.ts';
import { isSiret } from '../domain/laureates/laureate.ts';
import { channelKinds } from '../domain/messages/channels.ts';
import { LARGEST_CENTS } from '../domain/money.ts';
import type { GrantActionInput } from '../domain/people/people.ts';
import { regions } from '../domain/programme/territories.ts';
import { MOST_SUBTHEMES } from '../domain/settings/themes-setting.ts';
import { WHOLE } from '../domain/subsidy/funded.ts';

/** The shapes of what pages send. What the rules allow is the domain's to say; here a wrong type, size or character stops at the door. */
const id = z.string().regex(/^[\w.-]{1,120}$/);
const day = z.iso.date();
const cents = z.int().min(0).max(LARGEST_CENTS);
const line = z.string().max(300);
const text = z.string().max(10_000);
const email = z.email().max(254);
export const answers = z.record(z.string().regex(/^\w{1,60}$/), text);
export const formVersion = z.int().min(1).optional();
const centsByLaureate = z.record(id, cents);
export const subthemes = z.array(id).max(MOST_SUBTHEMES);
const reason = z.string().max(2_000);
const withFinals = z.strictObject({ reason, finals: centsByLaureate });
const withReason = z.strictObject({ reason });
const empty = z.strictObject({});

const handed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('form'), answers, formVersion }),
  z.strictObject({ kind: z.literal('file'), fileId: id }),
]);
const rate = z.int().min(0).max(WHOLE);
export const devis = z.strictObject({
  fileId: id,
  number: line,
  validUntil: day,
  issuer: z.strictObject({ name: line, siret: z.string().regex(/^\d{14}$/) }).nullable(),
  amounts: z.strictObject({
    excludingVatCents: cents,
    vatCents: cents,
    includingVatCents: cents,
    vat: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({
        kind: z.literal('rates'),
        rates: z.array(z.strictObject({ ratePerTenThousand: rate, baseCents: cents, vatCents: cents })).max(10),
      }),
    ]),
    lines: z.array(z.strictObject({ label: line, excludingVatCents: cents, ratePerTenThousand: rate })).max(50),
  }),
});

const askedBy = z.strictObject({ name: line.min(1), how: z.enum(['phone', 'mail', 'letter', 'meeting']) });
const call = {
  operationId: z.uuid(),
  missionId: id.nullable(),
  laureateId: id.nullable(),
  askedBy: askedBy.optional(),
};
const actionOf = <const Name extends string, Shape extends z.ZodType>(action: Name, input: Shape) =>
  z.strictObject({ ...call, action: z.literal(action), input });

export const missionActionInput: z.ZodType<MissionActionInput> = z.discriminatedUnion('action', [
  actionOf(
    'request',
    z.strictObject({
      ...{ expertId: id, subthemes, need: text, needId: id.nullable(), shareWith: z.array(id).max(9) },
      predecessorId: id.nullish(),
    }),
  ),
  actionOf('join', empty),
  actionOf('declineSharing', withReason),
  actionOf('declareNoInterest', z.strictObject({ declares: z.boolean() })),
  actionOf('accept', empty),
  actionOf('decline', withReason),
  actionOf(
    'submitDiagnostic',
    z.strictObject({ diagnostic: handed, devis, plannedStart: day, plannedEnd: day, split: centsByLaureate }),
  ),
  actionOf('retract', withReason),
  actionOf(
    'validate',
    z.strictObject({
      version: z.int(),
      diagnosticSha256: z.string().max(64),
      devisSha256: z.string().max(64),
      subsidyCents: cents,
      ownCents: cents,
      consent: z.boolean(),
      function: line.optional(),
    }),
  ),
  actionOf(
    'recordSignedDevis',
    z.strictObject({
      ...{ reason, version: z.int(), fileId: id, signedBy: line, signedOn: day },
      ...{ subsidyCents: cents, ownCents: cents },
    }),
  ),
  actionOf(
    'sendBack',
    z.strictObject({
      reason,
      version: z.int(),
      reasons: z.array(z.enum(['scope', 'amount', 'dates', 'expired', 'document', 'other'])).max(6),
    }),
  ),
  actionOf('refuse', z.strictObject({ reason, version: z.int() })),
  actionOf('resplit', z.strictObject({ split: centsByLaureate })),
  actionOf('contest', withReason),
  actionOf('submitReport', z.strictObject({ document: handed, finals: centsByLaureate })),
  actionOf('sendBackReport', withReason),
  actionOf('confirmService', z.strictObject({ finalCents: cents, reportNumber: z.int() })),
  actionOf('standDown', z.strictObject({ reason, uid: id })),
  actionOf('endEarly', withFinals),
  actionOf('withdraw', withFinals),
  actionOf('leaveShared', z.strictObject({ reason, finalCents: cents })),
  actionOf('declareConflict', withFinals),
  actionOf('cancel', withReason),
  actionOf('hold', withReason),
  actionOf('resume', withReason),
  actionOf('extend', z.strictObject({ reason, days: z.int() })),
  actionOf('arbitrate', withFinals),
  actionOf(
    'closeWithout',
    z.strictObject({ reason, finals: centsByLaureate, missing: z.enum(['report', 'confirmation', 'feedback']) }),
  ),
  actionOf('reopen', withReason),
  actionOf('giveFeedback', z.strictObject({ answers, formVersion })),
  actionOf('proposeAmendment', z.strictObject({ reason, devis, split: centsByLaureate })),
  actionOf('validateAmendment', z.strictObject({ number: z.int(), subsidyCents: cents, ownCents: cents })),
  actionOf('refuseAmendment', withReason),
  actionOf(
    'depositInvoice',
    z.strictObject({ laureateId: id, fileId: id, number: line, date: day, amountCents: cents }),
  ),
  actionOf('recordPayment', z.strictObject({ invoiceId: id, day, paidCents: cents })),
  actionOf('recordUnpaid', z.strictObject({ reason, invoiceId: id })),
  actionOf('cancelPayment', z.strictObject({ reason, invoiceId: id })),
  actionOf('remind', empty),
  actionOf('snoozeReminders', z.strictObject({ until: day.nullable() })),
  actionOf('passDeadline', empty),
  actionOf('expire', empty),
]);

export const availability = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['now', 'notNow']) }),
    z.strictObject({ kind: z.literal('from'), day }),
  ])
  .nullable();
const registration = {
  name: line.min(1),
  phone: z.string().max(30),
  company: line.min(1),
  siret: z.string().refine(isSiret),
  website: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]),
  publishes: z.strictObject({ email: z.boolean(), phone: z.boolean(), references: z.boolean().optional() }),
  subthemes: subthemes.min(1),
  regions: z.array(z.enum(regions)).min(1).max(18),
  availability: availability.optional(),
  answers,
  formVersion,
  declaresNoInterest: z.boolean(),
};
export const registrationInput: z.ZodType<Registration> = z.strictObject({
  email,
  ...registration,
  invitation: id.nullish(),
});
export const registrationUpdateInput: z.ZodType<RegistrationUpdate> = z.strictObject(registration);

export const uploadInput: z.ZodType<UploadRequest> = z.strictObject({
  piece: z.enum(pieceKinds),
  missionId: id.nullable(),
  laureateId: id.nullable(),
  name: z.string().max(2_000),
  size: z.int().min(0),
  channel: z.enum(channelKinds).nullable().optional(),
  replacesId: id.nullable().optional(),
});

const ofGrant = { laureateId: id, uid: id, reason };
export const grantActionInput: z.ZodType<GrantActionInput> = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['cut', 'restore']), ...ofGrant }),
  z.strictObject({ action: z.literal('extend'), missionId: id, until: day, ...ofGrant }),
]);

export const importInput: z.ZodType<ApiContract['importLaureates']['input']> = z.strictObject({
  csv: z.string().max(2_000_000),
  dryRun: z.boolean(),
  skipBad: z.boolean(),
});

export const importProgrammeInput: z.ZodType<ApiContract['importProgramme']['input']> = z.strictObject({
  kind: z.enum(['experts', 'notes', 'consumption', 'missions']),
  csv: z.string().max(2_000_000),
  fileName: line.min(1),
  dryRun: z.boolean(),
  skipBad: z.boolean(),
  control: z.partialRecord(z.enum(controlNames), cents),
});

export const signInInput = z.strictObject({ email, next: z.string().max(300) });
export const emptyInput = empty;
export const requestCodeInput = z.strictObject({ next: z.string().max(300) });
export const codeInput = z.strictObject({ requestId: id, code: z.string().regex(/^\d{6}$/) });
export const tokenInput = z.strictObject({ token: z.string().min(20).max(100) });
export const fileInput: z.ZodType<ApiContract['openFile']['input']> = z.strictObject({
  fileId: id,
  as: z.enum(['file', 'preview']).optional(),
});
export const fileActionInput: z.ZodType<FileActionInput> = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['share', 'unshare']), fileId: id }),
  z.strictObject({ action: z.literal('withdraw'), fileId: id, reason }),
]);
export const addLinkInput: z.ZodType<ApiContract['addLink']['input']> = z.strictObject({
  missionId: id,
  url: text,
  title: line,
});
export const removeLinkInput = z.strictObject({ missionId: id, linkId: id });
export const makeStatementInput: z.ZodType<ApiContract['makeStatement']['input']> = z.strictObject({
  laureateId: id,
  kind: z.enum(['running', 'closing']),
  operationId: z.uuid(),
});
const askedDocument: z.ZodType<AskedDocument> = z.discriminatedUnion('document', [
  z.strictObject({ document: z.literal('scopingNote'), laureateId: id, version: z.int().min(1).max(10_000) }),
  z.strictObject({ document: z.literal('feedback'), missionId: id, laureateId: id }),
  z.strictObject({ document: z.literal('devisSummary'), missionId: id, laureateId: id.nullable() }),
  z.strictObject({ document: z.literal('summary'), period: id }),
]);
export const makeDocumentInput: z.ZodType<ApiContract['makeDocument']['input']> = z.strictObject({
  asked: askedDocument,
  operationId: z.uuid(),
});
export const compareFileInput: z.ZodType<ApiContract['compareFile']['input']> = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  proofId: id.nullable(),
});
export const uploadStateInput = z.strictObject({ uploadId: id });
