import type * as z from 'zod';
import { type Check, type Finding, missing, unchecked } from '../check.ts';
import type { Answer } from './answer.ts';
import type { CloudWorld } from './world.ts';

/** One question to the project, and what its answer means. */
interface Row<Shape> {
  readonly name: string;
  /** What `gcloud` is asked; null when it can't be, for want of something another check reports. */
  readonly question: (world: CloudWorld) => readonly string[] | null;
  readonly shape: z.ZodType<Shape>;
  readonly judge: (answer: Shape, world: CloudWorld) => Finding;
  /** When what is asked about does not exist. */
  readonly absent: (world: CloudWorld) => Finding;
}

/** A check that asks `gcloud` once. What can't be read is said to be so: it is no fault of the project. */
export function asking<Shape>({ name, question, shape, judge, absent }: Row<Shape>): Check<CloudWorld> {
  return {
    name,
    judge: async (world) => {
      const asked = question(world);
      if (asked === null) return notAsked;
      const answer = await world.ask(asked);
      if (answer.kind === 'nothing') return absent(world);
      if (answer.kind !== 'said') return unread(answer);
      const read = shape.safeParse(answer.value);
      return read.success
        ? judge(read.data, world)
        : unread({ kind: 'silent', why: `Réponse inattendue à : ${asked.join(' ')}` });
    },
  };
}

const notAsked = unchecked(
  'non demandé',
  'Ce qui le précède n’a pas pu être lu : corrigez d’abord les lignes du dessus.',
);

/** Why nothing could be read, and what would let it be. */
function unread(answer: Exclude<Answer, { kind: 'said' | 'nothing' }>): Finding {
  if (answer.kind === 'denied')
    return unchecked(
      'ce compte n’a pas le droit de le lire',
      `Demandez le rôle « Lecteur » (roles/viewer), puis relancez. ${answer.why}`,
    );
  if (answer.kind === 'disabled')
    return unchecked('le service n’est pas activé', `Activez les services (ligne « Services »). ${answer.why}`);
  return unchecked('pas de réponse', `Installez gcloud, puis : gcloud auth login. ${answer.why}`);
}

/** A command as it is typed: what the shell would read otherwise is quoted. */
export function typed(command: readonly string[]): string {
  return command.map((word) => (/^[\w./:=@,+-]+$/.test(word) ? word : quoted(word))).join(' ');
}

export const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

export const gcloud = ({ project }: CloudWorld, ...command: string[]) =>
  typed(['gcloud', ...command, `--project=${project}`]);

/** Something that is not there, with the one command that puts it there. */
export const lacks = (found: string, world: CloudWorld, ...command: string[]) =>
  missing(found, gcloud(world, ...command));
