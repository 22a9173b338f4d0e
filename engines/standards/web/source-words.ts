interface Source {
  organisation?: string
  title?: string
  number?: string
  article?: string
}

/** A source in one line: organisation, title, number, article. */
export function sourceWords({ organisation, title, number, article }: Source): string {
  return [organisation, title ? `《${title}》` : '', number, article].filter(Boolean).join(' ')
}
