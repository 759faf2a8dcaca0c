import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../commands.ts';
import { billOf } from './bill.ts';
import { lockfileSchema, neededBy } from './lockfile.ts';

/** `npm run sbom`: writes to dist/sbom.cdx.json all that the functions and the pages are made of, with licences and hashes, from package-lock.json alone. */
const workspaces = ['functions', 'web'];
const productSchema = z.object({ version: z.string(), license: z.string() });
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

export function currentBill() {
  const { version, license } = productSchema.parse(readJson('package.json'));
  const needed = neededBy(lockfileSchema.parse(readJson('package-lock.json')), workspaces);
  return billOf({ version, licence: license }, needed);
}

if (import.meta.main) {
  const bill = currentBill();
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`dist/sbom.cdx.json: ${bill.components.length} packages`);
}
