/** A place on the map, in units of its view box. */
export type Point = readonly [number, number];

interface Shape {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly properties: { readonly name: string };
  readonly arcs: readonly (readonly number[] | readonly (readonly number[])[])[];
}

/** What is read of a TopoJSON file: shapes made of arcs that neighbours share. */
export interface Topology {
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly arcs: readonly (readonly Point[])[];
  readonly shapes: readonly Shape[];
}

/** Longitudes and latitudes of each arc, in degrees. */
export function arcsOf({ transform, arcs }: Topology): Point[][] {
  const { scale, translate } = transform;
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** The outline of shapes put together: borders that two of them share are gone. Arcs are numbered as in TopoJSON, `~n` being `n` backwards. */
export function outlineOf(shapes: readonly Shape[]): number[] {
  const all = shapes.flatMap(({ arcs }) => arcs.flat(2));
  const times = new Map<number, number>();
  for (const arc of all) times.set(forward(arc), (times.get(forward(arc)) ?? 0) + 1);
  return all.filter((arc) => times.get(forward(arc)) === 1);
}

function forward(arc: number): number {
  return arc < 0 ? ~arc : arc;
}

/** Rings of points from arcs that touch by their ends. */
export function ringsOf(outline: readonly number[], arcs: readonly (readonly Point[])[]): Point[][] {
  const left = outline.map((arc) => {
    const points = arcs[forward(arc)] ?? [];
    return arc < 0 ? points.toReversed() : [...points];
  });
  const rings: Point[][] = [];
  while (left.length > 0) {
    const ring = left.shift() ?? [];
    for (;;) {
      const next = left.findIndex((one) => same(one[0], ring.at(-1)));
      if (next < 0) break;
      ring.push(...(left.splice(next, 1)[0] ?? []).slice(1));
    }
    rings.push(ring);
  }
  return rings;
}

function same(one: Point | undefined, other: Point | undefined): boolean {
  return one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1];
}

/** Douglas-Peucker: leaves out the points that are nearer than `tolerance` to the line that stays. Ends stay, so that neighbours still touch. */
export function simplified(points: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) return [...points];
  const distances = points.map((point) => distance(point, first, last));
  const farthest = distances.indexOf(Math.max(...distances));
  if ((distances[farthest] ?? 0) <= tolerance) return [first, last];
  const before = simplified(points.slice(0, farthest + 1), tolerance);
  return [...before.slice(0, -1), ...simplified(points.slice(farthest), tolerance)];
}

/** From a point to a segment; to its one point when the segment closes on itself. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Twice-signed area by the shoelace formula, made positive. */
export function areaOf(ring: readonly Point[]): number {
  const sum = ring.reduce((total, [x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length] ?? [x, y];
    return total + x * ny - nx * y;
  }, 0);
  return Math.abs(sum) / 2;
}

/** Where a figure reads best: the centre of gravity of a ring. */
export function centreOf(ring: readonly Point[]): Point {
  let [sum, cx, cy] = [0, 0, 0];
  ring.forEach(([x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length] ?? [x, y];
    const cross = x * ny - nx * y;
    sum += cross;
    cx += (x + nx) * cross;
    cy += (y + ny) * cross;
  });
  return [cx / (3 * sum), cy / (3 * sum)];
}

/** `d` of an SVG path, rounded to whole units, each point relative to the one before. */
export function pathOf(rings: readonly (readonly Point[])[]): string {
  return rings
    .map((ring) => {
      let [x, y] = [0, 0];
      const steps = ring.map(([px, py]) => {
        const [rx, ry] = [Math.round(px), Math.round(py)];
        const step: Point = [rx - x, ry - y];
        [x, y] = [rx, ry];
        return step;
      });
      const moved = steps.slice(1).filter(([dx, dy]) => dx !== 0 || dy !== 0);
      const text = moved.map(([dx, dy]) => `${dx}${dy < 0 ? '' : ' '}${dy}`).join(' ');
      return `M${(steps[0] ?? [0, 0]).join(' ')}l${text.replaceAll(' -', '-')}z`;
    })
    .join('');
}
