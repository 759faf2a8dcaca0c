import { parseArgs } from 'node:util';

export type VerifyOptions = (OfProof | OfArchive) & {
  /** PEM files: certificates of the programme's seal and of the time-stamp authority, or of those that issued them. */
  readonly certificates: readonly string[];
};

interface OfProof {
  readonly proof: string;
  readonly file: string;
}

interface OfArchive {
  readonly archive: string;
  /** SHA-256 of its manifest, as the page showed it; null when nobody kept it. */
  readonly manifest: string | null;
}

export const usage = `npm run verify -- preuve.json fichier.pdf [--certificate certificat.pem]…
npm run verify -- archive.zip [--manifest empreinte] [--certificate certificat.pem]…

  preuve.json      la preuve, exportée depuis la page de la mission
  fichier.pdf      un des fichiers validés, ou l’attestation
  archive.zip      une archive préparée par le service
  --manifest       l’empreinte du manifeste, telle que la page de l’archive l’a montrée
  --certificate    un certificat auquel se fier : celui du cachet du programme, celui de l’autorité d’horodatage

Sans réseau. Code 0 : tout ce qui a été vérifié concorde ; 1 : quelque chose ne concorde pas ; 2 : on ne peut pas conclure.
`;

/** A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[]): VerifyOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...commandLine],
      allowPositionals: true,
      options: { certificate: { type: 'string', multiple: true }, manifest: { type: 'string' } },
    });
    const [first, file, ...others] = positionals;
    const { certificate: certificates = [], manifest = null } = values;
    if (!first || others.length > 0) return 'Donnez une preuve et un fichier, ou une archive.';
    if (file === undefined && first.toLowerCase().endsWith('.zip')) return { archive: first, manifest, certificates };
    if (file === undefined || manifest !== null) return 'Donnez une preuve et un fichier, ou une archive.';
    return { proof: first, file, certificates };
  } catch (error) {
    return `Option inconnue ou incomplète (${error instanceof Error ? error.message : String(error)}).`;
  }
}
