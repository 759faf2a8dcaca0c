import { parseArgs } from 'node:util';
import { isEmail } from '../../functions/src/domain/email.ts';
import { readSmtpSettings, type SmtpSettings } from '../../functions/src/mail/settings.ts';
import { unreadOption } from '../target.ts';
import type { SetupWorld } from './check.ts';

export type SetupOptions = Omit<SetupWorld, 'lookup' | 'whyNoServer'> & { readonly dnsServer: string | null };

export const usage = `npm run setup -- --from adresse@domaine.fr [--selector MOT] [--spf-include DOMAINE] [--dns ADRESSE]

  Vérifie ce qui fait arriver les courriels : SPF, DKIM, DMARC, le MX du domaine et le serveur d’envoi. N’écrit rien, n’envoie rien.

  --from           l’adresse qui envoie ; sinon MAIL_FROM
  --selector       le sélecteur DKIM donné par le fournisseur d’envoi ; sinon DKIM_SELECTOR
  --spf-include    ce que le fournisseur demande d’inclure dans SPF ; sinon le serveur de SMTP_HOST est cherché
  --dns            un serveur DNS à interroger (127.0.0.1:5353) ; sinon ceux de cette machine

Le serveur d’envoi est essayé si SMTP_HOST, SMTP_PORT, SMTP_USER et SMTP_PASSWORD sont dans l’environnement.
Code 1 : quelque chose manque ou est à corriger ; 0 sinon. Ce qui n’a pas pu être vérifié est dit.
`;

/** A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[], environment: NodeJS.ProcessEnv): SetupOptions | string {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: {
        from: { type: 'string' },
        selector: { type: 'string' },
        'spf-include': { type: 'string' },
        dns: { type: 'string' },
      },
    });
    const from = values.from ?? environment.MAIL_FROM ?? '';
    if (!isEmail(from)) return 'Dites de quelle adresse partent les courriels : --from adresse@domaine.fr.';
    return {
      domain: from.slice(from.lastIndexOf('@') + 1).toLowerCase(),
      selector: values.selector ?? (environment.DKIM_SELECTOR || null),
      spfInclude: values['spf-include'] ?? null,
      relayHost: environment.SMTP_HOST || null,
      smtp: smtpIn({ ...environment, MAIL_FROM: from }),
      dnsServer: values.dns ?? null,
    };
  } catch (error) {
    return unreadOption(error);
  }
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
