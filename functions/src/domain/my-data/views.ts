import type { AccountKind } from '../access/sessions.ts';
import type { Instant } from '../calendar.ts';
import type { ErasureRequest, ErasureState } from './request.ts';

/** What a person reads of its own data, besides its archive. */
export interface MyDataView {
  readonly uid: string;
  readonly personName: string;
  readonly email: string;
  readonly kind: AccountKind;
  /** Null before it asked for anything. */
  readonly request: Pick<ErasureRequest, 'state' | 'askedAt' | 'decidedAt' | 'reason'> | null;
}

/** A request of erasure, as staff decide on it. */
export interface ErasureRow {
  readonly uid: string;
  /** Empty once it is done: nothing of it is left. */
  readonly personName: string;
  readonly email: string;
  readonly cause: ErasureRequest['cause'];
  readonly state: ErasureState;
  readonly askedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly reason: string;
  /** What to do first, as sentences; none where it may be approved. */
  readonly obstacles: readonly string[];
}
