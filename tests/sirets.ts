/** A new valid SIRET: nine random digits, then a check that makes Luhn's sum a multiple of ten. */
export function newSiret(): string {
  const digits = Array.from({ length: 13 }, () => Math.floor(Math.random() * 10));
  const total = digits.reduce((sum, digit, index) => {
    const weighted = index % 2 === 0 ? digit * 2 : digit;
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${digits.join('')}${(10 - (total % 10)) % 10}`;
}
