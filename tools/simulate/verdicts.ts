import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../commands.ts';

const emulator = () => `http://${z.string().min(1).parse(process.env.FIRESTORE_EMULATOR_HOST)}`;

/** The rules of the repository, for the project of a simulation: an emulator that another command started knows them for its own alone. */
export async function enforceRules(projectId: string): Promise<void> {
  const content = await readFile(join(root, 'firestore.rules'), 'utf8');
  const answer = await fetch(`${emulator()}/emulator/v1/projects/${projectId}:securityRules`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } }),
  });
  if (!answer.ok) throw new Error(`the rules were not taken: ${answer.status} ${await answer.text()}`);
}

/** Whether the rules show a document to somebody who has just signed in: emulators take a token that nobody signed, production does not. */
export async function readAs(projectId: string, uid: string, path: string): Promise<boolean> {
  const documents = `${emulator()}/v1/projects/${projectId}/databases/(default)/documents`;
  const answer = await fetch(`${documents}/${path}`, {
    headers: { authorization: `Bearer ${tokenOf(projectId, uid)}` },
  });
  const { status } = answer;
  await answer.body?.cancel();
  if (status !== 200 && status !== 403) throw new Error(`${path}: ${status}`);
  return status === 200;
}

function tokenOf(projectId: string, uid: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  const claims = {
    ...{ iss: `https://securetoken.google.com/${projectId}`, aud: projectId, sub: uid, user_id: uid },
    ...{ auth_time: now, iat: now, exp: now + 3_600 },
    firebase: { sign_in_provider: 'custom', identities: {} },
  };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}
