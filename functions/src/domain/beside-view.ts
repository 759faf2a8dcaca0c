import type { Author } from './actor.ts';
import type { ProgrammeDates } from './calendar-files/days.ts';
import type { UnreachedReader } from './people/address-problem.ts';
import type { Theme } from './programme/theme-list.ts';

/** What each view brings besides, so that pages ask nothing more for it. */
export interface BesideView {
  /** Who reads, by the name of today: a device keeps the one of its sign-in, which staff may have corrected since. */
  readonly readBy?: Author | undefined;
  /** Of a reader whose address is marked in error: what its banner says. */
  readonly unreached?: UnreachedReader | undefined;
  /** The list of themes, where staff changed it. */
  readonly themes?: readonly Theme[] | undefined;
  /** Of a home: what the team says there. */
  readonly word?: string | undefined;
  /** Of a home: the dates of the programme, to be taken to a diary. */
  readonly dates?: ProgrammeDates | undefined;
}
