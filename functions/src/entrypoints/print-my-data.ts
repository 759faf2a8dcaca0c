import type { Firestore } from 'firebase-admin/firestore';
import { roleLabels } from '../domain/actor.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Myself } from '../domain/my-data/exported.ts';
import { categories, ends, keepWords, reasons } from '../domain/retention/categories.ts';
import { frenchList } from '../domain/written-french.ts';
import { get } from '../store/collection.ts';
import { type Account, accounts } from '../store/collections/accounts.ts';
import { experts } from '../store/collections/experts.ts';
import { laureates } from '../store/collections/laureates.ts';
import { settingsInForce } from '../store/collections/settings.ts';

interface Printed {
  readonly me: Myself;
  readonly now: Instant;
  readonly origin: string;
}

/** The summary of what is kept of one person: 3 reads at most, and the engine of documents, which is loaded here only. */
export async function printMyData(firestore: Firestore, { me, now, origin }: Printed): Promise<Uint8Array> {
  const [account, { programmeName, contact }, { renderDocument }] = await Promise.all([
    get(firestore, accounts, me.uid),
    settingsInForce(firestore),
    import('../documents/render.ts'),
  ]);
  const context = {
    ...{ programme: programmeName, originalAddress: `${origin}/mes-donnees`, name: me.name },
    facts: [
      { label: 'Adresse de courriel', value: me.email },
      { label: 'Téléphone', value: me.phone ?? 'aucun' },
      { label: 'Rôle', value: account === null ? 'aucun' : await rolesOf(firestore, account) },
    ],
    kept: Object.values(categories).map(({ holds, keep, end, reason }) => ({
      ...{ holds, length: keepWords(keep), end: ends[end], reason: reasons[reason] },
    })),
    contact: [contact.name, contact.email, contact.phone].filter((word) => word !== '').join(', '),
  };
  return renderDocument('my-data', context, { issuedAtMs: now });
}

async function rolesOf(firestore: Firestore, { kind, memberships, expertId }: Account): Promise<string> {
  if (kind === 'expert') {
    const company = expertId === null ? null : await get(firestore, experts, expertId);
    return `${roleLabels.expert}${company === null ? '' : `, ${company.company}`}`;
  }
  if (kind !== 'laureate') return roleLabels[kind];
  const roles = memberships.map(async ({ laureateId, role }) => {
    const laureate = await get(firestore, laureates, laureateId);
    return `${roleLabels[role]} de ${laureate?.name ?? laureateId}`;
  });
  return frenchList(await Promise.all(roles));
}
