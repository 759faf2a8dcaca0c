import './staff.css';

interface PartLinksProps {
  readonly links: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
}

/** The parts of one page, each with an address of its own: links, so that the back button and a new tab work as anywhere. */
export function PartLinks({ links }: PartLinksProps) {
  return (
    <nav class="row parts" aria-label="Parties de cette page">
      {links.map(({ href, label, current }) => (
        <a key={href} href={href} class="part" aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
