/** The product's mark: the loop that ends in a tick. */
export function Mark() {
  return (
    <svg className="hq-mark" viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="currentColor" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M46.5 40A17 17 0 1 1 42 18.3" />
        <path d="m23.5 31.5 8 8L51 18.5" />
      </g>
    </svg>
  )
}
