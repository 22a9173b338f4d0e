import type { ApprovalSubject } from './subject.ts'

/** Finds what a service said of a kind of matter; undefined for one whose service is no longer there. */
export type FindSubject = (type: string) => ApprovalSubject | undefined
