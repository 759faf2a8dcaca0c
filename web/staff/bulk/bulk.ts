import { type FileMatch, type KnownLaureate, matchFiles } from '@sur-mesure/functions/domain/dossiers/matching';
import { type PieceKind, pieces } from '@sur-mesure/functions/domain/dossiers/pieces';
import { largestFile } from '@sur-mesure/functions/domain/dossiers/quotas';
import { defaultSettings } from '@sur-mesure/functions/domain/programme/settings';
import { acceptedEndings } from '../../common/deposits/accepted.ts';
import type { DepositStep } from '../../common/deposits/queue.ts';
import { fileFault } from '../../common/field/file-fault.ts';

/** A file that the team chose, and where it goes. */
export interface BulkLine {
  readonly path: string;
  readonly file: File;
  /** What the folders and the name said. */
  readonly match: FileMatch;
  /** Null: it stays where it is. */
  readonly laureateId: string | null;
  readonly piece: PieceKind;
}

/** What systems leave in folders, and what Word keeps beside an open document: nobody chose them. */
const leftovers = /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|~\$[^/]*)$/i;

/** What was chosen, each file with the place its path gives it. */
export function bulkLines(files: readonly File[], laureates: readonly KnownLaureate[]): readonly BulkLine[] {
  const chosen = files
    .map((file) => ({ path: file.webkitRelativePath || file.name, size: file.size, file }))
    .filter(({ path }) => !leftovers.test(path));
  const matches = new Map(matchFiles(chosen, laureates).map((match) => [match.path, match]));
  return chosen.flatMap(({ path, file }) => {
    const match = matches.get(path);
    if (match === undefined) return [];
    const found = match.found === 'laureate' ? match : { laureateId: null, piece: 'other' as const };
    return [{ path, file, match, laureateId: found.laureateId, piece: found.piece }];
  });
}

/** Why a file can't go where it is meant to, or undefined. */
export function lineFault({ file, piece }: BulkLine): string | undefined {
  return fileFault(file, acceptedEndings(piece), largestFile(defaultSettings, piece));
}

/** What will be sent: it has a place, and nothing against it. */
export function isReady(line: BulkLine): boolean {
  return line.laureateId !== null && lineFault(line) === undefined;
}

const ways = { siret: 'le SIRET', reference: 'la référence', name: 'le nom' } as const;

/** How a file found its place, or why it found none. */
export function matchWords(match: FileMatch, nameOf: (laureateId: string) => string): string {
  switch (match.found) {
    case 'laureate':
      return `Reconnu par ${ways[match.by]}`;
    case 'several':
      return `Plusieurs manufactures possibles : ${match.laureateIds.map(nameOf).join(', ')}. Dites laquelle.`;
    case 'duplicate':
      return `Même nom et même taille que « ${match.sameAs} » : il n’est envoyé qu’une fois.`;
    case 'nobody':
      return 'Ni SIRET, ni référence, ni nom de manufacture dans son chemin. Dites à qui il est.';
    default:
      return match satisfies never;
  }
}

const outcomes: Record<DepositStep['name'], string> = {
  waiting: 'en attente',
  sending: 'envoi en cours',
  checking: 'envoyé, vérification en cours',
  failed: 'échec',
  kept: 'déposé',
};

export interface ReportLine {
  readonly path: string;
  readonly laureateName: string;
  readonly piece: PieceKind;
  /** Undefined for what was left aside. */
  readonly step: DepositStep | undefined;
  /** Why it was left aside. */
  readonly reason: string;
}

/** What became of each file, for a spreadsheet: UTF-8 with its mark, semicolons, as French Excel reads. */
export function reportCsv(lines: readonly ReportLine[]): string {
  const rows = lines.map(({ path, laureateName, piece, step, reason }) => [
    path,
    laureateName,
    step === undefined ? '' : pieces[piece].label,
    step === undefined ? 'laissé de côté' : step.name === 'kept' && step.before ? 'déjà là' : outcomes[step.name],
    step === undefined ? reason : step.name === 'failed' ? step.message : '',
  ]);
  const header = ['fichier', 'manufacture', 'pièce', 'résultat', 'raison'];
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** Quoted, and never read as a formula: a file may be called « =HYPERLINK(…) ». */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
