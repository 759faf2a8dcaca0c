import type { DevisSampleContext } from '../../functions/src/documents/contexts.ts';
import { fileOf } from '../../functions/src/documents/file.ts';
import { drawFurniture } from '../../functions/src/documents/furniture.ts';
import { readBlocks } from '../../functions/src/documents/markdown.ts';
import type { Used } from '../../functions/src/documents/page.ts';
import { paginate } from '../../functions/src/documents/pagination.ts';
import { renderDocument } from '../../functions/src/documents/render.ts';
import { stripsOf } from '../../functions/src/documents/strips.ts';
import type { Element } from '../../functions/src/documents/structure.ts';
import { addDays, dayOf, type Instant } from '../../functions/src/domain/calendar.ts';
import type { DevisAmounts } from '../../functions/src/domain/subsidy/share.ts';
import { totalsOnly } from '../../functions/src/domain/subsidy/share.ts';
import type { PlannedExpert } from './organisations.ts';
import type { Price } from './programme.ts';
import type { Subject } from './subjects.ts';

const VAT = 0.2;
const DAYS_VALID = 45;

/** Whole cents: prices are whole euros by the half day. */
export function amountsOf({ days, dailyRateCents, withVat }: Price): DevisAmounts {
  const excludingVatCents = Math.round(days * dailyRateCents);
  const vatCents = withVat ? Math.round(excludingVatCents * VAT) : 0;
  return totalsOnly(excludingVatCents, vatCents);
}

export interface DevisOrder {
  readonly number: string;
  readonly at: Instant;
  readonly price: Price;
  readonly subject: Subject;
  readonly expert: PlannedExpert;
  readonly buyer: { readonly name: string; readonly siret: string; readonly address: string };
}

export interface PrintedDevis {
  readonly bytes: Uint8Array;
  readonly validUntil: string;
  readonly amounts: DevisAmounts;
}

/** A devis as this expert would write it, its amounts in full. */
export function printDevis({ number, at, price, subject, expert, buyer }: DevisOrder): PrintedDevis {
  const amounts = amountsOf(price);
  const issuedOn = dayOf(at);
  const validUntil = addDays(issuedOn, DAYS_VALID);
  const context: DevisSampleContext = {
    number,
    issuedOn,
    validUntil,
    seller: {
      company: expert.company,
      siret: expert.siret,
      address: '12 rue des Ateliers, 69001 Lyon',
      email: expert.person.email,
    },
    buyer,
    object: subject.goal,
    lines: linesOf(subject, price),
    exclVatCents: amounts.excludingVatCents,
    vatRate: price.withVat ? '20 %' : 'non applicable, article 293 B du CGI',
    vatCents: amounts.vatCents,
    inclVatCents: amounts.includingVatCents,
  };
  return { bytes: renderDocument('devis-sample', context, { issuedAtMs: at }), validUntil, amounts };
}

/** A quarter, a half, a quarter: in half days. */
function linesOf({ steps }: Subject, { days, dailyRateCents }: Price): DevisSampleContext['lines'] {
  const quarter = Math.max(0.5, Math.round(days / 2) / 2);
  const shares = [quarter, days - 2 * quarter, quarter] as const;
  return steps.flatMap((label, index) => {
    const spent = shares[index] ?? 0;
    return spent > 0 ? [{ label, days: spent, dailyRateCents, amountCents: Math.round(spent * dailyRateCents) }] : [];
  });
}

/** A page or two of our own Markdown, for the pieces of a dossier: people bring those, so no template of the programme prints them. */
export function printText(
  markdown: string,
  { title, author, at }: { title: string; author: string; at: Instant },
): Uint8Array {
  const root: Element = { type: 'Document', children: [] };
  const used: Used = { faces: new Set(), pictures: new Map() };
  const pages = paginate(stripsOf(readBlocks({ markdown, values: [] }), root), used);
  const notice = `${author}. Document fictif de démonstration.`;
  drawFurniture(pages, { programme: author, documentName: title, notice });
  const bytes = fileOf(pages, used, root, { title, author, issuedAtMs: at });
  for (const { content } of pages) content.release();
  return bytes;
}
