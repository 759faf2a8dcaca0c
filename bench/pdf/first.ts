import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { peerDocument } from './document.ts';

export interface First {
  /** Age of the process once the document is made: its start and the engine's own are counted. */
  milliseconds: number;
  megabytes: number;
}

const processes = 9;
/** A long document is measured less often: it moves less. */
const longProcesses = 3;

const folder = import.meta.dirname;

/** Each program makes one document and prints how old its process is and what it weighs. */
const report = `console.log(JSON.stringify({ milliseconds: performance.now(), megabytes: process.memoryUsage.rss() / 1e6 }));`;

/** The most that the process ever held, which is what a function is given memory for. */
const peak = `console.log(JSON.stringify({ milliseconds: performance.now(), megabytes: peakKilobytes() / 1e3 }));`;

const programs = {
  ours: `
    import { renderDocument } from ${JSON.stringify(join(folder, '../../functions/src/documents/render.ts'))};
    import { samples, issuedAtMs } from ${JSON.stringify(join(folder, '../../functions/src/documents/samples/samples.ts'))};
    renderDocument('diagnostic', samples.diagnostic, { issuedAtMs });
    ${report}`,
  long: `
    import { peakKilobytes } from ${JSON.stringify(join(folder, '../../functions/src/store/testing/peak-memory.ts'))};
    import { longReport } from ${JSON.stringify(join(folder, 'long.ts'))};
    import { renderDocument } from ${JSON.stringify(join(folder, '../../functions/src/documents/render.ts'))};
    import { issuedAtMs } from ${JSON.stringify(join(folder, '../../functions/src/documents/samples/samples.ts'))};
    renderDocument('report', longReport(), { issuedAtMs });
    ${peak}`,
  pdfkit: `
    import { readFileSync } from 'node:fs';
    import { render } from ${JSON.stringify(join(folder, 'peers/pdfkit.js'))};
    render(JSON.parse(readFileSync(process.argv[2], 'utf8'))).then(() => { ${report} });`,
} as const;

async function bundle(program: string, outfile: string): Promise<void> {
  await build({
    stdin: { contents: program, resolveDir: folder, loader: 'js' },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify: true,
    logLevel: 'error',
    // The font files are found from the module's place; bundled, that is the place it had.
    define: { 'import.meta.url': JSON.stringify(new URL('peers/fonts.js', import.meta.url).href) },
  });
}

function middle(values: readonly First[]): First {
  const sorted = [...values].sort((a, b) => a.milliseconds - b.milliseconds);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (!found) throw new Error('No process answered');
  return found;
}

function measure(program: string, ...given: readonly string[]): First {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...given], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** First document of a fresh process, both engines bundled and minified alike, in turn. */
export async function firstDocuments(): Promise<{ [Engine in 'ours' | 'pdfkit']: First }> {
  const place = mkdtempSync(join(tmpdir(), 'bench-pdf-'));
  const content = join(place, 'document.json');
  writeFileSync(content, JSON.stringify(peerDocument(1)));
  const file = (engine: keyof typeof programs) => join(place, `${engine}.cjs`);
  await bundle(programs.ours, file('ours'));
  await bundle(programs.pdfkit, file('pdfkit'));
  const ours: First[] = [];
  const pdfkit: First[] = [];
  for (let round = 0; round < processes; round += 1) {
    ours.push(measure(file('ours'), content));
    pdfkit.push(measure(file('pdfkit'), content));
  }
  rmSync(place, { recursive: true });
  return { ours: middle(ours), pdfkit: middle(pdfkit) };
}

/** Sixty pages with a table of 1 000 rows, from a fresh process to the bytes. */
export async function longDocument(): Promise<First> {
  const place = mkdtempSync(join(tmpdir(), 'bench-pdf-'));
  const program = join(place, 'long.cjs');
  await bundle(programs.long, program);
  const measured = Array.from({ length: longProcesses }, () => measure(program));
  rmSync(place, { recursive: true });
  return middle(measured);
}
