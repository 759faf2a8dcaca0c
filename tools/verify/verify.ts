import type { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { certificatesIn } from '../../functions/src/sealing/certificate.ts';
import { firstPage } from '../../functions/src/store/files/first-page.ts';
import { verifyArchive } from './archive.ts';
import { readOptions, usage, type VerifyOptions } from './options.ts';
import { type Answer, exitCodeOf, verify } from './run.ts';

/** `npm run verify -- preuve.json fichier.pdf`, or `-- archive.zip`: see docs/proof.md. */
const signs = { holds: '✓', fails: '✗', unknown: '?', told: '·' } as const;
const conclusions = ['Tout concorde.', 'Quelque chose ne concorde pas.', 'On ne peut pas conclure.'] as const;

async function read<Value>(path: string, reading: (bytes: Buffer) => Value): Promise<Value> {
  try {
    return reading(await readFile(path));
  } catch {
    throw new Error(`« ${path} » ne peut pas être lu.`);
  }
}

async function run(commandLine: readonly string[]): Promise<number> {
  const options = readOptions(commandLine);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${usage}`);
    return 2;
  }
  const known = await Promise.all(
    options.certificates.map((path) => read(path, (bytes) => certificatesIn(bytes.toString()))),
  );
  const answers = await answersTo(options, known.flat());
  for (const { verdict, sentence } of answers) console.log(`${signs[verdict]} ${sentence}`);
  const code = exitCodeOf(answers);
  console.log(conclusions[code]);
  return code;
}

async function answersTo(options: VerifyOptions, known: readonly X509Certificate[]): Promise<Answer[]> {
  if ('archive' in options) return verifyArchive(options.archive, { manifest: options.manifest, known });
  return verify({
    proof: await read(options.proof, String),
    file: await read(options.file, (bytes) => Uint8Array.from(bytes)),
    known,
    textOf: async (bytes) => (await firstPage(bytes)).text,
  });
}

process.exitCode = await run(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  return 2;
});
