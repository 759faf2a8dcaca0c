import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderDocument } from '../../functions/src/documents/render.ts';
import { contextOf, issuedAtMs, type PeerDocument, peerDocument } from './document.ts';
import { limitOf } from './limit.ts';

/** One engine in its own process, as on a server: makes the documents asked for and answers the milliseconds they took. */

type Work = () => unknown;
type Prepare = (index: number) => Work | Promise<Work>;
type Render = (document: PeerDocument) => Promise<Uint8Array> | Uint8Array;

const isRender = (value: unknown): value is Render => typeof value === 'function';

const own: Readonly<Record<string, Prepare>> = {
  ours: (index) => {
    const context = contextOf(index);
    return () => renderDocument('diagnostic', context, { issuedAtMs });
  },
  limit: (index) => limitOf(renderDocument('diagnostic', contextOf(index), { issuedAtMs })),
};

async function peer(name: string): Promise<Prepare> {
  const module: object = await import(pathToFileURL(join(import.meta.dirname, 'peers', `${name}.js`)).href);
  const render = 'render' in module ? module.render : undefined;
  if (!isRender(render)) throw new Error(`bench/pdf/peers/${name}.js exports no render function`);
  return (index) => {
    const document = peerDocument(index);
    return () => render(document);
  };
}

const name = process.argv[2] ?? '';
const prepare = own[name] ?? (await peer(name));

async function made(from: number, count: number): Promise<Work[]> {
  const works: Work[] = [];
  for (let index = 0; index < count; index += 1) works.push(await prepare(from + index));
  return works;
}

process.on('message', async ({ from, count }: { from: number; count: number }) => {
  // As many untimed: the other engines had the processor meanwhile, and its caches. After one alone, an engine that works in a few hundred KB
  // (the limit) was warm again, and one that fills the young generation of the heap (all others) was not: the ratio said who had waited.
  const untimed = await made(from + count, count);
  const works = await made(from, count);
  for (const work of untimed) await work();
  const start = performance.now();
  for (const work of works) await work();
  process.send?.((performance.now() - start) / count);
});
process.send?.('ready');
