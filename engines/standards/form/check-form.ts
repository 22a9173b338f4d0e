import { checkCitations, checkReferences } from './check-citations.ts'
import { checkDuty } from './check-duty.ts'
import { checkLines } from './check-lines.ts'
import { checkNumbering } from './check-numbering.ts'
import { checkFormat, checkWording } from './check-wording.ts'
import type { FormContext, FormFinding, FormVersion } from './finding.ts'
import { finding } from './rules.ts'
import { templateParts } from './template-parts.ts'

const alone: FormContext = { titlesElsewhere: [], withdrawn: [] }

/**
 * The template check of form (体例、格式、用语): what a version lacks or says badly, in the order of the document.
 * Pure, so that the page shows while somebody writes what the server holds against the version at its issue.
 */
export function checkForm(version: FormVersion, context: FormContext = alone): FormFinding[] {
  return [
    ...checkHead(version, context),
    ...checkParts(version, context),
    ...checkNumbering(version.clauses),
    ...checkTitles(version),
    ...checkClauses(version, context),
    ...checkReferences(version),
  ]
}

/** Whether findings let a version be issued. */
export function mayIssue(findings: readonly FormFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error')
}

function checkHead({ title, source }: FormVersion, context: FormContext): FormFinding[] {
  const taken = context.titlesElsewhere.includes(title.trim())
  return [
    ...(taken ? [finding('title-taken', {}, { found: title.trim() })] : []),
    ...checkFormat(title, {}),
    ...checkFormat(source, {}),
    ...checkCitations(source, {}, context),
  ]
}

function checkParts({ parts, clauses }: FormVersion, context: FormContext): FormFinding[] {
  const found = templateParts.flatMap(({ part, title, required }) => {
    const body = parts.find((one) => one.part === part)?.body.trim() ?? ''
    if (body === '') return [finding(required ? 'part-missing' : 'part-advised', { part }, { part: title })]
    const vague = part === 'REFERENCES' ? [] : checkWording(body, { part })
    const applies = part !== 'SCOPE' || body.includes('适用')
    return [
      ...vague,
      ...checkCitations(body, { part }, context),
      ...(applies ? [] : [finding('scope-applies', { part })]),
    ]
  })
  if (clauses.every(({ lines }) => lines.length === 0)) found.push(finding('no-checks', {}))
  return found
}

function checkTitles({ title, clauses }: FormVersion): FormFinding[] {
  const seen = new Set<string>()
  return clauses.flatMap((clause, index) => {
    const own = clause.title.trim()
    const place = { clause: index, code: clause.code }
    if (own === '') return []
    if (own === title.trim()) return [finding('title-as-document', place)]
    if (seen.has(own)) return [finding('title-repeated', place, { found: own })]
    seen.add(own)
    return checkFormat(own, place)
  })
}

function checkClauses({ clauses }: FormVersion, context: FormContext): FormFinding[] {
  const seen = new Set<string>()
  return clauses.flatMap((clause, index) => {
    const place = { clause: index, code: clause.code }
    const body = clause.body.trim()
    const written =
      body === ''
        ? []
        : [
            ...checkWording(body, place),
            ...checkDuty(clause, place),
            ...checkCitations(body, place, context),
            ...(/[。！）”]$/.test(body) ? [] : [finding('full-stop', place)]),
          ]
    return [...written, ...checkLines(clause.lines, place, context, seen)]
  })
}
