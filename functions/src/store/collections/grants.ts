import * as z from 'zod';
import { type Grant, grantEndsAt } from '../../domain/missions/facts.ts';
import { collection } from '../collection.ts';
import { id, instant } from '../fields.ts';

/** `laureates/{l}/grants/{uid}`. `untilMs` is the latest end of its missions, written with them: rules can't take a maximum. */
const schema = z.object({
  laureateId: id,
  uid: id,
  expertId: id,
  missions: z.record(id, instant),
  active: z.boolean(),
  untilMs: instant,
});

const stored = collection((laureateId: string, uid: string) => `laureates/${laureateId}/grants/${uid}`, schema);

export const GRANTS = 'grants';
export const grantsOf = (laureateId: string) => `laureates/${laureateId}/grants`;

export const grants = {
  ...stored,
  write: (grant: Grant) => stored.write({ ...grant, missions: { ...grant.missions }, untilMs: grantEndsAt(grant) }),
};
