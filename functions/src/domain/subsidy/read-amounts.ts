import { type Cents, formatEuros, isCents } from '../money.ts';
import { frenchList } from '../written-french.ts';

/**
 * Amounts that the text of a devis or invoice gives as its total. A hint for a warning, never an amount that is paid: PDFs write them in any
 * order and shape, so that what is doubtful (no decimals and no currency, a percentage, a rebate) is left out, and of what is near a total
 * everything is kept: one that agrees is enough.
 */
export function readAmounts(text: string): Cents[] {
  const lines = plainLines(text);
  const found = lines.flatMap((line, index) => {
    const label = totalLabel.exec(line);
    if (label === null) return [];
    const after = amountsIn(line.slice(label.index + label[0].length));
    if (after.length > 0) return after;
    // The amount stands in a column of its own: read before or after the words, as the page was made.
    return lines.slice(Math.max(0, index - LINES_BEFORE), index + LINES_AFTER + 1).flatMap(amountsIn);
  });
  return [...new Set(found)].slice(0, MOST_AMOUNTS);
}

const LINES_BEFORE = 1;
const LINES_AFTER = 5;
const MOST_AMOUNTS = 12;
const LONGEST_LINE = 500;

/** Not « total HT » nor « total TVA »: they are not what is paid. */
const totalLabel =
  /net (?:a|à) payer|reste (?:a|à) payer|(?:montant|total|somme) (?:net |global |g[ée]n[ée]ral )?(?:ttc|t\.t\.c\.?|toutes taxes comprises|[àa] payer|d[ûu])|montant total(?! (?:ht|h\.t|hors|de la tva|tva))|total (?:g[ée]n[ée]ral|du devis|de la facture)|^total(?= ?:| ?\d|$| en euros| eur\b| €)/i;

/** One line a line, every space one space: U+00A0, U+202F and tabs are as common in amounts as the plain one. */
function plainLines(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[\r\n]+/)
    .map((line) =>
      line
        .replaceAll(/[\s\u00a0\u202f\u2007\u2009]+/gu, ' ')
        .trim()
        .slice(0, LONGEST_LINE),
    )
    .filter((line) => line !== '');
}

const currency = String.raw`(?:€|eur(?:os?)?\b)`;
/** Each shape with what its thousands and decimals are parted by; the first that fits at a place is the one. */
const shapes: readonly { readonly shape: string; readonly cents: (digits: string) => number }[] = [
  // « 3 0 0 0 , 0 0 »: letter-spaced by the page.
  { shape: String.raw`\d(?: \d){2,8} ?[.,] ?\d ?\d`, cents: withDecimals },
  // « 1 234,56 », « 1.234,56 », « 1,234.56 », « 1'234.56 », « 1 234 , 56 », « 1234.56 ».
  { shape: String.raw`\d{1,3}(?:[ .,'’]\d{3})+ ?[.,] ?\d{2}`, cents: withDecimals },
  { shape: String.raw`\d+ ?[.,] ?\d{2}`, cents: withDecimals },
  // Whole euros only where the currency says that it is an amount: « 1 234 € », « 1.234 EUR ».
  { shape: String.raw`\d{1,3}(?:[ .,'’]\d{3})+(?= ?${currency})`, cents: wholeEuros },
  { shape: String.raw`\d+(?= ?${currency})`, cents: wholeEuros },
];
const anyAmount = new RegExp(
  String.raw`(?<![\d.,'’-]|[-−] )(?:${shapes.map(({ shape }) => `(${shape})`).join('|')})(?! ?%|[\d]|[.,]\d)`,
  'gi',
);

function amountsIn(line: string): Cents[] {
  return [...line.matchAll(anyAmount)].flatMap(([, ...groups]) =>
    groups.slice(0, shapes.length).flatMap((digits, index) => {
      const cents = digits === undefined ? undefined : shapes[index]?.cents(digits);
      return cents !== undefined && cents > 0 && isCents(cents) ? [cents] : [];
    }),
  );
}

function withDecimals(typed: string): number {
  return Number(typed.replaceAll(/\D/g, ''));
}

function wholeEuros(typed: string): number {
  return Number(typed.replaceAll(/\D/g, '')) * 100;
}

/** What the PDF seems to say against what was typed, before the act it bears on; null when nothing was read, or when one amount agrees. */
export function readWarning(
  read: readonly Cents[] | null | undefined,
  typedCents: Cents,
  before: 'décider' | 'payer' = 'décider',
): string | null {
  if (!read || read.length === 0 || read.includes(typedCents)) return null;
  const found = frenchList(read.map(formatEuros));
  return `Le montant saisi est de ${formatEuros(typedCents)} ; près du total, le PDF dit ${found}. Comparez les deux avant de ${before}.`;
}
