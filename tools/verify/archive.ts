import { createHash, type X509Certificate } from 'node:crypto';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import * as z from 'zod';
import { MANIFEST, MANIFEST_HASH } from '../../functions/src/domain/archives/manifest.ts';
import { sha256 } from '../../functions/src/store/hash.ts';
import { Contents } from './archive-contents.ts';
import { type Answer, fails, holds, unknown } from './run.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.object({ path: z.string(), size: z.int().min(0), sha256: hash });
const manifestSchema = z.object({
  format: z.literal(1),
  title: z.string(),
  madeAt: z.number(),
  madeFor: z.string(),
  files: z.array(file),
  missing: z.array(z.object({ path: z.string(), sha256: z.string(), reason: z.string() })),
});
type Manifest = z.infer<typeof manifestSchema>;

export interface ArchiveInput {
  /** SHA-256 of the manifest, kept outside of the archive; null when nobody kept it. */
  readonly manifest: string | null;
  readonly known: readonly X509Certificate[];
}

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

/**
 * Everything that an archive says of itself: its manifest, each file by its bytes, each proof, each ledger line by line, each seal. One file is read
 * at a time, and kept in memory only when it is a proof, a ledger or an attestation.
 */
export async function verifyArchive(path: string, input: ArchiveInput): Promise<Answer[]> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { strictFileNames: true, autoClose: false });
  } catch {
    return [
      unknown('L’archive est illisible : ce n’est pas un fichier ZIP, ou il est incomplet. Téléchargez-la de nouveau.'),
    ];
  }
  try {
    return await answersOf(zip, input);
  } catch {
    return [fails('L’archive est abîmée : sa lecture s’est arrêtée en route. Téléchargez-la de nouveau.')];
  } finally {
    zip.close();
  }
}

async function answersOf(zip: ZipFile, input: ArchiveInput): Promise<Answer[]> {
  const entries = new Map<string, Entry>();
  const twice: Answer[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) twice.push(fails(`« ${entry.fileName} » est deux fois dans l’archive.`));
    entries.set(entry.fileName, entry);
  }
  const text = await textOf(zip, entries.get(MANIFEST));
  const manifest = text === null ? null : read(text);
  if (text === null || manifest === null)
    return [unknown('L’archive n’a pas de manifeste lisible : ce n’est pas une archive de ce service.')];
  const printed = (await textOf(zip, entries.get(MANIFEST_HASH)))?.slice(0, 64) ?? null;
  return [
    ...twice,
    ...manifestAnswers(manifest, sha256(text), { printed, expected: input.manifest }),
    ...(await filesAnswers(zip, entries, manifest, input)),
  ];
}

function read(text: string): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function manifestAnswers(
  { title, madeAt, madeFor, missing }: Manifest,
  found: string,
  { printed, expected }: { readonly printed: string | null; readonly expected: string | null },
): Answer[] {
  const kept = expected?.toLowerCase() ?? null;
  if (found !== printed)
    return [fails('Le manifeste ne correspond plus à l’empreinte écrite à côté de lui : il a été modifié.')];
  if (kept !== null && kept !== found)
    return [
      fails(
        'Le manifeste n’est pas celui dont vous avez donné l’empreinte : l’archive est une autre, ou elle a été modifiée.',
      ),
    ];
  const compared =
    kept === null ? 'comparez-la à celle de la page où l’archive a été préparée' : 'celle que vous avez donnée';
  return [
    holds(
      `« ${title} », préparée le ${day.format(madeAt)} pour ${madeFor}. Empreinte du manifeste : ${found} (${compared}).`,
    ),
    ...missing.map(({ path, reason }) =>
      unknown(`« ${path} » manquait déjà quand l’archive a été préparée. ${reason}`),
    ),
  ];
}

async function filesAnswers(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  manifest: Manifest,
  { known }: ArchiveInput,
): Promise<Answer[]> {
  const listed = new Map(manifest.files.map((one) => [one.path, one]));
  const strangers = [...entries.keys()].filter(
    (path) => !listed.has(path) && path !== MANIFEST && path !== MANIFEST_HASH,
  );
  const answers = strangers.map((path) => fails(`« ${path} » n’est pas dans le manifeste : ce fichier a été ajouté.`));
  const contents = new Contents(new Set(manifest.files.map((one) => one.sha256)), known);
  let same = 0;
  for (const one of manifest.files) {
    const entry = entries.get(one.path);
    const found = entry && (await printOf(zip, entry, contents.keeps(one.path)));
    if (!found) answers.push(fails(`« ${one.path} » est dans le manifeste, et plus dans l’archive.`));
    else if (found.sha256 !== one.sha256)
      answers.push(fails(`« ${one.path} » a changé depuis que l’archive a été préparée.`));
    else {
      same += 1;
      if (found.bytes) contents.look(one.path, found.bytes);
    }
  }
  const sentence = `${same} fichiers sur ${manifest.files.length} sont ceux du manifeste, à l’octet près.`;
  return [
    ...answers,
    ...(same === manifest.files.length ? [holds(sentence)] : [fails(sentence)]),
    ...contents.answers(),
  ];
}

/** The print of a file, and its bytes when they are asked for. */
async function printOf(zip: ZipFile, entry: Entry, keep: boolean): Promise<{ sha256: string; bytes: Buffer | null }> {
  const hashed = createHash('sha256');
  const kept: Buffer[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    hashed.update(piece);
    if (keep) kept.push(Buffer.from(piece));
  }
  return { sha256: hashed.digest('hex'), bytes: keep ? Buffer.concat(kept) : null };
}

async function textOf(zip: ZipFile, entry: Entry | undefined): Promise<string | null> {
  if (entry === undefined) return null;
  return (await printOf(zip, entry, true)).bytes?.toString() ?? null;
}
