import { Component, type ReactNode } from 'react';
import { Notice } from './notice.tsx';
import { Page } from './page.tsx';

/** Catches our own mistakes in one room, so that the other rooms and everything kept stay reachable. */
export class RoomBoundary extends Component<
  { readonly children: ReactNode; readonly place: string },
  { readonly failed: string | undefined }
> {
  override state: { readonly failed: string | undefined } = { failed: undefined };

  static getDerivedStateFromError(error: unknown): { failed: string } {
    return { failed: error instanceof Error ? error.message : String(error) };
  }

  override componentDidUpdate(before: { readonly place: string }): void {
    if (before.place !== this.props.place && this.state.failed !== undefined) this.setState({ failed: undefined });
  }

  override render(): ReactNode {
    if (this.state.failed === undefined) return this.props.children;
    return (
      <Page title="This page stopped working">
        <Notice tone="stop" role="alert" title="Something in stria went wrong">
          <p>This is our mistake, not yours. What the program said: “{this.state.failed.slice(0, 200)}”</p>
          <p>Everything that was saved before is still on this device.</p>
          <p>Reload the page. If it happens again, the other pages still work.</p>
        </Notice>
        <div className="actions">
          <button type="button" className="button" onClick={() => location.reload()}>
            Reload the page
          </button>
        </div>
      </Page>
    );
  }
}
