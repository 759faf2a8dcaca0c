import { DAY } from '@sur-mesure/functions/domain/calendar';
import { pieceKinds } from '@sur-mesure/functions/domain/dossiers/pieces';
import { openSession } from '../session/session.ts';
import type { DepositTarget } from './queue.ts';

/** A file that was sent and whose verdict is awaited: kept on this device, so that the next visit shows what became of it. */
export interface PendingUpload {
  readonly uploadId: string;
  readonly name: string;
  readonly size: number;
  readonly target: DepositTarget;
  readonly at: number;
}

/** The server has judged or forgotten it long before. */
const KEPT_FOR = 7 * DAY;

/** What is kept of a device's storage: whatever is not of this shape, or too old, is left out. */
export function pendingIn(stored: string | null, now: number): readonly PendingUpload[] {
  try {
    const list: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(list) ? list.filter(isPending).filter(({ at }) => now - at < KEPT_FOR) : [];
  } catch {
    return [];
  }
}

function isPending(value: unknown): value is PendingUpload {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: string, type: string) => typeof Reflect.get(value, key) === type;
  const target: unknown = Reflect.get(value, 'target');
  return (
    has('uploadId', 'string') &&
    has('name', 'string') &&
    has('size', 'number') &&
    has('at', 'number') &&
    typeof target === 'object' &&
    target !== null &&
    pieceKinds.some((kind) => kind === Reflect.get(target, 'piece'))
  );
}

/** Whether a deposit goes to this place: the same piece of the same dossier or mission. */
export function sameTarget(a: DepositTarget, b: DepositTarget): boolean {
  const samePlace = a.piece === b.piece && a.missionId === b.missionId && a.laureateId === b.laureateId;
  return samePlace && (a.channel ?? null) === (b.channel ?? null);
}

async function key(): Promise<string> {
  // By person: a device may be shared, and one's file names are one's own.
  return `${(await openSession()).currentUser()?.uid ?? ''}.deposits`;
}

async function change(next: (pending: readonly PendingUpload[]) => readonly PendingUpload[]): Promise<void> {
  const name = await key();
  try {
    localStorage.setItem(name, JSON.stringify(next(pendingIn(localStorage.getItem(name), Date.now()))));
  } catch {
    // A full or forbidden storage costs the reminder: the file itself is on the server.
  }
}

export function rememberUpload(upload: PendingUpload): Promise<void> {
  return change((pending) => [...pending, upload]);
}

export function forgetUpload(uploadId: string): Promise<void> {
  return change((pending) => pending.filter((one) => one.uploadId !== uploadId));
}

/** What was sent to these places during an earlier visit, and not yet judged as far as this device knows. */
export async function pendingUploads(targets: readonly DepositTarget[]): Promise<readonly PendingUpload[]> {
  const name = await key();
  try {
    const pending = pendingIn(localStorage.getItem(name), Date.now());
    return pending.filter(({ target }) => targets.some((one) => sameTarget(one, target)));
  } catch {
    return [];
  }
}
