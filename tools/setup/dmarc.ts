import { type Finding, missing, ok, type SetupWorld, wrong } from './check.ts';
import { tagsOf } from './dkim.ts';

/** What receivers do with a mail that neither SPF nor DKIM vouches for, and whom they tell. */
export async function judgeDmarc({ domain, lookup }: SetupWorld): Promise<Finding> {
  const example = `v=DMARC1; p=quarantine; rua=mailto:dmarc@${domain}`;
  for (const name of namesFor(domain)) {
    const records = (await lookup.texts(name)).filter((text) => /^v=DMARC1\b/i.test(text));
    const [record] = records;
    if (record === undefined) continue;
    if (records.length > 1) return wrong(`${records.length} enregistrements sous ${name}`, 'Gardez-en un seul.');
    return judgePolicy(tagsOf(record), name === `_dmarc.${domain}`);
  }
  return missing(`rien sous _dmarc.${domain}`, `Créez un TXT, par exemple : ${example}`);
}

/** A domain without a policy of its own has the one of the domain above. */
function namesFor(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_label, first) => `_dmarc.${labels.slice(first).join('.')}`);
}

function judgePolicy(tags: ReadonlyMap<string, string>, isOwn: boolean): Finding {
  // Of a domain above, another policy may be said for those below.
  const policy = ((isOwn ? undefined : tags.get('sp')) ?? tags.get('p') ?? '').toLowerCase();
  const reports = tags.get('rua') ?? '';
  if (!['none', 'quarantine', 'reject'].includes(policy))
    return wrong(`politique « ${policy} » inconnue`, 'Écrivez p=none, p=quarantine ou p=reject.');
  if (reports !== '' && !/^mailto:[^\s@]+@[^\s@]+/i.test(reports))
    return wrong('rua n’est pas une adresse', 'Écrivez rua=mailto:dmarc@votre-domaine.fr.');
  if (policy === 'none' && reports === '')
    return wrong(
      'p=none, sans rapport',
      'Ajoutez rua=mailto:… : ainsi, rien n’est demandé à personne et personne ne vous prévient.',
    );
  if (policy === 'none')
    return ok('p=none, avec rapports', 'Quand les rapports sont bons pendant un mois, passez à p=quarantine.');
  return reports === ''
    ? ok(`p=${policy}`, 'Ajoutez rua=mailto:… pour savoir qui écrit en votre nom.')
    : ok(`p=${policy}, avec rapports`);
}
