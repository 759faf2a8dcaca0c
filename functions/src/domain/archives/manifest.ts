import { formatInstant, type Instant } from '../calendar.ts';
import type { ArchiveScope } from './archive.ts';

export const MANIFEST = 'manifest.json';
export const MANIFEST_HASH = 'manifest.sha256';
export const README = 'LISEZ-MOI.txt';
/** Folder of the proofs, in that of each mission (of a laureate, for those whose mission is not in the archive), and file of the lines of a subsidy: what the check of an archive reads again. */
export const PROOFS = 'Preuves';
export const LEDGER_FILE = 'Subvention/Registre.json';

/** What a manifest says before its list of files. A change of its shape is a new `format`. */
export interface ManifestHead {
  readonly format: 1;
  readonly title: string;
  readonly madeAt: Instant;
  readonly madeFor: string;
}

export interface ManifestFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** A document that the service kept and could not give as it was kept. */
export interface MissingFile {
  readonly path: string;
  readonly sha256: string;
  readonly reason: string;
}

/** A manifest, a file a line, by pieces: it is as long as the archive has files. */
export async function* manifestText(
  head: ManifestHead,
  files: AsyncIterable<ManifestFile>,
  missing: readonly MissingFile[],
): AsyncIterable<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"files":[`;
  let separator = '\n';
  for await (const { path, size, sha256 } of files) {
    yield `${separator}${JSON.stringify({ path, size, sha256 })}`;
    separator = ',\n';
  }
  yield `\n],"missing":${JSON.stringify(missing)}}\n`;
}

const heldOfProgramme = [
  '- « Documents » : les fichiers tels qu’ils ont été déposés, toutes leurs versions.',
  `- « ${PROOFS} » : l’enregistrement de chaque décision, avec l’empreinte de ce qui a été validé.`,
  '- « Journal » : tout ce qui s’est passé, en tableau (CSV) et pour un programme (JSON).',
  '- « Exceptions » : ce qui a été fait au nom de quelqu’un, décidé par l’équipe, corrigé, ou clos sans une pièce.',
  '- « Subvention » : chaque ligne du registre, chaînée à la précédente.',
];
const heldOfPerson = [
  '- « Mes données.pdf » : ce qui est gardé de vous, pourquoi et combien de temps.',
  '- « Données » : chaque enregistrement où vous figurez (JSON). Les données des autres personnes y sont masquées.',
  '- « Documents » : les fichiers que vous avez déposés, toutes leurs versions.',
];

/** For Notepad too: its line ends, and a mark of UTF-8. */
export function readmeText({ title, madeAt, madeFor }: ManifestHead, kind: ArchiveScope['kind'] = 'programme'): string {
  const lines = [
    title,
    `Archive préparée le ${formatInstant(madeAt)} pour ${madeFor}. Elle contient ce que cette personne pouvait lire alors.`,
    '',
    'CE QU’ELLE CONTIENT',
    ...(kind === 'person' ? heldOfPerson : heldOfProgramme),
    `- « ${MANIFEST} » : la taille et l’empreinte SHA-256 de chaque fichier ; « missing » nomme ceux qui n’ont pas pu être donnés.`,
    '',
    'LA VÉRIFIER, SANS RÉSEAU NI CE SERVICE',
    'Avec le code source du service et Node : npm run verify -- archive.zip',
    `Avec d’autres outils : l’empreinte SHA-256 de « ${MANIFEST} » est dans « ${MANIFEST_HASH} » (sha256sum -c ${MANIFEST_HASH}), et celle de chaque fichier dans « ${MANIFEST} ».`,
    'La page où l’archive a été demandée montre aussi l’empreinte du manifeste : gardée ailleurs, elle prouve que rien n’a été changé.',
    '',
    'Cette archive contient des données personnelles : ne la gardez pas plus longtemps qu’il ne faut.',
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
