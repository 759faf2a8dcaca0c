/** What a command of Google Cloud answered. `why` is Google’s own sentence, in its language, or ours in French where it gave none. */
export type Answer =
  | { readonly kind: 'said'; readonly value: unknown }
  /** What was asked about does not exist. */
  | { readonly kind: 'nothing' }
  /** This account may not read it. */
  | { readonly kind: 'denied'; readonly why: string }
  /** The service that would answer is not enabled in the project. */
  | { readonly kind: 'disabled'; readonly why: string }
  /** Nobody answered: no gcloud, nobody signed in, no network. */
  | { readonly kind: 'silent'; readonly why: string };

/** Asks `gcloud` a question that changes nothing. */
export type Ask = (command: readonly string[]) => Promise<Answer>;

/** In this order: a refusal for want of a service also says « permission denied ». What none of them knows is silence. */
const failures = [
  ['disabled', /SERVICE_DISABLED|has not been used in project|API \[[^\]]+\] not enabled|is disabled\. Enable it/i],
  ['nothing', /NOT_FOUND|HTTPError 404|not found: 404|could not be found|Cannot find service|does not exist/i],
  ['denied', /PERMISSION_DENIED|HTTPError 403|does not have (?:permission|[\w.]+ access)|forbidden/i],
] as const;

/** Reads how `gcloud` ended: its code, what it printed and what it complained of. */
export function answerOf(code: number, output: string, complaint: string): Answer {
  if (code === 0) return said(output);
  const why = firstError(complaint);
  const kind = failures.find(([, words]) => words.test(complaint))?.[0] ?? 'silent';
  return kind === 'nothing' ? { kind } : { kind, why };
}

function said(output: string): Answer {
  try {
    return { kind: 'said', value: JSON.parse(output) };
  } catch {
    return { kind: 'silent', why: 'La réponse n’est pas du JSON.' };
  }
}

function firstError(complaint: string): string {
  const lines = complaint.split('\n').map((line) => line.trim());
  const said = lines.find((line) => line.startsWith('ERROR')) ?? lines.find((line) => line !== '') ?? '';
  // Without the name of the command: the same cause is then the same sentence.
  return said.replace(/^ERROR: (?:\([\w.-]+\) )?/, '').slice(0, 300);
}
