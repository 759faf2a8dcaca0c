import type { Instant } from '@sur-mesure/functions/domain/calendar';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { DateText } from '../words/DateText.tsx';
import { byDay } from './by-day.ts';
import { hourOf } from './hours.ts';
import './day-log.css';

export interface LogRow {
  readonly id: string;
  readonly at: Instant;
  /** Who did what, as one sentence. */
  readonly sentence: ComponentChildren;
  /** Why, in the words of who did it. */
  readonly note?: string | null;
}

/** What happened, a heading a day: one reads who did what before reading when exactly. */
export function DayLog({ rows }: { readonly rows: readonly LogRow[] }) {
  const id = useId();
  return (
    <div class="stack">
      {byDay(rows).map((one) => (
        <div key={one.day} class="stack stack-tight">
          <p class="day-log-day" id={`${id}${one.day}`}>
            <DateText day={one.day} relative />
          </p>
          <ul class="day-log" aria-labelledby={`${id}${one.day}`}>
            {one.rows.map(({ id: rowId, at, sentence, note = null }) => (
              <li key={rowId}>
                <time class="day-log-hour" dateTime={new Date(at).toISOString()}>
                  {hourOf(at)}
                </time>
                <div>
                  <p>{sentence}</p>
                  {note !== null && <p class="day-log-note typed">{note}</p>}
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
