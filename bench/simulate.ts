/**
 * `npm run simulate -- --bureaus N --years Y [--orders-per-year 100000] [--seed S] [--now ISO] [--database URL]`:
 * fills an empty database with made-up years, the same every time.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { serverModules, version } from '#app/modules.ts'
import { openDatabase } from '#app/open-database.ts'
import { StartProblem } from '#kernel/database/start-problem.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { simulateData } from './simulate/simulate-data.ts'

const usage = `用法 / usage:
  npm run simulate -- --bureaus N --years Y [--orders-per-year 100000] [--seed S] [--now ISO] [--database URL]`

function wholeNumber(value: string, most: number): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new StartProblem(`应为 1 至 ${most} 的整数：${value}\n${usage}`, `a whole number from 1 to ${most}`)
  return number
}

try {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      bureaus: { ...text, default: '1' },
      years: { ...text, default: '1' },
      'orders-per-year': { ...text, default: '100000' },
      seed: { ...text, default: '20260301' },
      now: text,
      database: text,
    },
  })
  const now = values.now ? new Date(values.now) : new Date()
  if (Number.isNaN(now.getTime()))
    throw new StartProblem(`不是时刻：${values.now}`, 'not a moment (ISO 8601)')
  const simulation = {
    bureaus: wholeNumber(values.bureaus, 1000),
    years: wholeNumber(values.years, 30),
    ordersPerYear: wholeNumber(values['orders-per-year'], 1_000_000),
    seed: wholeNumber(values.seed, 2 ** 31 - 1),
    now,
  }
  const settings = { ...process.env, ...(values.database ? { DATABASE_URL: values.database } : {}) }
  const database = await openDatabase(settings, resolve(import.meta.dirname, '..'), console.log, true)
  const installation = await openInstallation({
    url: database.url,
    modules: serverModules,
    version,
    poolSize: 2,
  })
  try {
    const began = performance.now()
    await simulateData(installation, simulation, console.log)
    const orders = simulation.bureaus * simulation.years * simulation.ordersPerYear
    console.log(`${orders} 件 / orders  ${Math.round((performance.now() - began) / 1000)} s`)
  } finally {
    await installation.close()
    await database.stop()
  }
} catch (error) {
  const wrongOption = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  console.error(wrongOption ? usage : error instanceof StartProblem ? error.message : error)
  process.exit(1)
}
