import { readFile, writeFile } from 'node:fs/promises';
import type { Firestore } from 'firebase-admin/firestore';
import * as z from 'zod';
import { isRefusal } from '../../functions/src/domain/refusal.ts';
import { faultSentence } from '../../functions/src/domain/subsidy/ledger-fault.ts';
import { lineSchema } from '../../functions/src/store/collections/ledger.ts';
import { ledgerNow } from '../../functions/src/store/laureates/ledger-reading.ts';
import { laureatesToReconcile } from '../../functions/src/store/laureates/reconciling.ts';
import {
  exportLedger,
  type RepairAsked,
  rebuildHead,
  restoreLines,
} from '../../functions/src/store/laureates/repairing.ts';
import { proofsNow } from '../../functions/src/store/proofs/chain-reading.ts';
import type { LedgerCommand, LedgerOptions } from './options.ts';

export interface LedgerWorld {
  readonly firestore: Firestore;
  readonly now: number;
  readonly newId: () => string;
  readonly say: (text: string) => void;
}

const exported = z.object({ laureateId: z.string(), lines: z.array(lineSchema) });

/** Runs one command; resolves to the exit code: 0 when the ledger holds afterwards. */
export function runLedger(options: LedgerOptions, world: LedgerWorld): Promise<number> {
  return runs[options.command](options, world);
}

const runs: Record<LedgerCommand, (options: LedgerOptions, world: LedgerWorld) => Promise<number>> = {
  check: async ({ laureateId }, { firestore, say }) => {
    const ids = laureateId === null ? await laureatesToReconcile(firestore) : [laureateId];
    let broken = 0;
    for (const id of ids) {
      const { fault: ofLines, lines } = await ledgerNow(firestore, id);
      const fault = ofLines ?? (await proofsNow(firestore, id)).fault;
      if (fault !== null) broken += 1;
      if (fault !== null || laureateId !== null)
        say(`${id} : ${fault === null ? `tout concorde (${lines.length} lignes).` : faultSentence(fault)}`);
    }
    say(`Registres relus : ${ids.length}, à réparer : ${broken}.`);
    return broken === 0 ? 0 : 1;
  },
  export: async ({ laureateId, to }, { firestore, say }) => {
    const found = await exportLedger(firestore, laureateId ?? '');
    if ('kind' in found) {
      say(`Rien n’est exporté : ce registre ne tient pas. ${faultSentence(found)}`);
      return 1;
    }
    await writeFile(to ?? '', `${JSON.stringify(found, null, 2)}\n`);
    say(`Lignes exportées : ${found.lines.length}.`);
    return 0;
  },
  restore: async (options, world) => {
    const file = exported.parse(JSON.parse(await readFile(options.from ?? '', 'utf8')));
    const done = await restoreLines(world.firestore, file, repairOf(options, world));
    if (isRefusal(done)) {
      world.say(done.message);
      return 1;
    }
    world.say(`Lignes remises : ${done.restored.join(', ')}.`);
    if (done.fault !== null) world.say('La tête reste à reconstruire : npm run ledger -- rehead.');
    return done.fault === null ? 0 : 1;
  },
  rehead: async (options, world) => {
    const done = await rebuildHead(world.firestore, repairOf(options, world));
    world.say(isRefusal(done) ? done.message : `Tête reconstruite à la ligne ${done.sequence}.`);
    return isRefusal(done) ? 1 : 0;
  },
};

function repairOf({ laureateId, reason, byName }: LedgerOptions, { now, newId }: LedgerWorld): RepairAsked {
  return { laureateId: laureateId ?? '', reason, byName, now, lineId: newId() };
}
