import * as z from 'zod';
import { DAY, type Instant } from '../../functions/src/domain/calendar.ts';
import { DIGESTS } from '../../functions/src/store/collections/digests.ts';
import { OPERATIONS } from '../../functions/src/store/collections/operations.ts';
import { PREVIEW_REQUESTS } from '../../functions/src/store/collections/preview-requests.ts';
import { SIGN_IN_TOKENS } from '../../functions/src/store/collections/sign-in.ts';
import {
  createDocuments,
  type Documents,
  documentsOf,
  everyDocument,
  type Line,
  stateOf,
} from '../backup/documents.ts';
import { wipeDocuments } from '../backup/wiping.ts';
import { inParallel } from '../seed/world.ts';
import type { Target } from '../target.ts';

/** What nobody looks at any more once it is old, by the field that says since when. */
const fading: Readonly<Record<string, string>> = {
  [SIGN_IN_TOKENS]: 'createdAt',
  [OPERATIONS]: 'at',
  [DIGESTS]: 'at',
  [PREVIEW_REQUESTS]: 'at',
};
/** Longer than any link, repeated call or period lasts. */
const FADED_AFTER = 60 * DAY;
const WRITTEN_AT_ONCE = 200;
const REQUESTS_AT_ONCE = 4;

/**
 * Puts aside what has faded, and gives it back before anything is checked. The emulator has no index: each query goes through every document that was ever
 * written since it was emptied, those that were deleted too. So it is emptied, and given what still counts.
 */
export class Aside {
  readonly #target: Target;
  readonly #documents: Documents;
  readonly #lines: Line[] = [];

  constructor(target: Target) {
    this.#target = target;
    this.#documents = documentsOf(target, async () => 'owner');
  }

  /** Between two days, while nothing else is written. */
  async put(now: Instant): Promise<void> {
    const live: Line[] = [];
    const { readTime } = await stateOf(this.#documents);
    for await (const lines of everyDocument(this.#documents, { readTime }))
      for (const line of lines) (hasFaded(line, now) ? this.#lines : live).push(line);
    await wipeDocuments(this.#target);
    await this.#write(live);
  }

  async giveBack(): Promise<void> {
    await this.#write(this.#lines.splice(0));
  }

  async #write(lines: readonly Line[]): Promise<void> {
    const count = Math.ceil(lines.length / WRITTEN_AT_ONCE);
    const parts = Array.from({ length: count }, (_none, part) =>
      lines.slice(part * WRITTEN_AT_ONCE, (part + 1) * WRITTEN_AT_ONCE),
    );
    await inParallel(parts, REQUESTS_AT_ONCE, async (part) => {
      const [present] = await createDocuments(this.#documents, part);
      if (present !== undefined) throw new Error(`${present} was written anew while it was aside`);
    });
  }
}

const wholeNumber = z.object({ integerValue: z.coerce.number() });

function hasFaded({ path, fields }: Line, now: Instant): boolean {
  const since = wholeNumber.safeParse(fields[fading[path.split('/')[0] ?? ''] ?? '']);
  return since.success && since.data.integerValue < now - FADED_AFTER;
}
