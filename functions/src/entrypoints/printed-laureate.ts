import type * as contexts from '../documents/contexts.ts';
import type { Picture } from '../documents/pictures/picture.ts';
import { currentSiret, type Laureate } from '../domain/laureates/laureate.ts';

/** With whose it is, so that no other laureate is printed under it. */
export interface PrintedLogo {
  readonly laureateId: string;
  readonly picture: Picture;
}

/** A laureate as documents name it. */
export function printedLaureate(laureate: Laureate, logo: PrintedLogo | null): contexts.Laureate {
  return {
    name: laureate.name,
    siret: currentSiret(laureate),
    territory: `${laureate.department}, ${laureate.region}`,
    ...(logo?.laureateId === laureate.id && { logo: logo.picture }),
  };
}
