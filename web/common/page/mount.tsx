import { Component, type ComponentChildren, render } from 'preact';
import { Notice } from '../notice/Notice.tsx';
import { spaceFrenchTexts } from '../words/french-spacing.ts';

interface BoundaryProps {
  readonly children: ComponentChildren;
}

/** What the code did not foresee ends here, as a sentence, instead of a blank page. */
class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main class="lone">
        <Notice tone="error" title="La page s’est interrompue" announced>
          <p>Ce que vous avez écrit est enregistré sur cet appareil. Rechargez la page pour continuer.</p>
        </Notice>
      </main>
    );
  }
}

/** Puts a page in its place. */
export function mount(page: ComponentChildren): void {
  const place = document.getElementById('page');
  if (place === null) throw new Error('This page has no element with the id « page ».');
  spaceFrenchTexts();
  render(<Boundary>{page}</Boundary>, place);
}
