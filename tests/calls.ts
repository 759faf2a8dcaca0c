import { z } from 'zod';
import type { ApiContract, ApiName } from '../functions/src/domain/api.ts';
import { type Refusal, refuse } from '../functions/src/domain/refusal.ts';
import { origin } from './suite.ts';

const failure = z.object({
  error: z.object({ message: z.string(), details: z.object({ code: z.string() }).optional(), status: z.string() }),
});

/** Calls a function as a page does, over HTTP through Hosting. A refusal is a value here too; anything else unforeseen throws. */
export async function call<Name extends ApiName>(
  name: Name,
  input: ApiContract[Name]['input'],
  token: string | null,
): Promise<ApiContract[Name]['output'] | Refusal> {
  const response = await fetch(`${origin}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ data: input }),
  });
  const body: unknown = await response.json();
  const failed = failure.safeParse(body);
  if (failed.success)
    return refuse(failed.data.error.details?.code ?? failed.data.error.status, failed.data.error.message);
  return outputOf<Name>(body);
}

/** The same call where a refusal would be a fault of the test. */
export async function expectCall<Name extends ApiName>(
  name: Name,
  input: ApiContract[Name]['input'],
  token: string | null,
): Promise<ApiContract[Name]['output']> {
  const answer = await call(name, input, token);
  if (typeof answer === 'object' && 'refused' in answer)
    throw new Error(`${name} was refused: ${answer.code} (${answer.message})`);
  return answer;
}

/** The code of a refusal; null of any other answer. */
export function codeOf(answer: object | Refusal): string | null {
  return 'refused' in answer ? answer.code : null;
}

/** The contract's own type, once the envelope is checked: the functions under test are what gives it its shape. */
function outputOf<Name extends ApiName>(body: unknown): ApiContract[Name]['output'] {
  if (!isEnvelope<Name>(body)) throw new Error(`not a callable's answer: ${JSON.stringify(body).slice(0, 200)}`);
  return body.result;
}

function isEnvelope<Name extends ApiName>(body: unknown): body is { result: ApiContract[Name]['output'] } {
  return typeof body === 'object' && body !== null && 'result' in body;
}
