import { parseArgs } from 'node:util';
import { isEmail } from '../../functions/src/domain/email.ts';
import { readSmtpSettings, type SmtpSettings } from '../../functions/src/mail/settings.ts';
import { unreadOption } from '../target.ts';
import type { SetupWorld } from './check.ts';

export interface SetupOptions {
  /** What the mails are checked for; null when nobody said from which address they leave, and a project is asked about. */
  readonly mails: Omit<SetupWorld, 'lookup' | 'whyNoServer'> | null;
  /** Null checks the mails alone. */
  readonly project: string | null;
  readonly bucket: string | null;
  readonly firstStaff: { readonly email: string; readonly name: string; readonly replaces: boolean } | null;
  readonly dnsServer: string | null;
}

export const usage = `npm run setup -- --project NOM [--selector MOT] [--spf-include DOMAINE] [--bucket NOM]
npm run setup -- --from adresse@domaine.fr [--selector MOT] [--spf-include DOMAINE] [--dns ADRESSE]
npm run setup -- --project NOM --first-staff adresse@domaine.fr --confirm adresse@domaine.fr --name "Prénom Nom" [--replace]

  Vérifie le projet Firebase (avec le gcloud de cette machine), et ce qui fait arriver les courriels : SPF, DKIM, DMARC, le MX du domaine
  et le serveur d’envoi. N’écrit rien, n’envoie rien : dit ce qui manque, avec la commande qui le corrige.

  --project        le projet Firebase ; ses paramètres sont lus dans .env.NOM
  --bucket         le bucket des fichiers, s’il n’est pas celui que Firebase a nommé
  --first-staff    ouvre le premier compte de l’équipe, et lui seul : les autres sont invités depuis les pages
  --confirm        la même adresse, tapée une seconde fois : qui reçoit ses courriels voit et décide tout
  --replace        coupe le seul compte de l’équipe, si personne ne l’a jamais ouvert (adresse fausse), et le remplace
  --from           l’adresse qui envoie ; sinon MAIL_FROM
  --selector       le sélecteur DKIM donné par le fournisseur d’envoi ; sinon DKIM_SELECTOR
  --spf-include    ce que le fournisseur demande d’inclure dans SPF ; sinon le serveur de SMTP_HOST est cherché
  --dns            un serveur DNS à interroger (127.0.0.1:5353) ; sinon ceux de cette machine

Le serveur d’envoi est essayé si SMTP_HOST, SMTP_PORT, SMTP_USER et SMTP_PASSWORD sont dans l’environnement.
Code 1 : quelque chose manque ou est à corriger ; 0 sinon. Ce qui n’a pas pu être vérifié est dit.
`;

const text = { type: 'string' } as const;

/** `environment`: with a project, its parameters go before those of the machine. A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[], environment: NodeJS.ProcessEnv): SetupOptions | string {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: {
        ...{ project: text, bucket: text, 'first-staff': text, confirm: text, name: text },
        replace: { type: 'boolean', default: false },
        ...{ from: text, selector: text, 'spf-include': text, dns: text },
      },
    });
    const project = values.project ?? null;
    const from = values.from ?? environment.MAIL_FROM ?? '';
    if (!isEmail(from) && (project === null || from !== ''))
      return 'Dites de quelle adresse partent les courriels : --from adresse@domaine.fr.';
    const firstStaff = firstStaffOf({ email: values['first-staff'], ...values }, project);
    if (typeof firstStaff === 'string') return firstStaff;
    const mails = {
      domain: from.slice(from.lastIndexOf('@') + 1).toLowerCase(),
      selector: values.selector ?? (environment.DKIM_SELECTOR || null),
      spfInclude: values['spf-include'] ?? null,
      relayHost: environment.SMTP_HOST || null,
      smtp: smtpIn({ ...environment, MAIL_FROM: from }),
    };
    return {
      ...{ project, firstStaff, mails: from === '' ? null : mails },
      ...{ bucket: values.bucket ?? null, dnsServer: values.dns ?? null },
    };
  } catch (error) {
    return unreadOption(error);
  }
}

interface TypedStaff {
  readonly email?: string | undefined;
  readonly confirm?: string | undefined;
  readonly name?: string | undefined;
  readonly replace: boolean;
}

function firstStaffOf({ email, confirm, name, replace }: TypedStaff, project: string | null) {
  if ([email, confirm, name].every((value) => value === undefined) && !replace) return null;
  if (project === null) return 'Dites dans quel projet : --project NOM.';
  if (email === undefined || !isEmail(email))
    return 'Donnez l’adresse de la personne : --first-staff adresse@domaine.fr.';
  // Whoever reads the mails of this address is the team: a mistyped one may be somebody's.
  if (confirm?.toLowerCase() !== email.toLowerCase())
    return 'Tapez l’adresse une seconde fois, à l’identique : --confirm adresse@domaine.fr.';
  return name?.trim()
    ? { email, name: name.trim(), replaces: replace }
    : 'Dites comment elle s’appelle : --name "Prénom Nom".';
}

/** Null without a password: nobody asked to try the server. */
function smtpIn(environment: NodeJS.ProcessEnv): SmtpSettings | string | null {
  if (!environment.SMTP_PASSWORD) return null;
  try {
    return readSmtpSettings({ SMTP_PORT: '587', ...environment });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
