import { roleLabels } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import type { Organisation } from './people.ts';

/** « Adresse en erreur »: mails sent to an address do not reach the person. Kept with the account until somebody says that they do again. */
export interface AddressProblem {
  readonly at: Instant;
  /** What the server answered, or what staff read in a bounce; never an address. */
  readonly reason: string;
  readonly byName: string;
}

/** Who marks an address that the recipient's own server refused. */
export const markedByTheService = roleLabels.system;

/** What the owner of an address in error is shown on each page, whichever it opens. */
export interface UnreachedReader {
  readonly email: string;
  readonly since: Instant;
  /** One of those the person belongs to, for the button that says that the address is right. */
  readonly organisation: Organisation;
  /** Whom to call to have it changed. */
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
}
