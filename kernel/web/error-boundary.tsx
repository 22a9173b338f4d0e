import { Component, type ReactNode } from 'react'
import { Problem } from '#ui/problem.tsx'

interface Props {
  children: ReactNode
  /** Another value (the address) gives the page a new chance. */
  resetKey: string
}

/** Catches a page that broke, so that the menu stays and the words say what to do. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidUpdate(before: Props) {
    if (before.resetKey !== this.props.resetKey && this.state.error !== null) this.setState({ error: null })
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <div className="hq-page hq-page-text">
        <Problem error={this.state.error} onRetry={() => window.location.reload()} />
      </div>
    )
  }
}
