import type { Threat } from '../threats.ts';

/** A hostile document and its twin: the same document where the one hostile fact is not. */
export interface Hostile {
  readonly name: string;
  readonly code: Threat;
  readonly make: (hostile: boolean) => Buffer | Promise<Buffer>;
}
