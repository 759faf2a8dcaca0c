import type { X509Certificate } from 'node:crypto';
import { MINUTE } from '../../functions/src/domain/calendar.ts';
import { type CheckedSeal, checkSeal, type SealReport } from '../../functions/src/sealing/check.ts';
import { sealFindings } from '../../functions/src/sealing/findings.ts';
import { checkTimeStamp } from '../../functions/src/sealing/time-stamp/token.ts';
import { sha256 } from '../../functions/src/store/hash.ts';
import { chainHashOf, type ExportedProof, readExported, recordHashOf, stampedHashOf } from './exported.ts';

/** One thing that was looked at. `unknown`: nothing against it, and not enough to say that it holds. `told`: what is not there to be looked at. */
export interface Answer {
  readonly verdict: 'holds' | 'fails' | 'unknown' | 'told';
  readonly sentence: string;
}

export interface VerifyInput {
  readonly proof: string;
  readonly file: Uint8Array;
  readonly known: readonly X509Certificate[];
  /** The text of a PDF; null when it can't be read. */
  readonly textOf: (bytes: Uint8Array) => Promise<string | null>;
}

export const holds = (sentence: string): Answer => ({ verdict: 'holds', sentence });
export const fails = (sentence: string): Answer => ({ verdict: 'fails', sentence });
export const unknown = (sentence: string): Answer => ({ verdict: 'unknown', sentence });
export const told = (sentence: string): Answer => ({ verdict: 'told', sentence });

/** In Paris, to the second, as attestations print it. */
const instants = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Paris' });

/** Everything that a proof and a file say of each other, without the service that made them. */
export async function verify(input: VerifyInput): Promise<Answer[]> {
  const exported = readExported(input.proof);
  if (exported === null) return [unknown('La preuve est illisible : ce n’est pas un export de preuve de ce service.')];
  return [...proofAnswers(exported, input.known), ...(await fileAnswers(exported, input))];
}

/** What a proof says by itself. */
export function proofAnswers(exported: ExportedProof, known: readonly X509Certificate[]): Answer[] {
  return [
    recordAnswer(exported),
    ...(exported.chain ? [chainAnswer(exported, exported.chain)] : []),
    exported.timeStamp ? timeStampAnswer(exported, exported.timeStamp, known) : told(notStampedYet),
  ];
}

const notStampedYet =
  'Cette preuve n’est pas horodatée : personne d’autre que le service ne dit quand elle a été faite.';

/** 0: all holds; 1: something does not; 2: nobody can tell. */
export function exitCodeOf(answers: readonly Answer[]): 0 | 1 | 2 {
  if (answers.some(({ verdict }) => verdict === 'fails')) return 1;
  return answers.some(({ verdict }) => verdict === 'unknown') ? 2 : 0;
}

function recordAnswer(exported: ExportedProof): Answer {
  const { person, at } = exported.proof;
  if (recordHashOf(exported) !== exported.recordHash)
    return fails('L’enregistrement ne correspond plus à son empreinte : il a été modifié.');
  const who = `${person.name}, ${person.organisation}, ${instants.format(at)} (heure de Paris)`;
  return holds(`L’enregistrement correspond à son empreinte : ${who}.`);
}

function chainAnswer(exported: ExportedProof, chain: NonNullable<ExportedProof['chain']>): Answer {
  return chainHashOf(exported, chain) === chain.hash
    ? holds(`L’enregistrement est bien le n° ${chain.sequence} de la chaîne.`)
    : fails('L’enregistrement n’est pas à sa place dans la chaîne : son maillon a été modifié.');
}

/** Two clocks are never the same, and an authority may say the second alone. A day is stamped an hour after it is over. */
const CLOCKS_DIFFER = MINUTE;

