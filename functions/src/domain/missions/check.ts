import type { Refusal } from '../refusal.ts';
import type { Command } from './actions.ts';
import type { Facts } from './facts.ts';

/** Judges what an action carries: null, or the refusal in French. */
export type Check = (facts: Facts, command: Command) => Refusal | null;
