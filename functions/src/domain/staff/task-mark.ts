import type { Instant } from '../calendar.ts';

/** Where a page of tasks begins, by its instant and its id: the task itself may be closed, or gone, when the next page is asked for. */
interface TaskPlace {
  readonly id: string;
  readonly at: Instant;
}

/** An id alone is a mark of an older link: it is taken, and begins at the first page. */
export const TASK_MARK = /^[\w.-]{1,200}(?::\d{1,15})?$/;

export function taskMark({ id, at }: TaskPlace): string {
  return `${id}:${at}`;
}

/** Null for none, and for one that says no instant. */
export function taskPlace(mark: string | null): TaskPlace | null {
  const [, id, at] = /^([\w.-]{1,200}):(\d{1,15})$/.exec(mark ?? '') ?? [];
  return id === undefined || at === undefined ? null : { id, at: Number(at) };
}