function timeStampAnswer(
  { proof, chain, recordHash }: ExportedProof,
  timeStamp: NonNullable<ExportedProof['timeStamp']>,
  known: readonly X509Certificate[],
): Answer {
  if (!timeStamp.hashes.includes(chain?.hash ?? recordHash))
    return fails('L’horodatage joint ne porte pas sur cet enregistrement.');
  const content = Buffer.from(stampedHashOf(timeStamp), 'hex');
  const found = checkTimeStamp(Buffer.from(timeStamp.token, 'base64'), { sha256: content, nonce: null, known });
  if (found.stamped && found.atMs < proof.at - CLOCKS_DIFFER)
    return fails(
      `L’enregistrement se dit plus récent que son horodatage (${instants.format(found.atMs)}, heure de Paris) : l’un des deux est faux.`,
    );
  if (found.stamped) {
    const demonstration = found.demonstration ? ' (certificat de démonstration)' : '';
    return holds(`Horodaté par ${found.authority}${demonstration} : ${instants.format(found.atMs)} (heure de Paris).`);
  }
  if (found.code !== 'unknownAuthority')
    return fails('L’horodatage joint n’est pas bon : il a été modifié ou fabriqué.');
  return unknown('L’horodatage vient d’une autorité qui n’est pas connue ici : donnez son certificat (--certificate).');
}

const unsealed =
  'Ce fichier est l’attestation que l’export désigne, mais elle ne porte pas de cachet : rien ne dit, hors du service, qui l’a faite.';

async function fileAnswers(exported: ExportedProof, { file, known, textOf }: VerifyInput): Promise<Answer[]> {
  const fileHash = sha256(file);
  if (exported.proof.documents.some((document) => document.sha256 === fileHash))
    return [holds(`Identique : ce fichier est un de ceux qui ont été validés (${fileHash}).`)];
  const report = checkSeal(file, known);
  if (report.seals.length === 0 && exported.attestation?.sha256 === fileHash) return [unknown(unsealed)];
  if (report.seals.length === 0)
    return [
      fails(
        `Différent : ce fichier n’est aucun de ceux qui ont été validés, et n’est pas une attestation (${fileHash}).`,
      ),
    ];
  const text = (await textOf(file))?.replaceAll(/\s/g, '') ?? '';
  return [...sealAnswers(report), attestationAnswer(exported, { fileHash, text })];
}

/** An attestation prints names that people chose, among which a hash may be: where the export names a file, another one is not believed for that. */
function attestationAnswer(
  { recordHash, attestation }: ExportedProof,
  { fileHash, text }: { readonly fileHash: string; readonly text: string },
): Answer {
  if (!text.includes(recordHash))
    return fails('Différent : ce document scellé n’est pas l’attestation de cette preuve.');
  return attestation === undefined || attestation.sha256 === fileHash
    ? holds('L’attestation est celle de cette preuve : elle en porte l’empreinte.')
    : unknown('Ce document scellé porte l’empreinte de cette preuve, mais l’export désigne un autre fichier.');
}

/** What is found against the seals of a file, then whose they are. */
export function sealAnswers(report: SealReport): Answer[] {
  const findings = report.findings.map((finding) =>
    finding === 'unknownSigner' || finding === 'unsupported'
      ? unknown(sealFindings[finding])
      : fails(sealFindings[finding]),
  );
  return [...(report.holds ? [] : findings), ...report.seals.map(sealAnswer)];
}

/** What a seal says of itself is worth what was found against it. */
function sealAnswer({ signedBy, sealedAtMs, certificateSha256, demonstration, findings }: CheckedSeal): Answer {
  const at = sealedAtMs === null ? '' : `, ${instants.format(sealedAtMs)} (heure de Paris)`;
  const kind = demonstration ? 'certificat de démonstration' : 'certificat';
  const sentence = `Cachet au nom de ${signedBy ?? 'personne'}${at}, ${kind} ${certificateSha256 ?? 'illisible'}.`;
  return findings.length === 0 ? holds(sentence) : unknown(sentence);
}
