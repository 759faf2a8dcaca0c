import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import { root } from '../commands.ts';
import { EmulatorsUnavailable } from '../emulators/failure.ts';
import { startEmulators } from '../emulators/launch.ts';
import { host, portsFor, requestedOffset } from '../emulators/ports.ts';
import { demonstrationSeal } from '../sealing/demonstration-seal.ts';
import { smallSize, wholeSize } from '../seed/programme.ts';
import { connectBackup } from './connection.ts';
import { drillDemonstration, drillExport } from './drilling.ts';
import { type DrillOptions, drillUsage, readDrill } from './options.ts';
import { wipeEmulators } from './wiping.ts';

/** `npm run drill`: see docs/backups.md. On emulators of its own, stopped at the end with all that they held. */
const started = Date.now();
const say = (line: string) => console.log(`[${((Date.now() - started) / 1_000).toFixed(0).padStart(3)} s] ${line}`);
const project = 'demo-sur-mesure-drill';

async function drill({ folder, small }: DrillOptions): Promise<number> {
  const ports = portsFor('drill', requestedOffset(process.argv, process.env));
  const emulators = await startEmulators({
    ...{ projectId: project, ports, only: ['firestore', 'storage'], userInterface: false },
  });
  const temporary = await mkdtemp(join(tmpdir(), 'drill-'));
  try {
    Object.assign(process.env, emulators.env);
    const target = { project, emulator: `${host}:${ports.firestore}` };
    const { firestore, bucket, documents } = connectBackup(target, process.env);
    const seal = await demonstrationSeal(join(root, '.emulators'), started);
    const drilling = {
      place: {
        firestore,
        bucket,
        origin: `http://${host}:${ports.hosting}`,
        signer: async () => readSigner({ ...seal }),
      },
      ...{ documents, project, folder: folder ?? temporary, say },
      wipe: () => wipeEmulators(target, bucket),
    };
    const size = small ? smallSize : wholeSize;
    const holds = await (folder === null
      ? drillDemonstration(drilling, { size, now: started })
      : drillExport(drilling));
    return holds ? 0 : 1;
  } finally {
    await emulators.stop();
    await rm(temporary, { recursive: true, force: true });
  }
}

const options = readDrill(process.argv.slice(2));
if (typeof options === 'string') {
  console.error(`${options}\n\n${drillUsage}`);
  process.exitCode = 1;
} else {
  process.exitCode = await drill(options).catch((error: unknown) => {
    console.error(error instanceof EmulatorsUnavailable ? error.message : error);
    return 1;
  });
}
