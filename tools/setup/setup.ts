import { whyNoServer } from '../../functions/src/mail/transport.ts';
import { lookupAt } from './lookup.ts';
import { readOptions, usage } from './options.ts';
import { runSetup } from './run.ts';

const options = readOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else {
  const { dnsServer, ...asked } = options;
  const world = { ...asked, lookup: lookupAt(dnsServer), whyNoServer };
  process.exitCode = await runSetup(world, (line) => console.log(line));
}
