import * as z from 'zod';
import type { Lookup } from '../lookup.ts';
import type { Ask } from './answer.ts';
import type { CloudWorld } from './world.ts';

const described = z.object({ projectNumber: z.string() });
const billed = z.object({ billingAccountName: z.string().startsWith('billingAccounts/') });

interface Named {
  readonly project: string;
  readonly bucket: string | null;
  readonly parameters: CloudWorld['parameters'];
  readonly ask: Ask;
  readonly lookup: Lookup;
}

/** What the checks need to know of a project before they ask anything: its number, who pays, which of Firebase's two names its bucket has. */
export async function worldOf({ bucket, ...named }: Named): Promise<CloudWorld> {
  const { project, ask } = named;
  const [about, account] = await Promise.all([
    ask(['projects', 'describe', project]),
    ask(['billing', 'projects', 'describe', project]),
  ]);
  const number = described.safeParse(about.kind === 'said' ? about.value : null).data?.projectNumber ?? null;
  const paid = billed.safeParse(account.kind === 'said' ? account.value : null).data?.billingAccountName;
  return {
    ...named,
    number,
    billingAccount: paid?.slice('billingAccounts/'.length) ?? null,
    bucket: bucket ?? (await madeByFirebase(project, ask)),
  };
}

/** `appspot.com` until 2024, `firebasestorage.app` since; the new one when neither answers. */
async function madeByFirebase(project: string, ask: Ask): Promise<string> {
  const [recent, former] = [`${project}.firebasestorage.app`, `${project}.appspot.com`];
  if ((await ask(['storage', 'buckets', 'describe', `gs://${recent}`, '--raw'])).kind === 'said') return recent;
  const older = await ask(['storage', 'buckets', 'describe', `gs://${former}`, '--raw']);
  return older.kind === 'said' ? former : recent;
}
