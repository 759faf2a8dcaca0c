/** One answer: whose it is, and the cell that it is in, of each of two divisions of the same answers. */
export interface PlacedAnswer {
  readonly laureateId: string;
  /** Of the division that is kept whole as far as it can be. */
  readonly first: string;
  readonly second: string;
}

/** Which cells may be shown beside each other; the answers of all others make one group, shown too. Nothing when all of them together are too few. */
export interface ShownGroups {
  readonly all: boolean;
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** What is looked through below doubles with each. */
const MOST_CELLS = 14;
/** Stands for all cells that are not shown: no id is empty. */
const OTHERS = '';

/**
 * The cells that can be shown so that no group of fewer than `least` laureates is told, nor found by adding and subtracting what is: a total less its
 * rows, an expert less the themes that it alone works on. Groups count laureates, not answers: five answers of one laureate are that laureate's.
 *
 * In one division, cells below the least go together, with as many of the smallest others as it takes for them to reach it too. Two divisions are
 * two ways of cutting the same answers: some cells of one, less the cells of the other that lie wholly inside of them, are a group that nobody wrote
 * down. Every such group is looked at; while one is too small, the smallest cell of the second division joins the others.
 *
 * Rejected: to show a pair of cells only where each crossing has enough (almost nothing would be shown); noise (figures that don't add up).
 */
export function shownGroups(answers: readonly PlacedAnswer[], least: number): ShownGroups {
  if (laureatesOf(answers) < least) return { all: false, first: [], second: [] };
  const first = alone(
    answers.map(({ laureateId, first: cell }) => ({ laureateId, cell })),
    { least, most: MOST_CELLS - 1 },
  );
  const placed = answers.map((answer) => ({ ...answer, first: within(first, answer.first) }));
  let second = alone(
    answers.map(({ laureateId, second: cell }) => ({ laureateId, cell })),
    { least, most: answers.length },
  );
  while (second.length > 0 && tellsTooFew(placed, { second, least })) {
    second = enough(placed, { shown: second.slice(0, -1), least });
  }
  return { all: true, first, second };
}

/** The cells of one division that reach the least, the largest first, such that the others reach it together or are none. */
function alone(
  answers: readonly { readonly laureateId: string; readonly cell: string }[],
  { least, most }: { readonly least: number; readonly most: number },
): string[] {
  const cells = Map.groupBy(answers, ({ cell }) => cell);
  const largest = [...cells]
    .map(([cell, own]) => ({ cell, answers: own.length, laureates: laureatesOf(own) }))
    .filter(({ laureates }) => laureates >= least)
    .toSorted((one, other) => other.answers - one.answers || (one.cell < other.cell ? -1 : 1))
    .map(({ cell }) => cell)
    .slice(0, most);
  const placed = answers.map(({ laureateId, cell }) => ({ laureateId, first: OTHERS, second: cell }));
  return enough(placed, { shown: largest, least });
}

/** Without the last of the cells shown, as many as it takes for those that are not to reach the least together. */
function enough(
  placed: readonly PlacedAnswer[],
  { shown, least }: { readonly shown: readonly string[]; readonly least: number },
): string[] {
  let kept = [...shown];
  while (kept.length > 0 && isTooFew(othersOf(placed, kept), least)) kept = kept.slice(0, -1);
  return kept;
}

function othersOf(placed: readonly PlacedAnswer[], shown: readonly string[]): PlacedAnswer[] {
  return placed.filter(({ second }) => !shown.includes(second));
}

/** What the cells of the second division that meet a choice of cells of the first hold beside that choice: for every choice there is. */
function tellsTooFew(
  placed: readonly PlacedAnswer[],
  { second, least }: { readonly second: readonly string[]; readonly least: number },
): boolean {
  const bits = new Map([...new Set(placed.map(({ first }) => first))].map((cell, index) => [cell, 1 << index]));
  const bitOf = ({ first }: PlacedAnswer) => bits.get(first) ?? 0;
  const cells = [...Map.groupBy(placed, (answer) => within(second, answer.second)).values()].map((own) => ({
    meets: own.reduce((all, answer) => all | bitOf(answer), 0),
    own,
  }));
  for (let choice = 1; choice < 1 << bits.size; choice += 1) {
    const beside = new Set<string>();
    for (const { meets, own } of cells) {
      if (beside.size >= least) break;
      if ((meets & choice) === 0 || (meets & ~choice) === 0) continue;
      for (const answer of own) if ((bitOf(answer) & choice) === 0) beside.add(answer.laureateId);
    }
    if (beside.size > 0 && beside.size < least) return true;
  }
  return false;
}

function within(shown: readonly string[], cell: string): string {
  return shown.includes(cell) ? cell : OTHERS;
}

function isTooFew(answers: readonly { readonly laureateId: string }[], least: number): boolean {
  return answers.length > 0 && laureatesOf(answers) < least;
}

function laureatesOf(answers: readonly { readonly laureateId: string }[]): number {
  return new Set(answers.map(({ laureateId }) => laureateId)).size;
}
