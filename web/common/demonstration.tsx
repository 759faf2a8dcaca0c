import { type Auth, connectAuthEmulator } from 'firebase/auth';
import type { FirebaseStorage } from 'firebase/storage';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './button/Button.tsx';
import { firebaseApp } from './session/firebase.ts';
import type { Session } from './session/session.ts';

/*
 * Everything that exists only beside the emulators: their addresses and the one-click sign-in of demonstration accounts. Imported only
 * behind `__EMULATORS__`, a compile-time constant: a production build does not contain a byte of it (a test greps for its marks).
 */

interface Address {
  readonly host: string;
  readonly port: number;
}

interface Emulators {
  readonly addressOf: (name: string) => Address;
  readonly connectAuth: (auth: Auth) => void;
  readonly connectStorage: (storage: FirebaseStorage) => Promise<void>;
}

/** The hosting emulator lists the others in the script it reserves for pages without a bundler; ports are its business, not the build's. */
async function addresses(): Promise<Readonly<Record<string, Address>>> {
  const script = await (await fetch('/__/firebase/init.js?useEmulator=true')).text();
  const listed = /var firebaseEmulators = (\{[\s\S]*?\n\});/.exec(script)?.[1];
  if (listed === undefined) throw new Error('The hosting emulator does not list the other emulators.');
  return JSON.parse(listed);
}

let found: Promise<Emulators> | undefined;

export function emulators(): Promise<Emulators> {
  found ??= addresses().then((list) => {
    const addressOf = (name: string) => {
      const address = list[name];
      if (address === undefined) throw new Error(`The ${name} emulator is not running.`);
      return address;
    };
    return {
      addressOf,
      connectAuth: (auth) => {
        const { host, port } = addressOf('auth');
        connectAuthEmulator(auth, `http://${host}:${port}`, { disableWarnings: true });
      },
      connectStorage: async (storage) => {
        const { connectStorageEmulator } = await import('firebase/storage');
        const { host, port } = addressOf('storage');
        connectStorageEmulator(storage, host, port);
      },
    };
  });
  return found;
}

/** What the seed writes in the `demonstration` claim of an account that is offered for one-click sign-in. */
interface DemonstrationAccount {
  readonly uid: string;
  readonly name: string;
  readonly role: string;
  /** Where this account works: `/laureat`, `/expert`, `/equipe`. */
  readonly page: string;
}

interface ListedUser {
  readonly localId: string;
  readonly displayName?: string;
  readonly customAttributes?: string;
}

async function demonstrationAccounts(): Promise<DemonstrationAccount[]> {
  const { host, port } = (await emulators()).addressOf('auth');
  const project = (await firebaseApp()).options.projectId;
  const response = await fetch(
    `http://${host}:${port}/identitytoolkit.googleapis.com/v1/projects/${project}/accounts:query`,
    {
      method: 'POST',
      headers: { Authorization: 'Bearer owner', 'Content-Type': 'application/json' },
      body: '{}',
    },
  );
  const { userInfo = [] }: { userInfo?: ListedUser[] } = await response.json();
  return userInfo
    .flatMap(({ localId, displayName = localId, customAttributes = '{}' }) => {
      const { demonstration }: { demonstration?: { role: string; page: string } } = JSON.parse(customAttributes);
      return demonstration === undefined ? [] : [{ uid: localId, name: displayName, ...demonstration }];
    })
    .sort((a, b) => a.page.localeCompare(b.page));
}

interface DemonstrationSignInProps {
  readonly session: Session;
}

/** The list of demonstration accounts, each one click away. */
export function DemonstrationSignIn({ session }: DemonstrationSignInProps) {
  const [accounts, setAccounts] = useState<DemonstrationAccount[]>();
  useEffect(() => {
    demonstrationAccounts().then(setAccounts);
  }, []);
  const enter = async ({ uid, name, page }: DemonstrationAccount) => {
    // The auth emulator, and only it, takes a custom token written as plain JSON.
    await session.signInWithCustomToken(JSON.stringify({ uid }), name);
    location.assign(page);
  };
  return (
    <section class="stack" aria-labelledby="demonstration-title">
      <h2 id="demonstration-title">Comptes de démonstration</h2>
      <p class="muted">
        Les personnes et les organisations sont fictives. Cette liste n’existe qu’avec les émulateurs.
      </p>
      {accounts?.length === 0 && <p>Aucun compte : le programme de démonstration n’est pas encore chargé.</p>}
      <ul class="stack stack-tight plain-list">
        {accounts?.map((account) => (
          <li key={account.uid} class="row">
            <Button onClick={() => enter(account)}>Entrer comme {account.name}</Button>
            <span class="muted">{account.role}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
