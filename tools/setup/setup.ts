import { isRefusal } from '../../functions/src/domain/refusal.ts';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { whyNoServer } from '../../functions/src/mail/transport.ts';
import { openFirstStaff } from '../../functions/src/store/people/first-staff.ts';
import { parametersIn, parametersOfCode } from '../deploy/parameters.ts';
import { connect, targetOf } from '../target.ts';
import type { Check } from './check.ts';
import { checks } from './checks.ts';
import { gcloudOf } from './cloud/gcloud.ts';
import { keptChecks } from './cloud/kept-checks.ts';
import { worldOf } from './cloud/project.ts';
import { projectChecks } from './cloud/project-checks.ts';
import { runningChecks } from './cloud/running-checks.ts';
import type { CloudWorld } from './cloud/world.ts';
import { lookupAt } from './lookup.ts';
import { readOptions, type SetupOptions, usage } from './options.ts';
import { runSetup, type Section, section } from './run.ts';

const say = (line: string) => console.log(line);
const named = /--project[= ](\S+)/.exec(process.argv.slice(2).join(' '))?.[1];
const parameters = named === undefined ? null : await parametersIn(named);
const options = readOptions(process.argv.slice(2), { ...process.env, ...parameters });
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else {
  process.exitCode = options.firstStaff === null ? await runSetup(await sectionsOf(options), say) : await open(options);
}

async function sectionsOf({ project, bucket, mails, dnsServer }: SetupOptions): Promise<Section[]> {
  const lookup = lookupAt(dnsServer);
  const cloud =
    project === null
      ? []
      : projectSections(await worldOf({ project, bucket, parameters, lookup, ask: gcloudOf(project) }));
  const mail =
    mails === null
      ? []
      : [section(`Domaine d’envoi : ${mails.domain}`, Object.values(checks), { ...mails, lookup, whyNoServer })];
  return [...cloud, ...mail];
}

function projectSections(world: CloudWorld): Section[] {
  const part = (title: string, rows: Readonly<Record<string, Check<CloudWorld>>>) =>
    section(title, Object.values(rows), world);
  return [
    part(`Projet : ${world.project}`, projectChecks),
    part('Lieux et sauvegardes', keptChecks),
    part('Réglages et voisins', runningChecks(parametersOfCode())),
  ];
}

/** The account that invites all others. Its person signs in from /connexion, by a mail to that address. */
async function open({ project, firstStaff }: SetupOptions): Promise<0 | 1> {
  const target = targetOf(project, process.env);
  if (target === null || firstStaff === null) return 1;
  const opened = await openFirstStaff(connect(target), { ...firstStaff, uid: newId(), now: Date.now() });
  say(
    isRefusal(opened)
      ? opened.message
      : `Compte ouvert pour ${firstStaff.name}. Connexion : ${parameters?.ORIGIN ?? ''}/connexion, avec ${firstStaff.email}.`,
  );
  return isRefusal(opened) ? 1 : 0;
}
