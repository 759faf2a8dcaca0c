import { Resolver } from 'node:dns/promises';

/** What the DNS says of a name; an empty list where it says that there is nothing. @throws NoAnswer when nobody says anything. */
export interface Lookup {
  readonly texts: (name: string) => Promise<readonly string[]>;
  readonly exchanges: (name: string) => Promise<readonly string[]>;
  readonly addresses: (name: string) => Promise<readonly string[]>;
  /** The name that this one stands for; empty when it stands for itself. */
  readonly aliases: (name: string) => Promise<readonly string[]>;
}

/** The DNS was silent, or refused: nothing is known of the name. */
export class NoAnswer extends Error {}

/** Codes of an answer that says « there is nothing ». */
const nothing = ['ENODATA', 'ENOTFOUND'];

/** `server`: « 127.0.0.1:5353 »; null asks the resolvers of this machine. */
export function lookupAt(server: string | null): Lookup {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (server !== null) resolver.setServers([server]);
  return {
    texts: async (name) => (await found(() => resolver.resolveTxt(name))).map((chunks) => chunks.join('')),
    exchanges: async (name) =>
      (await found(() => resolver.resolveMx(name)))
        .toSorted((one, other) => one.priority - other.priority)
        .map(({ exchange }) => exchange),
    addresses: async (name) => [
      ...(await found(() => resolver.resolve4(name))),
      ...(await found(() => resolver.resolve6(name))),
    ],
    aliases: (name) => found(() => resolver.resolveCname(name)),
  };
}

async function found<Row>(ask: () => Promise<Row[]>): Promise<Row[]> {
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (nothing.includes(code)) return [];
    throw new NoAnswer(code);
  }
}
