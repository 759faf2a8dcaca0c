import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { declaredParams } from 'firebase-functions/params';
import { z } from 'zod';
import '../../functions/src/entrypoints/environment.ts';
import { root } from '../commands.ts';
import { textOfOptional } from '../optional-file.ts';

/** Something that the code asks of a deployment. */
export interface Parameter {
  readonly name: string;
  /** Kept in Secret Manager, never in a file. */
  readonly isSecret: boolean;
  /** What it is when nothing is given; null when something must be. */
  readonly byDefault: string | null;
}

const declared = z.array(
  z.object({
    name: z.string(),
    options: z.object({ default: z.string().optional() }).optional(),
    constructor: z.custom<{ type: string }>(
      (value) => typeof value === 'function' && 'type' in value && typeof value.type === 'string',
    ),
  }),
);

/** Those of `entrypoints/environment.ts`, read from the code itself: no list beside it can be late. */
export function parametersOfCode(): readonly Parameter[] {
  return declared.parse(declaredParams).map(({ name, options, constructor: made }) => ({
    ...{ name, isSecret: made.type === 'secret' },
    byDefault: options?.default ?? null,
  }));
}

/** The names of those that a file of parameters must give, and does not. */
export function absentParameters(
  parameters: readonly Parameter[],
  given: Readonly<Record<string, string | undefined>>,
): string[] {
  return parameters
    .filter(({ name, isSecret, byDefault }) => !isSecret && byDefault === null && !given[name]?.trim())
    .map(({ name }) => name);
}

/** The file of parameters of a project: beside `.env.example`, and never in Git. */
export const parametersFile = (project: string) => `.env.${project}`;

/** What it gives; null when there is no such file. */
export async function parametersIn(project: string): Promise<Readonly<Record<string, string | undefined>> | null> {
  const text = await textOfOptional(join(root, parametersFile(project)));
  return text === null ? null : parseEnv(text);
}
