/** What the emulators leave to the tests: running a schedule, delivering an event again or late. */

/** Where an emulator of the running suite listens, as `http://host:port`, from the hub named by the environment. */
async function emulatorAddress(name: string, environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const hub = environment.FIREBASE_EMULATOR_HUB;
  if (!hub) throw new Error('FIREBASE_EMULATOR_HUB is not set: is the emulator suite running?');
  const running: Record<string, { host: string; port: number } | undefined> = JSON.parse(
    await (await fetch(`http://${hub}/emulators`)).text(),
  );
  const emulator = running[name];
  if (emulator === undefined) throw new Error(`The ${name} emulator is not running.`);
  return `http://${emulator.host}:${emulator.port}`;
}

/**
 * Runs a scheduled function now. firebase-tools 14 registers schedules with Pub/Sub but cannot start those of the second
 * generation from there ("Unsupported trigger signature: http"). Without Pub/Sub it says that it ignores them, and they answer all the same.
 */
export async function runSchedule(region: string, name: string): Promise<void> {
  await post(`${region}-${name}`, 'application/json', {});
}

/** Delivers a CloudEvent to a background function, as often and in the order that the test wants. */
export async function deliver(region: string, name: string, event: object): Promise<void> {
  await post(`${region}-${name}`, 'application/cloudevents+json', event);
}

/**
 * Each reload of the triggers gives them a new number and leaves the old ones switched off (204): the living one is the
 * first that runs.
 *
 * @throws Error when no such function is loaded, or when it fails
 */
async function post(trigger: string, type: string, body: object): Promise<void> {
  const functions = await emulatorAddress('functions');
  const project = process.env.GCLOUD_PROJECT;
  const init = { method: 'POST', headers: { 'Content-Type': type }, body: JSON.stringify(body) };
  for (let generation = 0; ; generation += 1) {
    const response = await fetch(`${functions}/functions/projects/${project}/triggers/${trigger}-${generation}`, init);
    if (response.status === 204) continue;
    if (!response.ok) throw new Error(`${trigger} answered ${response.status}: ${await response.text()}`);
    return;
  }
}
