import './staff.css';

interface PartLinksProps {
  /** What the links lead to, where a page has several lists of them. */
  readonly label?: string;
  readonly links: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
}

/** The parts of one page, each with an address of its own: links, so that the back button and a new tab work as anywhere. */
export function PartLinks({ label = 'Parties de cette page', links }: PartLinksProps) {
  return (
    <nav class="row parts" aria-label={label}>
      {links.map(({ href, label: words, current }) => (
        <a key={href} href={href} class="part" aria-current={current ? 'page' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}
