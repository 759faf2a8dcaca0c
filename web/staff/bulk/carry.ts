import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { view } from '../../common/api/call.ts';
import { carryDeposit } from '../../common/deposit.ts';
import type { CarryOptions, Deposit, Kept } from '../../common/deposits/queue.ts';

/**
 * Sends one file of a folder, unless the dossier has these very bytes already: a folder chosen again after a cut goes on where it stopped. Each
 * dossier is read once (one request), at its first file.
 */
export function carryOnce() {
  const dossiers = new Map<string, Promise<readonly FileRow[] | Refusal>>();
  const filesOf = (laureateId: string) => {
    const asked =
      dossiers.get(laureateId) ??
      view({ name: 'dossier', laureateId }).then((answer) => (isRefusal(answer) ? answer : answer.pieces));
    dossiers.set(laureateId, asked);
    return asked;
  };
  return async (deposit: Deposit, options: CarryOptions): Promise<Kept | Refusal> => {
    const { laureateId } = deposit.target;
    if (laureateId === null || deposit.file === null) return carryDeposit(deposit, options);
    const files = await filesOf(laureateId);
    if (isRefusal(files)) {
      // Asked again at the next attempt.
      dossiers.delete(laureateId);
      return files;
    }
    const sha256 = await printOf(deposit.file);
    const same = files.find((file) => file.sha256 === sha256 && file.withdrawnAt === null);
    return same === undefined ? carryDeposit(deposit, options) : { fileId: same.fileId, before: true };
  };
}

async function printOf(file: File): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
