import './skeleton.css';

interface SkeletonProps {
  readonly lines?: number;
}

/** Lines of grey where words will be. The style shows it only after 300 ms: a quick answer flashes nothing. */
export function Skeleton({ lines = 3 }: SkeletonProps) {
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">Chargement en cours</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
