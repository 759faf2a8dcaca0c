import * as z from 'zod';
import type { DeadMailCause } from '../domain/incidents/dead-mails.ts';

type RefusedWhat = Extract<DeadMailCause, 'address' | 'message'>;

/** What nodemailer attaches to its errors, as far as the verdict needs it. */
const failureSchema = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
  permanent: z.boolean().optional(),
  command: z.string().optional(),
});

const causes: Readonly<Record<string, string>> = {
  EAUTH: 'Le serveur de courriel a refusé notre mot de passe.',
  ECONNECTION: 'La connexion au serveur de courriel a été coupée.',
  ESOCKET: 'Le serveur de courriel n’a pas pu être joint.',
  EDNS: 'Le nom du serveur de courriel n’a pas été trouvé.',
  ETIMEDOUT: 'Le serveur de courriel n’a pas répondu à temps.',
  EABORT: 'Le serveur de courriel n’a pas répondu à temps.',
  ETLS: 'La connexion au serveur de courriel n’a pas pu être chiffrée.',
};

/** Refusals of these are about the mail itself; a 5xx to our greeting or password says nothing about it, and all mails would die of it. */
const aboutTheMail = ['EENVELOPE', 'EMESSAGE'];

const LONGEST_ANSWER = 200;

export type Failed =
  | { readonly outcome: 'retry'; readonly reason: string }
  | { readonly outcome: 'dead'; readonly cause: RefusedWhat; readonly reason: string };

/** The verdict on a failed attempt: a permanent refusal of this mail is `dead`, all else is worth another attempt. */
export function failureOf(error: unknown): Failed {
  const parsed = failureSchema.safeParse(error);
  const failure = parsed.success ? parsed.data : {};
  const { code = '', responseCode, response, permanent = false } = failure;
  const answered = responseCode === undefined ? '' : anonymous(response ?? String(responseCode));
  if (!aboutTheMail.includes(code) || answered === '') {
    const cause = causes[code] ?? 'L’envoi a échoué.';
    return { outcome: 'retry', reason: answered === '' ? cause : `${cause} ${answered}` };
  }
  const reason = `Le serveur de courriel a refusé le message : ${answered}`;
  return permanent ? { outcome: 'dead', cause: refusedBy(failure), reason } : { outcome: 'retry', reason };
}

/**
 * Enhanced codes of RFC 3463 that are about the recipient: its mailbox, its domain, or the way to it. 5.1.7 and 5.1.8 are about the sender,
 * 5.2.3 and 5.6 about the message, 5.7 about what the server thinks of us.
 */
const aboutTheRecipient = /^\d{3}[ -]5\.(?:1\.(?:[0-6]|9|10)|2\.[0-2]|4\.[14])(?!\.?\d)/;
const anyEnhanced = /^\d{3}[ -]5\.\d{1,3}\.\d{1,3}/;
/** Without one, the plain code says it where the recipient was named; 554 there is a policy more often than a missing mailbox. */
const plainlyTheRecipient: readonly (number | undefined)[] = [550, 551, 552, 553, 556];

/** What a permanent refusal is about. A server may only know the recipient once it has the message, hence not the command alone. */
function refusedBy({ responseCode, response = '', command }: z.infer<typeof failureSchema>): RefusedWhat {
  const isTheAddress = anyEnhanced.test(response)
    ? aboutTheRecipient.test(response) && command !== 'MAIL FROM'
    : command === 'RCPT TO' && plainlyTheRecipient.includes(responseCode);
  return isTheAddress ? 'address' : 'message';
}

/** Servers repeat the address they refuse; reasons are kept and logged, so it is masked. */
function anonymous(answer: string): string {
  return answer
    .replace(/\S+@\S+/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_ANSWER);
}
