import { parseArgs } from 'node:util';

export interface VerifyOptions {
  readonly proof: string;
  readonly file: string;
  /** PEM files: certificates of the programme's seal and of the time-stamp authority, or of those that issued them. */
  readonly certificates: readonly string[];
}

export const usage = `npm run verify -- preuve.json fichier.pdf [--certificate certificat.pem]…

  preuve.json      la preuve, exportée depuis la page de la mission
  fichier.pdf      un des fichiers validés, ou l’attestation
  --certificate    un certificat auquel se fier : celui du cachet du programme, celui de l’autorité d’horodatage

Sans réseau. Code 0 : tout ce qui a été vérifié concorde ; 1 : quelque chose ne concorde pas ; 2 : on ne peut pas conclure.
`;

/** A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[]): VerifyOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...commandLine],
      allowPositionals: true,
      options: { certificate: { type: 'string', multiple: true } },
    });
    const [proof, file, ...others] = positionals;
    if (!proof || !file || others.length > 0) return 'Donnez une preuve et un fichier.';
    return { proof, file, certificates: values.certificate ?? [] };
  } catch (error) {
    return `Option inconnue ou incomplète (${error instanceof Error ? error.message : String(error)}).`;
  }
}
