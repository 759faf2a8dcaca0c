import { type FirebaseApp, type FirebaseOptions, initializeApp } from 'firebase/app';

let opened: Promise<FirebaseApp> | undefined;

/**
 * The Firebase application, configured by Hosting itself (`/__/firebase/init.json`, in production and in the emulator alike): no key in
 * the build, and the same files serve the test and the production project.
 */
export function firebaseApp(): Promise<FirebaseApp> {
  opened ??= configure().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function configure(): Promise<FirebaseApp> {
  const response = await fetch('/__/firebase/init.json');
  if (!response.ok) throw new Error(`Hosting gave no configuration: ${response.status}`);
  const configuration: FirebaseOptions = await response.json();
  return initializeApp(configuration);
}
