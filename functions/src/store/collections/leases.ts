import * as z from 'zod';
import { collection } from '../collection.ts';
import { instant } from '../fields.ts';

/** `leases/{name}`: who alone does what `name` says, until when. One that ran out is free: its holder died without giving it back. */
const schema = z.object({ holder: z.string().min(1).max(120), until: instant });

export const leases = collection((name: string) => `leases/${name}`, schema);
