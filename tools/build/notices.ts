import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';
import { root } from '../commands.ts';

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });
const FONTS = 'web/fonts/OFL-*.txt';

/**
 * Writes `licences.txt` beside the pages: their code is sent to browsers, without its comments, and each of these licences asks that its notice goes
 * along. Read from what the bundles hold, so that nobody has to think of it.
 */
export function notices(): Plugin {
  return {
    name: 'notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? one.moduleIds : []));
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: noticesOf(packagesOf(modules)) });
    },
  };
}

/** Folders of the packages that these modules are of. */
export function packagesOf(modules: readonly string[]): string[] {
  const folders = modules.flatMap(
    (id) => /^(?:\0)?(\/?.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll(sep, '/'))?.[1] ?? [],
  );
  return [...new Set(folders)].toSorted();
}

/** One text stands once, under all those that have it; a package without a file has its licence named, whose text stands under another. */
export function noticesOf(folders: readonly string[]): string {
  const texts = new Map<string, string[]>();
  const add = (text: string, who: string) => texts.set(text, [...(texts.get(text) ?? []), who]);
  for (const folder of folders) {
    const { name, version, license } = manifestSchema.parse(
      JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
    );
    const [file] = globSync('{LICEN[CS]E,license}*', { cwd: folder }).toSorted();
    const text = file === undefined ? `Licence ${license}.` : readFileSync(join(folder, file), 'utf8').trim();
    add(text, `${name} ${version} (${license})`);
  }
  for (const file of globSync(FONTS, { cwd: root }).toSorted())
    add(readFileSync(join(root, file), 'utf8').trim(), 'Police de caractères (OFL-1.1)');
  const parts = [...texts].map(([text, who]) => `${who.join('\n')}\n\n${text}`);
  return [opening, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`);
}

const opening = `Sur mesure est un logiciel libre, sous licence EUPL-1.2 (European Union Public Licence).
Ses pages contiennent ce qui suit, chacun sous sa propre licence.`;
