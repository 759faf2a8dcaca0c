import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { functionsFolder } from '../build/functions.ts';
import { foreground, root } from '../commands.ts';
import { textOfOptional } from '../optional-file.ts';
import { readOptions, usage } from './options.ts';
import { parametersFile } from './parameters.ts';
import { runDeploy } from './run.ts';

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else {
  const file = parametersFile(options.project);
  const text = await textOfOptional(join(root, file));
  process.exitCode = await runDeploy(options, {
    node: process.version,
    uncommitted: await git('status', '--porcelain').then((said) => said?.split('\n').filter(Boolean) ?? null),
    commit: ((await git('rev-parse', '--short', 'HEAD')) ?? '').trim(),
    parameters: text === null ? null : parseEnv(text),
    parametersText: text ?? '',
    run: foreground,
    writeParameters: (complete) => writeFile(join(functionsFolder, file), complete),
    say: (line) => console.log(line),
  });
}

/** What Git says; null where this folder is in none. */
async function git(...values: string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', values, { cwd: root });
    return stdout;
  } catch {
    return null;
  }
}
