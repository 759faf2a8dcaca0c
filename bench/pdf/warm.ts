import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { median } from '../median.ts';

/**
 * Several documents are timed together, for about as long with each of the short ones: on a shared machine whoever works longer without a rest is
 * interrupted more, and a ratio of 20 documents to 20 deflates measured that too.
 */
const engines = [
  { name: 'ours', inARow: 20 },
  { name: 'limit', inARow: 60 },
  { name: 'typst', inARow: 2 },
  { name: 'pdfkit', inARow: 1 },
  { name: 'pdfmake', inARow: 1 },
  { name: 'react-pdf', inARow: 1 },
] as const;

export type EngineName = (typeof engines)[number]['name'];

const rounds = 30;
/** Every engine works this long before it is timed, so that all are compiled: ours is after some 1 600 documents. */
const warmUpMilliseconds = 4_000;

function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const said = (message: unknown) => {
      child.off('exit', gone);
      resolve(message);
    };
    const gone = (code: number | null) => {
      child.off('message', said);
      reject(new Error(`The engine stopped with code ${code}`));
    };
    child.once('message', said);
    child.once('exit', gone);
  });
}

async function ask(child: ChildProcess, from: number, count: number): Promise<number> {
  child.send({ from, count });
  return Number(await answer(child));
}

/**
 * Milliseconds per document, warm, the median of 30 rounds. Each engine has its process, and they are asked in turn:
 * absolute times move with the machine, the ratios of one run much less.
 */
export async function warmTimes(): Promise<ReadonlyMap<EngineName, number>> {
  const program = join(import.meta.dirname, 'worker.ts');
  const workers = engines.map((engine) => ({
    ...engine,
    child: fork(program, [engine.name], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }),
    times: [] as number[],
  }));
  try {
    for (const { child } of workers) await answer(child);
    for (const { child, inARow } of workers) {
      const end = performance.now() + warmUpMilliseconds;
      for (let index = 0; performance.now() < end; index += inARow) await ask(child, index, inARow);
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const { child, inARow, times } of workers) times.push(await ask(child, round * inARow, inARow));
    }
  } finally {
    for (const { child } of workers) child.kill();
  }
  return new Map(workers.map(({ name, times }) => [name, median(times)]));
}
