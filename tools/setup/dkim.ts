import { createPublicKey } from 'node:crypto';
import { type Finding, missing, ok, type SetupWorld, unchecked, wrong } from './check.ts';

/** Shorter keys are ignored by receivers (RFC 8301); longer than this they are safe for years. In bits. */
const SHORTEST_KEY = 1_024;
const GOOD_KEY = 2_048;

/** The key by which receivers check the signature of each mail, under the selector that the provider gives. */
export async function judgeDkim({ domain, selector, lookup }: SetupWorld): Promise<Finding> {
  if (selector === null)
    return unchecked(
      'sélecteur inconnu',
      'Donnez celui de votre fournisseur d’envoi avec --selector : c’est le mot avant « ._domainkey ».',
    );
  const name = `${selector}._domainkey.${domain}`;
  const records = (await lookup.texts(name)).filter((text) => /(^|;)\s*p=/i.test(text));
  const [record] = records;
  if (record === undefined) return nothingAt(name, await lookup.aliases(name));
  if (records.length > 1) return wrong(`${records.length} clés sous ${name}`, 'Gardez la seule clé en service.');
  const tags = tagsOf(record);
  if (tags.get('p') === '')
    return wrong('clé révoquée', `Demandez une nouvelle clé à votre fournisseur et publiez-la sous ${name}.`);
  if ((tags.get('t') ?? '').split(':').includes('y'))
    return wrong(
      'clé à l’essai (t=y)',
      'Retirez « t=y » : les destinataires ne tiennent pas compte d’une clé à l’essai.',
    );
  return judgeKey(tags.get('k') ?? 'rsa', tags.get('p') ?? '');
}

function nothingAt(name: string, [alias]: readonly string[]): Finding {
  const copy = 'Copiez chez votre hébergeur de domaine l’enregistrement que donne votre fournisseur d’envoi.';
  return alias === undefined
    ? missing(`rien sous ${name}`, copy)
    : wrong(`${name} renvoie à ${alias}, qui n’a pas de clé`, copy);
}

function judgeKey(kind: string, key: string): Finding {
  if (kind.toLowerCase() === 'ed25519') {
    // Raw, without its wrapping; few receivers read it, hence a second key beside it.
    return Buffer.from(key, 'base64').length === 32
      ? ok('clé Ed25519', 'Publiez aussi une clé RSA de 2 048 bits : tous les destinataires ne lisent pas Ed25519.')
      : wrong('clé illisible', 'Copiez-la de nouveau, entière et sans espace.');
  }
  const bits = rsaBits(Buffer.from(key, 'base64'));
  if (bits === null) return wrong('clé illisible', 'Copiez-la de nouveau, entière et sans espace.');
  if (bits < SHORTEST_KEY)
    return wrong(`clé RSA de ${bits} bits`, `Demandez une clé de ${GOOD_KEY} bits : celle-ci est ignorée.`);
  return bits < GOOD_KEY
    ? ok(`clé RSA de ${bits} bits`, `Une clé de ${GOOD_KEY} bits est plus sûre.`)
    : ok(`clé RSA de ${bits} bits`);
}

/** Wrapped as the standard says, or bare as some providers publish it; null when it is no key. */
function rsaBits(der: Buffer): number | null {
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      return createPublicKey({ key: der, format: 'der', type }).asymmetricKeyDetails?.modulusLength ?? null;
    } catch {
      // Not of this shape.
    }
  }
  return null;
}

/** « v=DKIM1; k=rsa; p=… », in any order. */
export function tagsOf(record: string): ReadonlyMap<string, string> {
  return new Map(
    record.split(';').flatMap((tag) => {
      const [, name, value] = /^\s*(\w+)\s*=\s*(.*?)\s*$/s.exec(tag) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.replace(/\s/g, '')] as const];
    }),
  );
}
