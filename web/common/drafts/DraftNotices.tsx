import { Button } from '../button/Button.tsx';
import { Notice } from '../notice/Notice.tsx';
import { returnToTop } from '../page/address.ts';
import { DateText } from '../words/DateText.tsx';
import { of } from '../words/typography.ts';
import type { DraftSync, KeptText } from './draft-sync.ts';
import type { SyncedDraft } from './useSyncedDraft.ts';

/** What is written, by the name of its field: only to tell two texts apart. */
export type Told = Readonly<Record<string, string>>;

interface DraftNoticesProps<Value> {
  readonly draft: SyncedDraft<Value>;
  readonly tell: (value: Value) => Told;
}

/** Above a form whose draft is kept elsewhere too: who writes beside, and which of two texts to go on with. */
export function DraftNotices<Value>({ draft, tell }: DraftNoticesProps<Value>) {
  const { sync, value, read } = draft;
  if (sync === null) return null;
  const told = (text: string) => {
    const other = read(text);
    return other === null ? {} : differences(tell(other), tell(value));
  };
  return (
    <>
      <Others sync={sync} />
      {sync.state.kind === 'two' && (
        <TwoTexts
          sync={sync}
          theirs={sync.state.theirs}
          told={told(sync.state.theirs.text)}
          readable={read(sync.state.theirs.text) !== null}
        />
      )}
      {sync.later !== null && <LaterText sync={sync} later={sync.later} />}
      <EarlierTexts sync={sync} told={told} />
    </>
  );
}

function Others({ sync }: { readonly sync: DraftSync }) {
  if (sync.others.length === 0) return null;
  return (
    <Notice title="Quelqu’un d’autre écrit aussi" announced>
      <ul class="notice-list">
        {sync.others.map(({ name, since }) => (
          <li key={name}>
            {name}, depuis le <DateText instant={since} hour />
          </li>
        ))}
      </ul>
      <p>Entendez-vous avant d’écrire : aucun de vos textes ne remplace l’autre sans que vous le disiez.</p>
    </Notice>
  );
}

const whose = ({ byName }: Pick<KeptText, 'byName'>) => (byName === null ? 'sur un autre appareil' : `par ${byName}`);

interface TwoTextsProps {
  readonly sync: DraftSync;
  readonly theirs: KeptText;
  readonly told: Told;
  /** False for a text of another shape: this page is older than the one that wrote it, say. */
  readonly readable: boolean;
}

/** The notice goes with the choice, and its button with it: whoever reads by ear or by keyboard goes on at the top of the form. */
function chosen(choice: () => unknown): void {
  choice();
  returnToTop();
}

function TwoTexts({ sync, theirs, told, readable }: TwoTextsProps) {
  return (
    <Notice tone="warning" title="Un autre texte a été enregistré entre-temps" announced>
      <div class="stack">
        <p>
          Il l’a été {whose(theirs)}, le <DateText instant={theirs.savedAt} hour />. Le vôtre est gardé sur cet appareil
          ; rien n’est perdu, et rien ne s’enregistre plus tant que vous n’avez pas choisi.
        </p>
        {!readable && <p>Cette page ne sait pas lire l’autre texte : rechargez-la pour le retrouver.</p>}
        <Differences title="Ce que dit l’autre texte" told={told} />
        <div class="row">
          {readable && (
            <Button onClick={() => chosen(() => sync.takeTheirs(theirs))}>Continuer avec l’autre texte</Button>
          )}
          <Button onClick={() => chosen(() => sync.keepMine(theirs))}>Garder le mien</Button>
        </div>
      </div>
    </Notice>
  );
}

function LaterText({ sync, later }: { readonly sync: DraftSync; readonly later: KeptText }) {
  return (
    <Notice title="Il y a un texte plus récent" announced>
      <div class="stack">
        <p>
          Il a été enregistré {whose(later)}, le <DateText instant={later.savedAt} hour />. Vous n’avez rien écrit
          depuis.
        </p>
        <div>
          <Button onClick={() => chosen(() => sync.takeTheirs(later))}>Continuer avec ce texte</Button>
        </div>
      </div>
    </Notice>
  );
}

interface EarlierTextsProps {
  readonly sync: DraftSync;
  readonly told: (text: string) => Told;
}

/** What was replaced, knowingly: to be read, and put back. */
function EarlierTexts({ sync, told }: EarlierTextsProps) {
  const left = sync.leftHere();
  const before = sync.kept?.before ?? null;
  const earlier = [
    ...(left === null ? [] : [{ title: 'Ce que vous aviez écrit, et laissé pour l’autre texte', text: left }]),
    ...(before === null ? [] : [{ title: `Le texte ${of(before.byName)}, remplacé depuis`, text: before.text }]),
  ].filter(({ text }) => Object.keys(told(text)).length > 0);
  return (
    <>
      {earlier.map(({ title, text }) => (
        <details key={title} class="card">
          <summary>{title}</summary>
          <div class="stack">
            <Differences title="Ce qui diffère de votre texte" told={told(text)} />
            <div>
              <Button onClick={() => chosen(() => sync.putBack(text))}>Reprendre ce texte</Button>
            </div>
          </div>
        </details>
      ))}
    </>
  );
}

function Differences({ title, told }: { readonly title: string; readonly told: Told }) {
  const rows = Object.entries(told);
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <dl class="stack stack-tight">
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt class="small muted">{label}</dt>
            <dd class="typed-text">{text === '' ? '(vide)' : text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What `other` says that `own` does not. */
function differences(other: Told, own: Told): Told {
  const labels = [...new Set([...Object.keys(other), ...Object.keys(own)])];
  return Object.fromEntries(
    labels.filter((label) => (other[label] ?? '') !== (own[label] ?? '')).map((label) => [label, other[label] ?? '']),
  );
}
