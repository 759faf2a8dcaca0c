import * as z from 'zod';
import type { ApiContract } from '../domain/api.ts';
import { rolesOf } from '../domain/people/facts.ts';
import type { Invitation, Organisation, PersonActionInput } from '../domain/people/people.ts';

/** The shapes of what pages send about people: who may do what is in `domain/people/actions.ts`. */
const id = z.string().regex(/^[\w.-]{1,120}$/);
const day = z.iso.date();
const name = z.string().max(120);
const email = z.email().max(254);
const reason = z.string().max(2_000);
/** The journal keeps it in one line with the name of before. */
const besideAName = z.string().max(1_600);
const role = z.enum([...rolesOf.laureate, ...rolesOf.expert, ...rolesOf.team]);

export const organisationInput: z.ZodType<Organisation> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('laureate'), laureateId: id }),
  z.strictObject({ kind: z.literal('expert'), expertId: id }),
  z.strictObject({ kind: z.literal('team') }),
]);

export const invitationInput: z.ZodType<Invitation> = z.strictObject({
  organisation: organisationInput,
  role,
  name,
  email,
  until: day.nullable(),
});

const about = { organisation: organisationInput, uid: id };
export const personActionInput: z.ZodType<PersonActionInput> = z.discriminatedUnion('action', [
  z.strictObject({ ...about, action: z.literal('setRole'), role }),
  z.strictObject({ ...about, action: z.literal('delegate'), from: day, until: day }),
  z.strictObject({ ...about, action: z.literal('endDelegation') }),
  z.strictObject({ ...about, action: z.literal('close'), successorUid: id.nullable(), reason }),
  z.strictObject({ ...about, action: z.literal('reopen'), reason }),
  z.strictObject({ ...about, action: z.literal('switchOff'), reason }),
  z.strictObject({ ...about, action: z.literal('changeEmail'), email, reason }),
  z.strictObject({ ...about, action: z.literal('correctName'), name, reason: besideAName }),
  z.strictObject({ ...about, action: z.literal('flagAddress'), reason }),
  z.strictObject({ ...about, action: z.literal('clearAddressFlag') }),
  z.strictObject({ ...about, action: z.literal('setPhone'), phone: z.string().max(30) }),
  z.strictObject({ ...about, action: z.literal('inviteAgain') }),
]);

export const expertInvitationInput: z.ZodType<ApiContract['inviteExpert']['input']> = z.strictObject({
  laureateId: id,
  email,
  name: name.min(1),
  message: reason,
});
