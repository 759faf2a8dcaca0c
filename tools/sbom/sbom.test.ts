import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../commands.ts';
import { billOf, licenceOf } from './bill.ts';
import { acceptedLicences, isAccepted, readByHand } from './licences.ts';
import { lockfileSchema, neededBy } from './lockfile.ts';
import { currentBill } from './sbom.ts';

const bill = currentBill();
const keys = bill.components.map((component) => component['bom-ref']);

/** What CycloneDX 1.5 asks of a bill, where ours says something. */
const component = z.strictObject({
  type: z.enum(['library', 'application']),
  'bom-ref': z.string().min(1),
  name: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+/),
  purl: z.string().regex(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d[\w.+-]*$/),
  licenses: z
    .array(
      z.union([
        z.strictObject({ license: z.strictObject({ id: z.string() }) }),
        z.strictObject({ expression: z.string() }),
      ]),
    )
    .min(1),
  hashes: z
    .array(z.strictObject({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) }))
    .optional(),
});
const schema = z.strictObject({
  $schema: z.literal('http://cyclonedx.org/schema/bom-1.5.schema.json'),
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  version: z.literal(1),
  metadata: z.strictObject({ component }),
  components: z.array(component),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
const dependenciesOf = (workspace: string) =>
  Object.entries(manifest.parse(JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8'))).dependencies)
    .filter(([name]) => !name.startsWith('@sur-mesure/'))
    .map(([name, version]) => `${name}@${version}`);

describe('The bill of materials', () => {
  it('has the shape of CycloneDX 1.5, names each package once, and depends on nothing that it does not name', () => {
    expect(schema.parse(bill)).toEqual(bill);
    expect(new Set(keys).size).toBe(keys.length);
    expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it.each(['functions', 'web'])('names every dependency of %s at its version', (workspace) => {
    expect(dependenciesOf(workspace).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('names all that npm finds, with the same hash', () => {
    const options = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--omit=dev', '-w=functions', '-w=web'];
    const written = execFileSync('npm', options, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
    const theirs = z
      .object({ components: z.array(z.object({ purl: z.string(), hashes: z.unknown().optional() })) })
      .parse(JSON.parse(written))
      .components.filter(({ hashes }) => hashes !== undefined);
    expect(theirs.length).toBeGreaterThan(50);
    const ours = new Map(bill.components.map(({ purl, hashes }) => [purl, hashes]));
    expect(theirs.filter(({ purl, hashes }) => JSON.stringify(ours.get(purl)) !== JSON.stringify(hashes))).toEqual([]);
  });

  it('names what a package and our tests need both, which npm leaves out', () => {
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['firebase', 'nodemailer', 'zod']));
    expect(names).not.toEqual(expect.arrayContaining(['vitest']));
  });

  it('fails on a package that the lockfile does not hold', () => {
    const lockfile = lockfileSchema.parse({ packages: { functions: { dependencies: { absent: '1.0.0' } } } });
    expect(() => neededBy(lockfile, ['functions'])).toThrow('package-lock.json has no absent for functions.');
  });
});

describe('The licences of what is deployed', () => {
  const licences = bill.components.flatMap(({ name, licenses }) =>
    licenses.map((one) => [name, 'expression' in one ? one.expression : one.license.id] as const),
  );

  it('may all be shipped inside of a work under EUPL-1.2', () => {
    expect(licences.filter(([, licence]) => !isAccepted(licence))).toEqual([]);
  });

  it('are those of the table, none of which waits for nothing', () => {
    const used = licences.map(([, licence]) => licence);
    expect(Object.keys(acceptedLicences).filter((licence) => !used.includes(licence))).toEqual([]);
  });

  it('were read by hand only where no manifest says one', () => {
    const lockfile = lockfileSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
    const silent = neededBy(lockfile, ['functions', 'web']).filter(({ licence }) => licence === null);
    expect(silent.map(({ name }) => name)).toEqual(Object.keys(readByHand));
    expect(() => licenceOf({ name: 'another', licence: null })).toThrow('another names no licence');
  });

  it('would refuse one that asks for more, and take the better of two', () => {
    expect(isAccepted('SSPL-1.0')).toBe(false);
    expect(isAccepted('(MIT OR GPL-3.0-or-later)')).toBe(true);
  });

  it('are the project’s own, whose text stands beside', () => {
    expect(billOf({ version: '0.1.0', licence: 'EUPL-1.2' }, []).metadata.component.licenses).toEqual([
      { license: { id: 'EUPL-1.2' } },
    ]);
    expect(readFileSync(join(root, 'LICENCE'), 'utf8')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  });
});
