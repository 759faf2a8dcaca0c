import { parseArgs } from 'node:util';
import { basePorts, host } from '../emulators/ports.ts';

export const commands = ['check', 'export', 'restore', 'rehead'] as const;
export type LedgerCommand = (typeof commands)[number];

export interface LedgerOptions {
  readonly command: LedgerCommand;
  /** Null only for `check`: every laureate. */
  readonly laureateId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
  readonly byName: string;
  readonly project: string;
  readonly emulator: string | null;
}

export const usage = `npm run ledger -- check   [--laureate ID]
npm run ledger -- export  --laureate ID --to export.json
npm run ledger -- restore --laureate ID --from export.json --reason "…" --by "Prénom Nom"
npm run ledger -- rehead  --laureate ID --reason "…" --by "Prénom Nom"

  --project NOM    le projet Firebase ; un nom en « demo- » vise les émulateurs de cette machine

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
    const project = text('project') ?? environment.GCLOUD_PROJECT ?? environment.GOOGLE_CLOUD_PROJECT;
    if (!project) return 'Dites dans quel projet : --project NOM.';
    const laureateId = text('laureate');
    if (command !== 'check' && laureateId === null) return 'Dites de quel lauréat : --laureate ID.';
    const repairs = command === 'restore' || command === 'rehead';
    const [reason, byName] = [text('reason') ?? '', text('by') ?? ''];
    if (repairs && (reason.trim() === '' || byName.trim() === ''))
      return 'Une réparation a une raison et un auteur : --reason, --by.';
    const [from, to] = [text('from'), text('to')];
    if (command === 'restore' && from === null) return 'Donnez la sauvegarde : --from export.json.';
    if (command === 'export' && to === null) return 'Dites où écrire la sauvegarde : --to export.json.';
    const demonstration = project.startsWith('demo-') ? `${host}:${basePorts.firestore}` : null;
    return {
      command,
      laureateId,
      from,
      to,
      reason,
      byName,
      project,
      emulator: environment.FIRESTORE_EMULATOR_HOST || demonstration,
    };
  } catch (error) {
    return `Option inconnue ou incomplète (${error instanceof Error ? error.message : String(error)}).`;
  }
}
