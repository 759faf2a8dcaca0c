import { readByHand } from './licences.ts';
import { keyOf, type LockedPackage } from './lockfile.ts';

interface Component {
  readonly type: 'library' | 'application';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly ({ license: { id: string } } | { expression: string })[];
  readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
}

/** The bill in CycloneDX 1.5, without a date or a number of its own: the same sources make the same file. */
export function billOf(
  product: { readonly version: string; readonly licence: string },
  needed: readonly LockedPackage[],
) {
  const ours: Component = {
    type: 'application',
    ...{ 'bom-ref': 'sur-mesure', name: 'sur-mesure', version: product.version },
    ...{ purl: `pkg:npm/sur-mesure@${product.version}`, licenses: licensesOf(product.licence) },
  };
  return {
    ...{ $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json', bomFormat: 'CycloneDX', specVersion: '1.5' },
    version: 1,
    metadata: { component: ours },
    components: needed.map(componentOf),
    dependencies: [
      { ref: 'sur-mesure', dependsOn: needed.map(keyOf) },
      ...needed.map((one) => ({ ref: keyOf(one), dependsOn: one.needs })),
    ],
  };
}

/** @throws Error when nobody has read the licence of a package. */
export function licenceOf({ name, licence }: Pick<LockedPackage, 'name' | 'licence'>): string {
  const read = licence ?? readByHand[name];
  if (read === undefined) throw new Error(`${name} names no licence: read its text, then add it to licences.ts.`);
  return read;
}

function componentOf(one: LockedPackage): Component {
  const { name, version, integrity } = one;
  const component: Component = {
    type: 'library',
    ...{ 'bom-ref': keyOf(one), name, version, purl: purlOf(one) },
    licenses: licensesOf(licenceOf(one)),
  };
  const [, hash] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  if (hash === undefined) return component;
  return { ...component, hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] };
}

const licensesOf = (licence: string) =>
  licence.includes(' ') ? [{ expression: licence }] : [{ license: { id: licence } }];

/** The scope of a name is written with its « @ » as an address has it. */
const purlOf = ({ name, version }: LockedPackage) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
