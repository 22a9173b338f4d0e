import type { ComponentProps } from 'react'

export type PartProps = ComponentProps<'div'> & {
  role: 'grid' | 'row' | 'rowgroup' | 'rowheader' | 'columnheader' | 'gridcell'
}

/**
 * A part of a grid as WAI-ARIA means it. It is no table element: cells stand at times, not in columns, and most steps of
 * time have none. One cell at a time takes the focus, the others and the rows never do.
 */
export function Part(props: PartProps) {
  return <div {...props} />
}
