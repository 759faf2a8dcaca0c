/**
 * The request that a code is awaited for, kept with the tab: a phone that opens the mail may unload this page behind it, and the field must be
 * there when the person comes back.
 */
export interface KeptRequest {
  readonly requestId: string;
  readonly address: string;
  readonly askedAt: number;
}

const key = 'sur-mesure.sign-in';
/** As long as a code lives. */
const keptMs = 10 * 60 * 1000;

export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function isKept(value: unknown): value is KeptRequest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'requestId' in value &&
    typeof value.requestId === 'string' &&
    'address' in value &&
    typeof value.address === 'string' &&
    'askedAt' in value &&
    typeof value.askedAt === 'number'
  );
}

export function keptRequest(storage: TabStorage, now: number): KeptRequest | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    return isKept(kept) && now - kept.askedAt < keptMs ? kept : undefined;
  } catch {
    // Storage may be closed (private browsing): the page works as long as it stays open.
    return undefined;
  }
}

/** Undefined forgets it. */
export function keepRequest(storage: TabStorage, request: KeptRequest | undefined): void {
  try {
    if (request === undefined) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(request));
  } catch {
    // As above.
  }
}
