import { type Finding, missing, ok, type SetupWorld, unchecked, wrong } from './check.ts';

/** A mail that can't be delivered comes back to the address that sent it, and people answer to it all the same. */
export async function judgeReturns({ domain, lookup }: SetupWorld): Promise<Finding> {
  const [first] = await lookup.exchanges(domain);
  const open = `Donnez un MX à ${domain}, et une boîte à l’adresse de MAIL_FROM : les courriels refusés y reviennent.`;
  if (first === undefined) return missing('aucun serveur ne reçoit', open);
  // « Null MX » (RFC 7505): the domain says that it receives nothing.
  if (first === '' || first === '.') return wrong('le domaine dit ne rien recevoir', open);
  return (await lookup.addresses(first)).length === 0
    ? wrong(`${first} n’a pas d’adresse`, 'Corrigez le MX : il nomme un serveur qui n’existe pas.')
    : ok(first);
}

/** The relay lets us in, encrypted. Nothing is sent. */
export async function judgeServer({ smtp, whyNoServer }: SetupWorld): Promise<Finding> {
  if (smtp === null)
    return unchecked(
      'pas de mot de passe',
      'Donnez SMTP_HOST, SMTP_USER, SMTP_PASSWORD et MAIL_FROM pour essayer le serveur.',
    );
  if (typeof smtp === 'string') return wrong('réglages incomplets', smtp);
  const server = `${smtp.host}:${smtp.port}`;
  if (smtp.security === 'none')
    return wrong(`${server}, sans chiffrement`, 'Réglez SMTP_SECURITY sur starttls ou tls.');
  const why = await whyNoServer(smtp);
  return why === null
    ? ok(`${server} répond, chiffré (${smtp.security})`)
    : wrong(server, `${why} Vérifiez SMTP_HOST, SMTP_PORT, SMTP_USER et le mot de passe.`);
}
