/**
 * Licences of what is deployed, each with why its code may be shipped inside of a work under EUPL-1.2. All leave their own code under their own
 * terms and ask for their notice to be kept; none asks that the work around it be under them. A licence that is not here fails the test: read it first.
 */
export const acceptedLicences = {
  '0BSD': 'asks for nothing',
  'Apache-2.0': 'permissive; keeps its notice, grants patents',
  'BSD-2-Clause': 'permissive; keeps its notice',
  'BSD-3-Clause': 'permissive; keeps its notice, its names endorse nothing',
  'BlueOak-1.0.0': 'permissive; keeps its text or a link to it',
  ISC: 'permissive; keeps its notice',
  MIT: 'permissive; keeps its notice',
  'MIT-0': 'asks for nothing',
  'OFL-1.1':
    'for fonts: embedded in any document or page, never sold alone, renamed when changed and their name is reserved',
} as const satisfies Record<string, string>;

/** Packages whose manifest names no licence that a program reads, with the one that their own text gives. */
export const readByHand: Readonly<Record<string, string>> = {
  limiter: 'MIT',
};

export function isAccepted(licence: string): boolean {
  return licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((one) => Object.hasOwn(acceptedLicences, one));
}
