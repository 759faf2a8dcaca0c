import type { VersionChange, VersionChanges } from '@sur-mesure/functions/domain/missions/version-changes';
import { Notice } from '../common/notice/Notice.tsx';
import { wordsAround } from './words-around.ts';

/** What this version says otherwise than the one that was sent back: who reads it again reads this first. */
export function Changes({ changes: { changes, since } }: { readonly changes: VersionChanges }) {
  if (changes.length === 0) {
    return (
      <Notice>
        <p>Rien n’a changé depuis la version {since} : ni les montants, ni les dates, ni le diagnostic.</p>
      </Notice>
    );
  }
  return (
    <dl class="changes">
      {changes.map((change) => (
        <div key={`${change.kind} ${change.label}`} class="change">
          <dt>{change.label}</dt>
          <dd>
            <Change change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Each change has a word for who hears it and a mark for who sees no colour: struck through, or underlined. */
function Change({ change }: { readonly change: VersionChange }) {
  if (change.kind === 'document') return <p>Un nouveau PDF le remplace : lisez-le plus bas.</p>;
  if (change.kind === 'value') {
    return (
      <p>
        {change.before !== null && <Removed text={change.before} />}
        {change.before !== null && change.after !== null && <span aria-hidden="true"> → </span>}
        {change.after === null ? ' (retiré)' : <Added text={change.after} />}
      </p>
    );
  }
  return (
    <p class="typed-text">
      {wordsAround(change.words).map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'removed') return <Removed key={key} text={text} />;
        return kind === 'added' ? <Added key={key} text={text} /> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}

function Removed({ text }: { readonly text: string }) {
  return (
    <del>
      <span class="visually-hidden">Retiré : </span>
      {text}
    </del>
  );
}

function Added({ text }: { readonly text: string }) {
  return (
    <ins>
      <span class="visually-hidden">Ajouté : </span>
      {text}
    </ins>
  );
}
