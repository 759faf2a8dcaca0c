import * as z from 'zod';

/** What nodemailer attaches to its errors, as far as the verdict needs it. */
const failureSchema = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
  permanent: z.boolean().optional(),
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

/** The verdict on a failed attempt: a permanent refusal of this mail is `dead`, all else is worth another attempt. */
export function failureOf(error: unknown): { outcome: 'retry' | 'dead'; reason: string } {
  const parsed = failureSchema.safeParse(error);
  const { code = '', responseCode, response, permanent = false } = parsed.success ? parsed.data : {};
  const outcome = permanent && aboutTheMail.includes(code) ? 'dead' : 'retry';
  const answered = responseCode === undefined ? '' : anonymous(response ?? String(responseCode));
  if (aboutTheMail.includes(code) && answered !== '') {
    return { outcome, reason: `Le serveur de courriel a refusé le message : ${answered}` };
  }
  const cause = causes[code] ?? 'L’envoi a échoué.';
  return { outcome, reason: answered === '' ? cause : `${cause} ${answered}` };
}

/** Servers repeat the address they refuse; reasons are kept and logged, so it is masked. */
function anonymous(answer: string): string {
  return answer
    .replace(/\S+@\S+/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_ANSWER);
}
