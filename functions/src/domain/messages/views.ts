import type { Instant } from '../calendar.ts';
import type { Side } from '../dossiers/pieces.ts';
import type { FileRow } from '../missions/views.ts';
import type { Channel } from './channels.ts';

/** The channels of a mission that the reader follows. */
export interface Messages {
  readonly missionId: string;
  /** On which side the reader stands; an observer reads as staff do. */
  readonly reader: Side;
  readonly expertName: string;
  /** Those that take part. */
  readonly laureateNames: readonly string[];
  readonly largestFile: number;
  readonly channels: readonly ChannelView[];
}

export interface ChannelView {
  readonly channel: Channel;
  /** As an address and a draft name it. */
  readonly key: string;
  readonly laureateName: string | null;
  /** Why the reader may not write here; null when it may. */
  readonly writeRefusal: string | null;
  readonly readAt: Instant;
  /** Oldest first. */
  readonly messages: readonly MessageRow[];
}

export interface MessageRow {
  readonly messageId: string;
  readonly at: Instant;
  readonly byName: string;
  readonly organisation: string;
  readonly own: boolean;
  /** Empty once withdrawn. */
  readonly text: string;
  readonly files: readonly FileRow[];
  readonly withdrawnAt: Instant | null;
  readonly mayWithdraw: boolean;
}
