import { type Check, type Finding, unchecked, type Verdict } from './check.ts';
import { NoAnswer } from './lookup.ts';

const verdicts = {
  ok: 'ok',
  missing: 'absent',
  wrong: 'à corriger',
  unchecked: 'non vérifié',
} as const satisfies Record<Verdict, string>;

const silent = unchecked('le DNS ne répond pas', 'Vérifiez le réseau de cette machine, puis relancez.');

/** Checks that ask of one world, under one title. */
export interface Section {
  readonly title: string;
  readonly judge: () => Promise<readonly Judged[]>;
}
interface Judged {
  readonly name: string;
  readonly finding: Finding;
}

export function section<World>(title: string, checks: readonly Check<World>[], world: World): Section {
  const judge = async (check: Check<World>) => ({ name: check.name, finding: await findingOf(check, world) });
  return { title, judge: () => Promise.all(checks.map(judge)) };
}

/** Judges every check, says one line each and what to do. Code 1 when something is missing or wrong, else 0. */
export async function runSetup(sections: readonly Section[], say: (line: string) => void): Promise<0 | 1> {
  const found: Finding[] = [];
  for (const { title, judge } of sections) {
    say(`${found.length === 0 ? '' : '\n'}${title}\n`);
    const judged = await judge();
    const width = Math.max(...judged.map(({ name }) => name.length));
    let before: string | null = null;
    for (const { name, finding } of judged) {
      say(`  ${verdicts[finding.verdict].padEnd(12)} ${name.padEnd(width)} ${finding.found}`);
      // One cause of ten lines is said once.
      if (finding.advice !== null && finding.advice !== before) say(`${' '.repeat(16 + width)}→ ${finding.advice}`);
      before = finding.advice;
    }
    found.push(...judged.map(({ finding }) => finding));
  }
  const bad = found.some(({ verdict }) => verdict === 'missing' || verdict === 'wrong');
  const unread = found.filter(({ verdict }) => verdict === 'unchecked').length;
  say(
    `\n${bad ? 'Quelque chose est à corriger.' : unread > 0 ? 'Rien à corriger dans ce qui a pu être vérifié.' : 'Rien à corriger.'}`,
  );
  if (unread > 0) say(`Non vérifié : ${unread} ligne(s). Ce qui n’a pas été lu peut manquer.`);
  say('SPF, DKIM et DMARC sont expliqués dans docs/courriels.md, le reste dans docs/operations.md.');
  return bad ? 1 : 0;
}

async function findingOf<World>({ judge }: Check<World>, world: World): Promise<Finding> {
  try {
    return await judge(world);
  } catch (error) {
    if (error instanceof NoAnswer) return silent;
    throw error;
  }
}
