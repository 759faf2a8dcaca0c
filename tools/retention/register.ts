import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { categories, ends, keepWords, reasons } from '../../functions/src/domain/retention/categories.ts';
import { collectionNames, collections } from '../../functions/src/domain/retention/collections.ts';
import { root } from '../commands.ts';

const BEGIN = '<!-- table: node tools/retention/register.ts -->';
const END = '<!-- /table -->';
const page = join(root, 'docs', 'rgpd.md');

/** The table of retention as the register prints it, with the collections of each row. */
function retentionTable(): string {
  const rows = Object.entries(categories).map(([name, { holds, keep, end, reason }]) => {
    const kept = collectionNames.filter((one) => collections[one].category === name).map((one) => `\`${one}\``);
    return `| ${holds} | ${keepWords(keep)} | ${ends[end]} | ${reasons[reason]} | ${kept.join(', ') || '—'} |`;
  });
  return [
    '| Ce qui est gardé | Combien de temps | Ensuite | Pourquoi | Collections |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** The register with today's table between its marks. */
export function register(text = readFileSync(page, 'utf8')): string {
  const [before, rest = ''] = text.split(BEGIN);
  const [, after] = rest.split(END);
  if (before === undefined || after === undefined) throw new Error('docs/rgpd.md has lost the marks of its table');
  return `${before}${BEGIN}\n\n${retentionTable()}\n\n${END}${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, register());
