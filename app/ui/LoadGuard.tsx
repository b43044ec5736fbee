/** Keeps one failing part of the page from taking the rest with it. */
import { Component, type ReactNode } from 'react';

interface Props {
  readonly message: string;
  readonly children: ReactNode;
}

export class LoadGuard extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (this.state.failed)
      return (
        <p role="alert" className="text-bad p-3 text-sm">
          {this.props.message}
        </p>
      );
    return this.props.children;
  }
}
