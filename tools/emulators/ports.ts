import { createServer, type Server } from 'node:net';
import { EmulatorsUnavailable } from './failure.ts';

export const host = '127.0.0.1';

/** What the suite listens on before any offset. Firebase's own defaults, but for hosting: macOS keeps 5000 for AirPlay. */
export const basePorts = {
  ui: 4000,
  hub: 4400,
  logging: 4500,
  functions: 5001,
  hosting: 5050,
  firestore: 8080,
  pubsub: 8085,
  auth: 9099,
  firestoreWebsocket: 9150,
  storage: 9199,
  eventarc: 9299,
  tasks: 9499,
} as const;

export type PortName = keyof typeof basePorts;
export type Ports = Record<PortName, number>;

/** Each command has its own range, so that `npm test` and `npm run bench` work while `npm start` is running. */
export const rangeOf = { start: 0, test: 10_000, bench: 20_000, drill: 15_000 } as const;

const offsetVariable = 'SUR_MESURE_PORT_OFFSET';
const offsetFlag = '--port-offset';

const highestOffset = 65_535 - Math.max(...Object.values(rangeOf)) - Math.max(...Object.values(basePorts));

/** @throws EmulatorsUnavailable when the offset is not a whole number in the range that keeps every port valid. */
function parseOffset(text: string): number {
  const offset = /^\+?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isNaN(offset) || offset > highestOffset) {
    throw new EmulatorsUnavailable(
      `The port offset must be a whole number from 0 to ${highestOffset}, not "${text}" (${offsetFlag} or ${offsetVariable}).`,
    );
  }
  return offset;
}

/** The offset a user asked for: `--port-offset 100`, `--port-offset=100`, or the variable; 0 otherwise. */
export function requestedOffset(commandLine: readonly string[], environment: NodeJS.ProcessEnv): number {
  const joined = commandLine.find((argument) => argument.startsWith(`${offsetFlag}=`))?.slice(offsetFlag.length + 1);
  const index = commandLine.indexOf(offsetFlag);
  const following = index === -1 ? undefined : (commandLine[index + 1] ?? '');
  return parseOffset(joined ?? following ?? (environment[offsetVariable] || '0'));
}

/** The rest of a command line, for a program that knows nothing of ports. */
export function withoutOffset(commandLine: readonly string[]): string[] {
  return commandLine.filter(
    (argument, place) =>
      !argument.startsWith(`${offsetFlag}=`) && argument !== offsetFlag && commandLine[place - 1] !== offsetFlag,
  );
}

/** Every port of the suite for one command, moved by the user's offset. */
export function portsFor(command: keyof typeof rangeOf, offset = 0): Ports {
  return mapPorts((name) => basePorts[name] + rangeOf[command] + offset);
}

export function shiftPorts(ports: Ports, offset: number): Ports {
  return mapPorts((name) => ports[name] + offset);
}

function mapPorts(port: (name: PortName) => number): Ports {
  return {
    ui: port('ui'),
    hub: port('hub'),
    logging: port('logging'),
    functions: port('functions'),
    hosting: port('hosting'),
    firestore: port('firestore'),
    pubsub: port('pubsub'),
    auth: port('auth'),
    firestoreWebsocket: port('firestoreWebsocket'),
    storage: port('storage'),
    eventarc: port('eventarc'),
    tasks: port('tasks'),
  };
}

/** `fetch` and browsers speak to none of these, whatever answers there (the « bad ports » of the Fetch standard, of those that an offset may reach). */
const refusedPorts = new Set([4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080]);

/** False for a port that is taken, or that nothing could be asked at. */
export async function isFree(port: number): Promise<boolean> {
  if (refusedPorts.has(port)) return false;
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => resolve(true));
  });
  if (free) await closed(server);
  return free;
}

const closed = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

/** @throws EmulatorsUnavailable naming every taken port, the emulator that needs it, and an offset that is free. */
export async function requireFreePorts(ports: Ports, needed: readonly PortName[]): Promise<void> {
  const taken = await takenPorts(ports, needed);
  if (taken.length > 0) throw new EmulatorsUnavailable(takenMessage(ports, taken, await freeOffset(ports, needed)));
}

export function takenMessage(ports: Ports, taken: readonly PortName[], freeOffset: number | undefined): string {
  const lines = taken.map((name) => {
    const why = refusedPorts.has(ports[name]) ? 'is refused by browsers' : 'is taken';
    return `Port ${ports[name]} ${why}: the ${name} emulator needs it.`;
  });
  const remedy =
    freeOffset === undefined
      ? 'Stop the program that uses it.'
      : `Stop the program that uses it, or move every port up: add ${freeOffset} to your offset with -- ${offsetFlag} ${freeOffset} (or ${offsetVariable}=${freeOffset}).`;
  return [...lines, remedy].join('\n');
}

async function takenPorts(ports: Ports, needed: readonly PortName[]): Promise<PortName[]> {
  const free = await Promise.all(needed.map((name) => isFree(ports[name])));
  return needed.filter((_, index) => !free[index]);
}

/** Thousands keep the moved ports apart from all of the unmoved; a hundred would put one emulator on the place of another. */
async function freeOffset(ports: Ports, needed: readonly PortName[]): Promise<number | undefined> {
  for (const offset of [1000, 2000, 3000, 4000]) {
    if ((await takenPorts(shiftPorts(ports, offset), needed)).length === 0) return offset;
  }
  return undefined;
}
