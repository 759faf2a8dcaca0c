import { type Check, type Finding, type SetupWorld, unchecked, type Verdict } from './check.ts';
import { checks } from './checks.ts';
import { NoAnswer } from './lookup.ts';

const verdicts = {
  ok: 'ok',
  missing: 'absent',
  wrong: 'à corriger',
  unchecked: 'non vérifié',
} as const satisfies Record<Verdict, string>;

const silent = unchecked('le DNS ne répond pas', 'Vérifiez le réseau de cette machine, puis relancez.');

/** Judges every check, says one line each and what to do. Code 1 when something is missing or wrong, else 0. */
export async function runSetup(world: SetupWorld, say: (line: string) => void): Promise<0 | 1> {
  const rows: readonly Check[] = Object.values(checks);
  say(`Domaine d’envoi : ${world.domain}\n`);
  const found = await Promise.all(rows.map((check) => findingOf(check, world)));
  for (const [index, { name }] of rows.entries()) {
    const finding = found[index];
    if (finding !== undefined) for (const line of linesOf(name, finding)) say(line);
  }
  const bad = found.some(({ verdict }) => verdict === 'missing' || verdict === 'wrong');
  const conclusion = bad
    ? 'Quelque chose est à corriger.'
    : found.some(({ verdict }) => verdict === 'unchecked')
      ? 'Rien à corriger dans ce qui a pu être vérifié.'
      : 'Rien à corriger.';
  say(`\n${conclusion} SPF, DKIM et DMARC sont expliqués dans docs/courriels.md.`);
  return bad ? 1 : 0;
}

async function findingOf({ judge }: Check, world: SetupWorld): Promise<Finding> {
  try {
    return await judge(world);
  } catch (error) {
    if (error instanceof NoAnswer) return silent;
    throw error;
  }
}

function linesOf(name: string, { verdict, found, advice }: Finding): string[] {
  const line = `  ${verdicts[verdict].padEnd(12)} ${name.padEnd(6)} ${found}`;
  return advice === null ? [line] : [line, `${' '.repeat(22)}→ ${advice}`];
}
