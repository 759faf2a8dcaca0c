import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useView } from '../common/loading/Loaded.tsx';
import { addressesOf } from './addresses.ts';

/** The other manufactures of the same person; nothing for most people, and nothing is awaited of it. */
export function Memberships({ current }: { readonly current: string }) {
  const { answer } = useView({ name: 'me' });
  if (answer === undefined || isRefusal(answer) || answer.memberships.length < 2) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="memberships-title">
      <h2 id="memberships-title">Vos manufactures</h2>
      <ul class="stack stack-tight">
        {answer.memberships.map(({ laureateId, laureateName }) => (
          <li key={laureateId}>
            {laureateId === current ? (
              <strong>{laureateName}</strong>
            ) : (
              <a href={addressesOf(laureateId).home}>{laureateName}</a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
