import { parseArgs } from 'node:util';
import { type Target, targetOf, targetUsage, unreadOption } from '../target.ts';

const commands = ['check', 'export', 'restore', 'rehead'] as const;
export type LedgerCommand = (typeof commands)[number];

export interface LedgerOptions extends Target {
  readonly command: LedgerCommand;
  /** Null only for `check`: every laureate. */
  readonly laureateId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
  readonly byName: string;
}

export const usage = `npm run ledger -- check   [--laureate ID]
npm run ledger -- export  --laureate ID --to export.json
npm run ledger -- restore --laureate ID --from export.json --reason "…" --by "Prénom Nom"
npm run ledger -- rehead  --laureate ID --reason "…" --by "Prénom Nom"

${targetUsage}

La marche à suivre est dans docs/ledger-repair.md.
`;

/** A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[], environment: NodeJS.ProcessEnv): LedgerOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...commandLine],
      allowPositionals: true,
      options: Object.fromEntries(
        ['laureate', 'from', 'to', 'reason', 'by', 'project'].map((name) => [name, { type: 'string' as const }]),
      ),
    });
    const command = commands.find((name) => name === positionals[0]);
    if (command === undefined || positionals.length > 1) return `Dites quoi faire : ${commands.join(', ')}.`;
    const text = (name: string) => (typeof values[name] === 'string' ? values[name] : null);
    const target = targetOf(text('project'), environment);
    if (target === null) return 'Dites dans quel projet : --project NOM.';
    const laureateId = text('laureate');
    if (command !== 'check' && laureateId === null) return 'Dites de quel lauréat : --laureate ID.';
    const repairs = command === 'restore' || command === 'rehead';
    const [reason, byName] = [text('reason') ?? '', text('by') ?? ''];
    if (repairs && (reason.trim() === '' || byName.trim() === ''))
      return 'Une réparation a une raison et un auteur : --reason, --by.';
    const [from, to] = [text('from'), text('to')];
    if (command === 'restore' && from === null) return 'Donnez la sauvegarde : --from export.json.';
    if (command === 'export' && to === null) return 'Dites où écrire la sauvegarde : --to export.json.';
    return { command, laureateId, from, to, reason, byName, ...target };
  } catch (error) {
    return unreadOption(error);
  }
}
