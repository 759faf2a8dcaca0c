import { departments } from '../laureates/departments.ts';
import { fold } from '../laureates/text.ts';
import { type Region, regions } from '../programme/territories.ts';

/** Where an expert is looked for: a region, or a department, which is covered by whoever covers its region. */
export interface Place {
  /** In addresses: « bretagne », « 29 ». */
  readonly key: string;
  readonly label: string;
  readonly region: Region;
}

export interface PlacesOfRegion {
  readonly region: Place;
  /** None where the region is a department of the same name. */
  readonly departments: readonly Place[];
}

export const placesByRegion: readonly PlacesOfRegion[] = regions.map((region) => {
  const own = departments.filter((department) => department.region === region);
  return {
    region: { key: fold(region).replaceAll(' ', '-'), label: region, region },
    departments:
      own.length === 1
        ? []
        : own.map(({ code, name }) => ({ key: code.toLowerCase(), label: `${name} (${code})`, region })),
  };
});

const byKey = new Map(
  placesByRegion.flatMap(({ region, departments: own }) =>
    [region, ...own].map((place) => [place.key, place] as const),
  ),
);
const byCode = new Map(departments.map(({ code, region }) => [code.toLowerCase(), region] as const));

/** What an address says: a key, the code of a department, or the name of a region in links from before there were keys. */
export function placeNamed(text: string): Place | null {
  const asKey = fold(text).replaceAll(' ', '-');
  const region = byCode.get(asKey);
  return byKey.get(asKey) ?? placesByRegion.find((one) => one.region.region === region)?.region ?? null;
}

export function placeOfRegion(region: Region): Place {
  return { key: fold(region).replaceAll(' ', '-'), label: region, region };
}
