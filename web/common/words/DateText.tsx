import { type Day, dayOf, type Instant } from '@sur-mesure/functions/domain/calendar';
import { dayInFull, fromToday, instantInFull } from './dates.ts';

interface DateTextProps {
  /** One of the two: a day as stored (`YYYY-MM-DD`), or an instant in UTC milliseconds. */
  readonly day?: Day;
  readonly instant?: Instant;
  /** With the hour, for an instant. */
  readonly hour?: boolean;
  /** Beside the date, never instead of it: « (dans 3 jours) ». */
  readonly relative?: boolean;
  readonly now?: Instant;
}

export function DateText({ day, instant, hour = false, relative = false, now = Date.now() }: DateTextProps) {
  const shownDay = day ?? dayOf(instant ?? now);
  const text = hour && instant !== undefined ? instantInFull(instant) : dayInFull(shownDay);
  const machine = instant === undefined ? shownDay : new Date(instant).toISOString();
  return (
    <>
      <time dateTime={machine}>{text}</time>
      {relative && <span class="muted"> ({fromToday(shownDay, now)})</span>}
    </>
  );
}
