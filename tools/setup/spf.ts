import { BlockList, isIP, isIPv4 } from 'node:net';
import { type Finding, missing, ok, type SetupWorld, wrong } from './check.ts';
import type { Lookup } from './lookup.ts';

/** Beyond these, receivers give up and SPF fails for every mail (RFC 7208, 4.6.4). */
const MOST_LOOKUPS = 10;

/** What a record leads to, once its includes are read. */
export interface Senders {
  readonly networks: BlockList;
  /** Domains included, or redirected to, at any depth. */
  readonly included: Set<string>;
  lookups: number;
  /** What makes SPF fail for every mail, whoever sends it. */
  readonly faults: Finding[];
}

/** Who may send for the domain: one record, that lets the relay send, within ten questions, and refuses others. */
export async function judgeSpf({ domain, lookup, relayHost, spfInclude }: SetupWorld): Promise<Finding> {
  const records = await spfOf(lookup, domain);
  const [record] = records;
  const example = `v=spf1 include:${spfInclude ?? 'spf.votre-fournisseur.fr'} -all`;
  if (record === undefined)
    return missing('aucun enregistrement', `Créez un TXT sur ${domain}, par exemple : ${example}`);
  if (records.length > 1)
    return wrong(
      `${records.length} enregistrements`,
      'Un seul est permis : réunissez-les en un TXT qui inclut tous vos expéditeurs.',
    );
  const senders: Senders = { networks: new BlockList(), included: new Set(), lookups: 0, faults: [] };
  await follow(lookup, domain, record, senders);
  const fault = faultOf(record, senders);
  if (fault !== null) return fault;
  const permission = await permissionOf(lookup, senders, { relayHost, spfInclude });
  if (permission === null) {
    return wrong(
      `n’autorise pas ${spfInclude ?? relayHost}`,
      'Ajoutez l’« include » que donne votre fournisseur d’envoi, puis dites lequel avec --spf-include.',
    );
  }
  const found = `${permission}, ${senders.lookups} ${senders.lookups > 1 ? 'recherches' : 'recherche'} sur ${MOST_LOOKUPS}`;
  return /[?]all\b/.test(record)
    ? ok(found, 'Terminez par « ~all » ou « -all » : « ?all » ne demande rien à personne.')
    : ok(found);
}

function faultOf(record: string, { lookups, faults }: Senders): Finding | null {
  if (/\s\+?all\b/i.test(record))
    return wrong('autorise tout le monde', 'Remplacez « +all » par « -all » : n’importe qui peut écrire en votre nom.');
  if (lookups > MOST_LOOKUPS)
    return wrong(
      `${lookups} recherches, ${MOST_LOOKUPS} au plus`,
      'Retirez les « include » des services que vous n’employez plus.',
    );
  return faults[0] ?? null;
}

/** How the relay may send, in words; null when it may not. Without a relay named, a record that stands is all that can be asked. */
async function permissionOf(
  lookup: Lookup,
  senders: Senders,
  { relayHost, spfInclude }: Pick<SetupWorld, 'relayHost' | 'spfInclude'>,
): Promise<string | null> {
  if (spfInclude !== null) return senders.included.has(spfInclude.toLowerCase()) ? `inclut ${spfInclude}` : null;
  if (relayHost === null) return 'un enregistrement';
  // The server that takes our mails is seldom the one that delivers them: its provider's own record is the usual way.
  const family = familyOf(relayHost);
  const included = [...senders.included].find((name) => familyOf(name) === family);
  if (included !== undefined) return `inclut ${included}`;
  const addresses = await lookup.addresses(relayHost);
  const permitted = addresses.some((address) => senders.networks.check(address, isIPv4(address) ? 'ipv4' : 'ipv6'));
  return permitted ? `autorise ${relayHost}` : null;
}

function familyOf(host: string): string {
  return host.toLowerCase().split('.').slice(-2).join('.');
}

async function spfOf(lookup: Lookup, name: string): Promise<string[]> {
  return (await lookup.texts(name)).filter((text) => /^v=spf1( |$)/i.test(text));
}

/**
 * Reads the terms of a record, and of those it includes. Each term that asks the DNS is counted as receivers count it, again when met again: the
 * limit is also what ends a circle.
 */
async function follow(lookup: Lookup, domain: string, record: string, senders: Senders): Promise<void> {
  for (const term of record.trim().split(/\s+/).slice(1)) {
    const [, name = '', value = ''] = /^[+\-~?]?([a-z0-9]+)[:=/]?(.*)$/i.exec(term) ?? [];
    const read = terms[name.toLowerCase()];
    if (read === undefined)
      senders.faults.push(wrong(`« ${term} » illisible`, 'Corrigez ce mot : il fait échouer SPF.'));
    else await read(lookup, { domain, value, senders });
    if (senders.lookups > MOST_LOOKUPS) return;
  }
}

type Term = (lookup: Lookup, at: { domain: string; value: string; senders: Senders }) => Promise<void>;

const include: Term = async (lookup, { value, senders }) => {
  const name = value.toLowerCase();
  senders.lookups += 1;
  senders.included.add(name);
  // A macro names as many domains as there are senders.
  if (senders.lookups > MOST_LOOKUPS || name.includes('%')) return;
  const [record] = await spfOf(lookup, name);
  if (record !== undefined) return follow(lookup, name, record, senders);
  const advice = 'Corrigez ou retirez cet « include » : il fait échouer SPF.';
  senders.faults.push(wrong(`inclut ${name}, qui n’a pas d’enregistrement`, advice));
};

const nothing: Term = async () => {};
const counted: Term = async (_lookup, { senders }) => {
  senders.lookups += 1;
};

const terms: Readonly<Record<string, Term>> = {
  include,
  redirect: include,
  exists: counted,
  ptr: counted,
  all: nothing,
  exp: nothing,
  a: async (lookup, { domain, value, senders }) => {
    senders.lookups += 1;
    for (const address of await lookup.addresses(hostOf(value) || domain)) permit(senders, address);
  },
  mx: async (lookup, { domain, value, senders }) => {
    senders.lookups += 1;
    for (const exchange of await lookup.exchanges(hostOf(value) || domain))
      for (const address of await lookup.addresses(exchange)) permit(senders, address);
  },
  ip4: async (_lookup, { value, senders }) => permit(senders, value),
  ip6: async (_lookup, { value, senders }) => permit(senders, value),
};

function hostOf(value: string): string {
  return value.split('/')[0] ?? '';
}

function permit({ networks, faults }: Senders, network: string): void {
  const [address = '', length] = network.split('/');
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  const longest = family === 'ipv4' ? 32 : 128;
  const prefix = Number(length ?? longest);
  if (isIP(address) === 0 || !(prefix >= 0 && prefix <= longest))
    faults.push(wrong(`« ${network} » n’est pas une adresse`, 'Corrigez cette adresse : elle fait échouer SPF.'));
  else networks.addSubnet(address, prefix, family);
}
