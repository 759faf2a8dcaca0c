import { type Day, dayOf, type Instant } from '@sur-mesure/functions/domain/calendar';

export interface DayOf<Row> {
  readonly day: Day;
  readonly rows: readonly Row[];
}

/** Rows under the Paris day they happened on, in the order they come in: newest first stays newest first. */
export function byDay<Row extends { readonly at: Instant }>(rows: readonly Row[]): DayOf<Row>[] {
  const days = Map.groupBy(rows, ({ at }) => dayOf(at));
  return Array.from(days, ([day, ofDay]) => ({ day, rows: ofDay }));
}
