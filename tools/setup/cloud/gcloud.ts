import { execFile } from 'node:child_process';
import { type Answer, type Ask, answerOf } from './answer.ts';

/** Over it, gcloud waits for a network that is not there, or for somebody to answer a question. */
const LONGEST_MS = 60_000;
/** Each is a Python of a hundred megabytes. */
const TOGETHER = 4;
const MOST_OUTPUT = 20_000_000;

/**
 * Asks the `gcloud` of this machine, with the account signed in there. The same question is asked once. A question that is an address is asked of
 * Google's API in that account's name, for what no command of gcloud reads.
 */
export function gcloudOf(project: string, command = 'gcloud'): Ask {
  const asked = new Map<string, Promise<Answer>>();
  const lanes: Promise<unknown>[] = Array.from({ length: TOGETHER }, () => Promise.resolve());
  const inTurn = (question: readonly string[]) => {
    const lane = asked.size % TOGETHER;
    const answer = (lanes[lane] ?? Promise.resolve()).then(() => ask(question, project, command));
    lanes[lane] = answer;
    return answer;
  };
  return (question) => {
    const line = question.join(' ');
    const answer = asked.get(line) ?? inTurn(question);
    asked.set(line, answer);
    return answer;
  };
}

async function ask(question: readonly string[], project: string, command: string): Promise<Answer> {
  const [address = ''] = question;
  if (address.startsWith('https://')) return askApi(address, project, command);
  const { code, output, complaint } = await run(command, [...question, `--project=${project}`, '--format=json']);
  return answerOf(code, output, complaint);
}

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

function run(command: string, line: readonly string[]): Promise<Ended> {
  const env = { ...process.env, CLOUDSDK_CORE_DISABLE_PROMPTS: '1' };
  const limits = { env, timeout: LONGEST_MS, maxBuffer: MOST_OUTPUT };
  return new Promise((resolve) => {
    execFile(command, [...line], limits, (error, output, complaint) => {
      if (error === null) return resolve({ code: 0, output, complaint });
      if (error.code === 'ENOENT')
        return resolve({ code: 127, output, complaint: 'ERROR: gcloud n’est pas installé.' });
      resolve({ code: typeof error.code === 'number' ? error.code : 1, output, complaint });
    });
  });
}

/** The token stays in this process, for this one request. */
async function askApi(address: string, project: string, command: string): Promise<Answer> {
  const { code, output, complaint } = await run(command, ['auth', 'print-access-token']);
  if (code !== 0) return answerOf(code, output, complaint);
  try {
    const headers = { authorization: `Bearer ${output.trim()}`, 'x-goog-user-project': project };
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(LONGEST_MS) });
    const text = await response.text();
    return response.ok ? answerOf(0, text, '') : answerOf(1, '', `HTTPError ${response.status}: ${text}`);
  } catch {
    return { kind: 'silent', why: `${new URL(address).hostname} ne répond pas.` };
  }
}
