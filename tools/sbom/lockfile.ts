import { z } from 'zod';

const entrySchema = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
  peerDependenciesMeta: z.record(z.string(), z.unknown()).default({}),
});

export const lockfileSchema = z.object({ packages: z.record(z.string(), entrySchema) });
export type Lockfile = z.output<typeof lockfileSchema>;

/** A package at one version, wherever its copies stand. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string | null;
  /** As npm writes it: « sha512-… ». */
  readonly integrity: string | null;
  /** Keys of what it needs, as `keyOf` makes them. */
  readonly needs: readonly string[];
}

export const keyOf = ({ name, version }: Pick<LockedPackage, 'name' | 'version'>) => `${name}@${version}`;

/**
 * All that these workspaces need when they run, at any depth, sorted. `npm sbom --omit=dev` was tried first: it leaves out what a workspace needs
 * and the root needs for its tests too (nodemailer, zod, firebase), which is half of what matters.
 */
export function neededBy(lockfile: Lockfile, workspaces: readonly string[]): LockedPackage[] {
  const found = new Map<string, LockedPackage>();
  const pending = [...workspaces];
  for (const path of pending) {
    const places = placesNeededBy(lockfile, path);
    pending.push(...places.filter((place) => !pending.includes(place)));
    if (!workspaces.includes(path)) add(found, lockfile, path, places);
  }
  return [...found.values()].toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function add(found: Map<string, LockedPackage>, lockfile: Lockfile, path: string, places: readonly string[]): void {
  const one = packageAt(lockfile, path);
  const needs = places.map((place) => keyOf(packageAt(lockfile, place)));
  const known = found.get(keyOf(one))?.needs ?? [];
  found.set(keyOf(one), { ...one, needs: [...new Set([...known, ...needs])].toSorted() });
}

function packageAt({ packages }: Lockfile, path: string): LockedPackage {
  const { version, license, integrity } = packages[path] ?? {};
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (version === undefined) throw new Error(`package-lock.json gives no version to ${path}.`);
  return { name, version, licence: license ?? null, integrity: integrity ?? null, needs: [] };
}

/**
 * Our own workspaces are followed through their own line. What a platform or a host may leave out is taken where it is there; so is what a package
 * uses if it finds it (`debug` takes `supports-color`), since a bundle then holds it.
 */
function placesNeededBy(lockfile: Lockfile, path: string): string[] {
  const entry = lockfile.packages[path];
  if (entry === undefined) throw new Error(`package-lock.json has no ${path}.`);
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = entry;
  const mayLack = { ...peerDependenciesMeta, ...peerDependencies, ...optionalDependencies };
  return Object.keys({ ...mayLack, ...dependencies }).flatMap((name) => {
    const place = placeOf(lockfile, path, name);
    if (place === undefined && !(name in mayLack)) throw new Error(`package-lock.json has no ${name} for ${path}.`);
    return place === undefined || lockfile.packages[place]?.link === true ? [] : [place];
  });
}

/** As Node looks for it: beside, then each folder above. */
function placeOf({ packages }: Lockfile, path: string, name: string): string | undefined {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return undefined;
  }
}
