/** Keeps one failing part of the page from taking the rest with it; app/frame/Notices offers the reload. */
import { Component, type ReactNode } from 'react';

interface Props {
  /** In the place of the part; without one the place stays empty. */
  readonly message?: string;
  readonly children: ReactNode;
}

export class LoadGuard extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { message, children } = this.props;
    if (!this.state.failed) return children;
    return message && <p className="text-bad p-3 text-sm">{message}</p>;
  }
}
