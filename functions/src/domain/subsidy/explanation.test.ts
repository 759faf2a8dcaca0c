import { expect, it } from 'vitest';
import { explainedSplit } from './explanation.ts';
import { type FundedBase, fundedPart, wholeBase } from './funded.ts';
import { proposedSplit, totalsOnly } from './share.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** A devis of 3 000 €, 500 € of VAT included unless said. */
function explained(base: FundedBase, remainingCents: number, amounts = totalsOnly(2_500_00, 500_00)) {
  const share = {
    shareCents: amounts.includingVatCents,
    fundedCents: fundedPart(amounts.includingVatCents, amounts, base),
  };
  const split = proposedSplit(share, remainingCents);
  return explainedSplit({ base, withVat: amounts.vatCents > 0, ...share, ...split, remainingCents }).map(plain);
}

it.each<[string, string[], string[]]>([
  [
    'of who recovers the VAT',
    explained({ kind: 'excludingVat' }, 10_000_00),
    [
      'Votre structure récupère la TVA : la subvention porte sur le montant hors taxes, 2 500,00 €.',
      '500,00 € à votre charge, dont 500,00 € de TVA récupérable.',
    ],
  ],
  [
    'of who recovers the VAT, with less left than it may pay',
    explained({ kind: 'excludingVat' }, 1_000_00),
    [
      'Votre structure récupère la TVA : la subvention porte sur le montant hors taxes, 2 500,00 €.',
      'Il reste 1 000,00 € de subvention : il manque 1 500,00 € pour qu’elle paie tout ce qu’elle peut.',
      '2 000,00 € à votre charge, dont 500,00 € de TVA récupérable.',
    ],
  ],
  [
    'of who recovers a part',
    explained({ kind: 'coefficient', deductibleTenThousandths: 6_000 }, 10_000_00),
    [
      'Votre structure récupère 60 % de la TVA : la subvention porte sur le reste, 2 700,00 €.',
      '300,00 € à votre charge, dont 300,00 € de TVA récupérable.',
    ],
  ],
  [
    'of who recovers nothing',
    explained(wholeBase, 10_000_00),
    [
      'Votre structure ne récupère pas la TVA : la subvention porte sur le montant toutes taxes comprises.',
      'Votre subvention paie tout : rien n’est à votre charge.',
    ],
  ],
  [
    'of a devis without VAT',
    explained({ kind: 'excludingVat' }, 10_000_00, totalsOnly(3_000_00, 0)),
    ['Votre subvention paie tout : rien n’est à votre charge.'],
  ],
  [
    'when nothing remains',
    explained(wholeBase, 0, totalsOnly(3_000_00, 0)),
    ['Il ne reste rien de votre subvention : la mission est suivie de la même façon.', '3 000,00 € à votre charge.'],
  ],
])('The split %s is explained before the decision', (_name, sentences, expected) =>
  expect(sentences).toEqual(expected),
);
